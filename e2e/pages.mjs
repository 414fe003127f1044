// The pages that are looked at and scanned: as a visitor without an account, and as a person at the desk. What has an address
// that nobody knows beforehand is found by following a link on another page.

import { visit } from './lib/browser.mjs';
import { phone } from './lib/key.mjs';

const password = process.env.TILLTAL_E2E_PASSWORD ?? 'tilltal-demo';

/** person is who the demo lets in to see the rooms of the desk: a communicator, for a voice reads neither record nor settings. */
export const person = { email: process.env.TILLTAL_E2E_EMAIL ?? 'nadia@exempelkommun.example', password };

/** administrator is who sees what belongs to the house. */
export const administrator = { email: process.env.TILLTAL_E2E_ADMINISTRATOR ?? 'karin@exempelkommun.example', password };

/** registrar is who keeps what has been withdrawn: she reads the record, and opens a sealed copy when somebody asks for it. */
export const registrar = { email: process.env.TILLTAL_E2E_REGISTRAR ?? 'tomasz@exempelkommun.example', password };

/** open is what everybody may read. */
export const open = [
  { name: 'torget', path: '/' },
  { name: 'konto', path: '/torget/vardag_i_sjovik' },
  { name: 'inlagg', path: '/torget/vardag_i_sjovik', follow: 'main a[href^="/torget/vardag_i_sjovik/01"]:not([href$="/fel"])' },
  { name: 'fel', path: '/torget/vardag_i_sjovik', follow: 'main a[href$="/fel"]' },
  { name: 'amne', path: '/', follow: 'main a[href^="/torget/amne/"]' },
  { name: 'om-kontot', path: '/torget/vardag_i_sjovik/om' },
  { name: 'fraga', path: '/torget/vardag_i_sjovik/fraga' },
  { name: 'liknande', path: '/torget/vardag_i_sjovik/liknande' },
  { name: 'insyn-konton', path: '/insyn/konton' },
  { name: 'sok', path: '/sok?q=sn%C3%B6' },
  { name: 'insyn', path: '/insyn' },
  { name: 'insyn-rattelser', path: '/insyn/rattelser' },
  { name: 'insyn-protokoll', path: '/insyn/protokoll' },
  { name: 'tillganglighet', path: '/tillganglighet' },
  { name: 'logga-in', path: '/logga-in' },
];

/** The account where colleagues take turns, a shift there to come, and one that is over. */
const daily = 'main .rows a[href$="/pass"]:has-text("Vardag")';
const turn = [daily, 'main .acts a[data-key="n"]', 'main .shifts a[href^="/pass/01"]'];
const over = [daily, 'main .acts a[data-key="p"]', 'main .days li:has(> .shifts a) >> nth=-1 >> .shifts a'];

