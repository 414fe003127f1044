// An idea that becomes a post: somebody who writes for no account sends it, is asked about it and told of it by e-mail, and sees
// it go all the way to the square, with the name of who had it. Once with keys alone, and once without JavaScript.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { Keyboard, Mouse } from './lib/hand.mjs';
import { until } from './lib/wait.mjs';
import { plain, startMail } from './peer/mail.mjs';

after(closeBrowser);

const sender = { email: 'tomasz@exempelkommun.example', password: 'tilltal-demo' };
const answerer = { email: 'nadia@exempelkommun.example', password: 'tilltal-demo' };

for (const [name, Hand, script] of [['with keys alone', Keyboard, true], ['without JavaScript', Mouse, false]]) {
  test(`an idea that becomes a post, ${name}`, async () => {
    const mail = await startMail();
    const desk = await startDesk({ flags: ['--smtp', mail.url, '--smtp-from', 'Tilltal <tilltal@exempelkommun.example>', '--allow-loopback'] });
    const tomasz = await visit(desk.url, { script });
    const nadia = await visit(desk.url, { script });
    try {
      await tomasz.signIn(sender);
      await nadia.signIn(answerer);
      await wantsMail(tomasz, new Hand(tomasz.page));
      await sends(tomasz, new Hand(tomasz.page));
      const idea = tomasz.page.url();
      await asks(nadia, new Hand(nadia.page));
      await isTold(tomasz, mail);
      await answers(tomasz, new Hand(tomasz.page), idea);
      await publishes(nadia, new Hand(nadia.page), idea);
      await seesIt(tomasz, idea);
    } finally {
      await tomasz.leave();
      await nadia.leave();
      await desk.stop();
      await mail.stop();
    }
  });
}

/** wantsMail asks for a letter as soon as something happens, on any day. */
async function wantsMail({ page }, hand) {
  await page.goto('/aviseringar/val');
  await hand.pick(page.locator('input[name="mail"][value="now"]'));
  await page.locator('input[name="quiet_from"]').fill('00:00');
  await page.locator('input[name="quiet_to"]').fill('00:00');
  await page.locator('input[name="red_days"]').uncheck();
  await hand.press(page.getByRole('button', { name: 'Spara' }));
  await page.getByText('Sparat.').waitFor();
  await hand.press(page.getByRole('button', { name: 'Skicka ett prov' }));
  await page.getByText('tomasz@exempelkommun.example: provet är skickat.').waitFor();
}

async function sends({ page }, hand) {
  await page.goto('/idag');
  await hand.press(page.getByRole('link', { name: 'Skicka en idé' }));
  await hand.write(page.locator('textarea[name="text"]'), 'I arkivet finns ritningen till det första badhuset. Det hade tre bastur och ingen bassäng.');
  await hand.press(page.getByRole('button', { name: 'Skicka idén' }));
  await page.getByText('Tack! Vi har din idé.').waitFor();
}

async function asks({ page }, hand) {
  await page.goto('/ideer?visa=vantar');
  await hand.press(page.getByRole('link', { name: /badhuset/ }));
  await hand.press(page.locator('summary', { hasText: 'Fråga något' }));
  await hand.write(page.locator('details[open] textarea[name="text"]'), 'Vilket år är den ifrån?');
  await hand.press(page.getByRole('button', { name: 'Skicka frågan' }));
  await page.getByText('Din fråga är skickad.').waitFor();
}

/** isTold waits for the letter, which says what has happened and holds nothing of what was said. */
async function isTold({ page }, mail) {
  const letter = await until('the letter', () => mail.letters.find((l) => plain(l).includes('Nadia Haddad undrar något om din idé.')), { every: 200 });
  assert.deepEqual(letter.to, [sender.email]);
  assert.ok(!plain(letter).includes('badhuset') && !plain(letter).includes('Vilket år'), plain(letter));
  const [link] = plain(letter).match(/http\S+\/aviseringar\/01\w+/);
  await page.goto(link);
  assert.match(page.url(), /\/ideer\/01/);
}

async function answers({ page }, hand, idea) {
  await page.goto(idea);
  await hand.write(page.locator('textarea[name="text"]'), 'Den är från 1904.');
  await hand.press(page.getByRole('button', { name: 'Skicka svaret' }));
  await page.getByText('Ditt svar är skickat.').waitFor();
}

async function publishes({ page }, hand, idea) {
  await page.goto(idea);
  await hand.choose(page.locator('select[name="account"]'), 'Vardag i Sjövik');
  await hand.press(page.getByRole('button', { name: 'Gör ett utkast' }));
  await page.getByText('Idén kommer från Tomasz Kowal.').waitFor();
  const arrived = page.waitForEvent('load');
  await hand.press(page.locator('button[name="skicka"]'));
  await arrived; // what is handed in is answered with a page; who leaves before that has handed nothing in
}

async function seesIt({ page }, idea) {
  await until('the idea to be a post', async () => {
    await page.goto(idea);
    return await page.getByText('Nu: idén är ett inlägg. Tack för den!').count() > 0;
  });
  await page.goto('/torget/vardag_i_sjovik');
  await page.getByText('Idé: Tomasz, Kansliet').first().waitFor();
}
