// The pages that are looked at and scanned: as a visitor without an account, and as a person at the desk. What has an address
// that nobody knows beforehand is found by following a link on another page.

/** person is who the demo lets in to see every page of the desk: a communicator, for a voice reads neither record nor settings. */
export const person = {
  email: process.env.TILLTAL_E2E_EMAIL ?? 'nadia@exempelkommun.example',
  password: process.env.TILLTAL_E2E_PASSWORD ?? 'tilltal-demo',
};

/** open is what everybody may read. */
export const open = [
  { name: 'torget', path: '/' },
  { name: 'konto', path: '/torget/vardag_i_sjovik' },
  { name: 'inlagg', path: '/torget/vardag_i_sjovik', follow: 'main a[href^="/torget/vardag_i_sjovik/01"]:not([href$="/fel"])' },
  { name: 'fel', path: '/torget/vardag_i_sjovik', follow: 'main a[href$="/fel"]' },
  { name: 'amne', path: '/', follow: 'main a[href^="/torget/amne/"]' },
  { name: 'om-kontot', path: '/torget/vardag_i_sjovik/om' },
  { name: 'fraga', path: '/torget/vardag_i_sjovik/fraga' },
  { name: 'sok', path: '/sok?q=sn%C3%B6' },
  { name: 'insyn', path: '/insyn' },
  { name: 'insyn-rattelser', path: '/insyn/rattelser' },
  { name: 'insyn-protokoll', path: '/insyn/protokoll' },
  { name: 'tillganglighet', path: '/tillganglighet' },
  { name: 'logga-in', path: '/logga-in' },
];

/** desk is what the person sees after signing in. */
export const desk = [
  { name: 'idag', path: '/idag' },
  { name: 'skriv', path: '/skriv' },
  { name: 'redigera', path: '/skriv', follow: 'main a[href^="/skriv/"]' },
  { name: 'publicerat', path: '/skriv?visa=publicerat', follow: 'main a[href^="/inlagg/"]' },
  { name: 'granska', path: '/granska' },
  { name: 'lasning', path: '/granska', follow: 'main a[href^="/granska/"]' },
  { name: 'inkorg', path: '/inkorg' },
  { name: 'samtal', path: '/inkorg', follow: 'main a[href^="/inkorg/"]' },
  { name: 'kalender', path: '/kalender' },
  { name: 'konton', path: '/konton' },
  { name: 'kontot', path: '/konton', follow: 'main a[href^="/konton/01"]' },
  { name: 'protokoll', path: '/protokoll' },
  { name: 'installningar', path: '/installningar' },
  { name: 'kollegor', path: '/installningar/kollegor' },
  { name: 'myndigheten', path: '/installningar/myndighet' },
  { name: 'mitt', path: '/mitt' },
];

/** arrive opens a page, by a link when it has one to follow, and gives its address. */
export async function arrive(seated, { path, follow }) {
  await seated.go(path);
  if (!follow) return path;
  const link = seated.page.locator(follow).first();
  if (await link.count() === 0) throw new Error(`${path} has no link ${follow}`);
  const address = await link.getAttribute('href');
  await seated.go(address);
  return address;
}