/** desk is what the person sees after signing in. */
export const desk = [
  { name: 'idag', path: '/idag' },
  { name: 'skriv', path: '/skriv' },
  { name: 'redigera', path: '/skriv', follow: 'main a[href^="/skriv/"]' },
  { name: 'versioner', path: '/skriv', follow: 'main a[href^="/skriv/"]', then: '/versioner' },
  { name: 'kasta', path: '/skriv', follow: 'main a[href^="/skriv/"]', then: '/kasta' },
  { name: 'publicerat', path: '/skriv?visa=publicerat', follow: 'main a[href^="/inlagg/"]' },
  { name: 'ratta', path: '/skriv?visa=publicerat', follow: 'main a[href^="/inlagg/"]', then: '/ratta' },
  { name: 'ta-bort', path: '/skriv?visa=publicerat', follow: 'main a[href^="/inlagg/"]', then: '/ta-bort' },
  { name: 'granska', path: '/granska' },
  { name: 'lasning', path: '/granska', follow: 'main a[href^="/granska/"]' },
  { name: 'inkorg', path: '/inkorg' },
  { name: 'samtal', path: '/inkorg', follow: 'main a[href^="/inkorg/"]' },
  { name: 'regler', path: '/regler' },
  { name: 'regel', path: '/regler/plainlanguage.officialese' },
  { name: 'kalender', path: '/kalender' },
  { name: 'pass', path: '/pass' },
  { name: 'presentation', path: '/pass/presentation' },
  { name: 'passen', path: '/pass', follow: [daily] },
  { name: 'passen-manad', path: '/pass', follow: [daily], then: '?visa=manad' },
  { name: 'pass-nytt', path: '/pass', follow: [daily], then: '/nytt' },
  { name: 'gastvecka', path: '/pass', follow: [daily], then: '/nytt?slag=guest' },
  { name: 'schema-nytt', path: '/pass', follow: [daily, 'main a[href$="/scheman/nytt"]'] },
  { name: 'schema', path: '/pass', follow: [daily, 'main .rows a[href*="/scheman/01"]'] },
  { name: 'passet', path: '/pass', follow: turn },
  { name: 'pass-andra', path: '/pass', follow: turn, then: '/andra' },
  { name: 'pass-stall-in', path: '/pass', follow: turn, then: '/stall-in' },
  { name: 'overlamning', path: '/pass', follow: over, then: '/overlamning' },
  { name: 'efterprat', path: '/pass', follow: over, then: '/efterprat' },
  { name: 'konton', path: '/konton' },
  { name: 'kontot', path: '/konton', follow: 'main a[href^="/konton/01"]' },
  { name: 'beskrivning', path: '/konton', follow: 'main a[href^="/konton/01"]', then: '/beskrivning' },
  { name: 'rutin', path: '/konton', follow: 'main a[href^="/konton/01"]', then: '/rutin' },
  { name: 'ansvariga', path: '/konton', follow: 'main a[href^="/konton/01"]', then: '/ansvariga' },
  { name: 'historik', path: '/konton', follow: 'main a[href^="/konton/01"]', then: '/historik' },
  { name: 'stang', path: '/konton', follow: 'main a[href^="/konton/01"]', then: '/stang' },
  { name: 'nytt-konto', path: '/konton/nytt' },
  { name: 'genomgang', path: '/konton', follow: 'main a[href^="/konton/01"]', then: '/genomgang' },
  { name: 'register', path: '/konton', follow: 'main a[href^="/register/01"]' },
  { name: 'register-andra', path: '/konton', follow: 'main a[href^="/register/01"]', then: '/andra' },
  { name: 'register-nytt', path: '/register/nytt' },
  { name: 'ramar', path: '/ramar' },
  { name: 'ramarna', path: '/ramar', follow: 'main a[href^="/ramar/01"]' },
  { name: 'ramar-gemensamma', path: '/ramar/gemensamma' },
  { name: 'ovningar', path: '/ramar', follow: 'main a[href^="/ramar/01"]', then: '/ovningar' },
  { name: 'ovning', path: '/ramar', follow: 'main a[href^="/ramar/01"]', then: '/ovningar/snostorm' },
  { name: 'lardomar', path: '/lardomar' },
  { name: 'lardom-ny', path: '/lardomar/ny' },
  { name: 'det-blev-fel', path: '/skriv?visa=publicerat', follow: 'main a[href^="/inlagg/"]', then: '/det-blev-fel' },
  { name: 'protokoll', path: '/protokoll' },
  { name: 'installningar', path: '/installningar' },
  { name: 'kollegor', path: '/installningar/kollegor' },
  { name: 'myndigheten', path: '/installningar/myndighet' },
  { name: 'mitt', path: '/mitt' },
  { name: 'ideer', path: '/ideer?visa=vantar' },
  { name: 'ny-ide', path: '/ideer/ny' },
  { name: 'ide', path: '/ideer?visa=alla', follow: 'main a[href^="/ideer/01"]' },
  { name: 'sakfragor', path: '/rad?visa=mina' },
  { name: 'aviseringar', path: '/aviseringar' },
  { name: 'avisering-val', path: '/aviseringar/val' },
  { name: 'losenord', path: '/mitt/losenord' },
  { name: 'inloggningsnyckel', path: '/mitt/inloggningsnyckel' },
  { name: 'andra-steget', path: '/mitt/andra-steget' },
  { name: 'andra-steget-nytt', path: '/mitt/andra-steget', act: beginSecondStep },
  { name: 'nycklar', path: '/mitt/nycklar' },
  { name: 'planerad', path: '/skriv', follow: ['main a[href^="/skriv/"]', 'main a[href^="/kalender/01"]'] },
  { name: 'kalender-manad', path: '/kalender?visa=manad' },
  { name: 'inkorg-klara', path: '/inkorg?visa=klara' },
  { name: 'fraga-sakkunnig', path: '/skriv', follow: 'main a[href^="/skriv/"]', act: askExpert },
  { name: 'sakfraga', path: '/inkorg', follow: ['main a[href^="/inkorg/"]', 'main a[href^="/rad/01"]'] },
  { name: 'sakfragor-till-mig', path: '/rad' },
  { name: 'mina-ideer', path: '/ideer' },
  { name: 'uppdrag', path: '/konton', follow: ['main a[href^="/konton/01"]', 'main a[href$="/ansvariga"]', 'main a[href*="/uppdrag/01"]'] },
  { name: 'register-genomgang', path: '/konton', follow: 'main a[href^="/register/01"]', then: '/genomgang' },
  { name: 'regel-sekretess', path: '/regler/secrecy.health' },
  { name: 'protokollpost', path: '/protokoll', follow: 'main .chronicle a[href^="/protokoll/"]' },
  { name: 'soktraffar', path: '/sok?q=sn%C3%B6' },
  { name: 'inget-hittat', path: '/sok?q=xyzzy' },
];

/** voice is what somebody sees who writes from her work: a text under way with what the checks say of it, a swap to answer. */
const voice = [
  { name: 'idag-byte', path: '/idag' },
  { name: 'texten', path: '/skriv', follow: 'main .threads li:nth-child(2) a[href^="/skriv/"]' },
  { name: 'textens-versioner', path: '/skriv', follow: 'main .threads li:nth-child(2) a[href^="/skriv/"]', then: '/versioner' },
];

/** guest is what somebody sees who is asked for a week; turns what somebody sees who takes turns with others. */
const guest = [
  { name: 'inbjudan', path: '/idag', follow: 'main a[href^="/pass/01"]' },
  { name: 'tacka-nej', path: '/idag', follow: 'main a[href^="/pass/01"]', then: '/nej' },
  { name: 'svara-sakkunnig', path: '/rad', follow: 'main a[href^="/rad/01"]' },
];
const turns = [
  { name: 'mina-pass', path: '/pass' },
  { name: 'inloggningsnyckelns-namn', path: '/mitt', act: renamePasskey },
  { name: 'byt', path: '/pass', follow: 'main .rows a[href^="/pass/01"]', then: '/byt' },
];

/** lead is what whoever decides sees. */
const lead = [
  { name: 'mod', path: '/ramar/mod' },
];

/** house is what the administrator sees besides. */
export const house = [
  { name: 'myndigheten-andra', path: '/installningar/myndighet' },
  { name: 'ny-kollega', path: '/installningar/ny-kollega' },
  { name: 'kollega', path: '/installningar/kollegor', follow: 'main a[href^="/installningar/kollegor/01"]' },
  { name: 'uppgifter', path: '/installningar/kollegor', follow: 'main a[href^="/installningar/kollegor/01"]', then: '/uppgifter' },
  { name: 'sluta', path: '/installningar/kollegor', follow: 'main a[href^="/installningar/kollegor/01"]', then: '/sluta' },
  { name: 'tappat', path: '/installningar/kollegor', follow: 'main a[href^="/installningar/kollegor/01"]', then: '/andra-steget' },
  { name: 'inloggning', path: '/installningar/inloggning' },
  { name: 'jobb', path: '/installningar/arbeten' },
  { name: 'installationen', path: '/installningar/installation' },
];

/** archive is what the registrar sees besides. */
const sealed = { path: '/protokoll?vad=publicering', follow: 'main a[href^="/inlagg/"][href$="/forseglad"]' };
export const archive = [
  { name: 'forseglad', ...sealed },
  { name: 'oppnad-kopia', ...sealed, act: openCopy },
];

/** rounds are those who sign in, each with the pages that are hers. */
export const rounds = [[person, desk], [administrator, house], [registrar, archive],
  ...[['amina', voice], ['olle', guest], ['johan', turns], ['helena', lead]]
    .map(([name, pages]) => [colleague(name), pages])];

/** colleague is who signs in by a first name. */
function colleague(name) {
  return { email: `${name}@exempelkommun.example`, password };
}

/** askExpert goes on to the form for a question about the text. */
async function askExpert({ page }) {
  await page.locator('main a[href^="/rad/ny"]').click();
  await page.waitForURL(/\/rad\/ny/);
}

/** beginSecondStep asks for the pattern that an app reads. */
async function beginSecondStep({ page }) {
  await page.locator('main form[action="/mitt/andra-steget"] button[type="submit"]').click();
  await page.locator('main input[name="code"]').waitFor();
}

const toRename = 'main a[href^="/mitt/inloggningsnyckel/"][href$="/namn"]';

/** made is the passkey that is being made, once for all who walk beside one another. */
let made;

/**
 * renamePasskey goes on to where a passkey gets another name. Who has none gets one first, in a window with JavaScript beside:
 * a passkey belongs to a name, so the desk has to be on localhost.
 */
async function renamePasskey(seated) {
  if (await seated.page.locator(toRename).count() === 0) {
    await (made ??= makePasskey(new URL(seated.page.url()).origin));
    await seated.go('/mitt');
  }
  await seated.go(await seated.page.locator(toRename).first().getAttribute('href'));
}

async function makePasskey(origin) {
  const beside = await visit(origin);
  await phone(beside.page);
  await beside.signIn(colleague('johan'));
  await beside.go('/mitt/inloggningsnyckel');
  await beside.page.locator('[name="name"]').fill('Min telefon');
  await beside.page.getByRole('button', { name: 'Skaffa inloggningsnyckeln' }).click();
  await beside.page.waitForURL('**/mitt');
  await beside.leave();
}

/** openCopy says why, and opens. */
async function openCopy({ page }) {
  await page.locator('main textarea[name="reason"]').fill('Begäran om allmän handling');
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(/\/forseglad\/01/);
}

/** arrive opens a page, by a link when it has one to follow, does what leads to it when a form does, and gives its address. */
export async function arrive(seated, { path, follow, then = '', act }) {
  let address = path;
  if (follow) {
    const known = `${path} ${follow}`;
    if (!found.has(known)) found.set(known, await find(seated, path, follow));
    address = found.get(known) + then;
  }
  await seated.go(address);
  if (!act) return address;
  await act(seated);
  return new URL(seated.page.url()).pathname;
}

/** found is where links have led; the demo of one process is one demo. */
const found = new Map();

async function find(seated, path, follow) {
  let address = path;
  for (const selector of [follow].flat()) {
    await seated.go(address);
    const link = seated.page.locator(selector).first();
    if (await link.count() === 0) throw new Error(`${address} has no link ${selector}`);
    address = await link.getAttribute('href');
  }
  return address.replace(/[?#].*/, '');
}
