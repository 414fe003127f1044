// More than a password: a passkey in a telephone, a second step with reserve codes on paper, and a role that asks for one of them.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, sizes, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { Keyboard } from './lib/hand.mjs';
import { codeOf, phone } from './lib/key.mjs';
import { administrator, person } from './pages.mjs';

suite('more than a password', () => {
  let desk;
  before(async () => { desk = await startDesk({ host: 'localhost' }); });
  after(async () => {
    await closeBrowser();
    await desk?.stop();
  });

  const byKey = 'Logga in med inloggningsnyckel';

  test('a passkey from first to last, by keys alone', async () => {
    const seated = await visit(desk.url);
    const { page } = seated;
    const hand = new Keyboard(page);
    const telephone = await phone(page);
    await seated.signIn(person);
    await seated.go('/mitt/inloggningsnyckel');
    await seated.axe();
    await seated.fits();
    await telephone.shy(true);
    await hand.write(page.locator('[name="name"]'), 'Min telefon');
    await hand.press(page.getByRole('button', { name: 'Skaffa inloggningsnyckeln' }));
    await page.locator('[data-passkey-failed]:visible').waitFor();
    await seated.axe();
    await telephone.shy(false);
    await hand.press(page.getByRole('button', { name: 'Skaffa inloggningsnyckeln' }));
    await page.getByText('Inloggningsnyckeln är klar.').waitFor();
    await page.getByText('Min telefon').first().waitFor();
    await seated.axe();
    assert.equal((await telephone.keys()).length, 1);
    assert.equal((await telephone.keys())[0].isResidentCredential, true);

    await seated.signOut();
    await seated.go('/logga-in?till=/skriv');
    await hand.press(page.getByRole('button', { name: byKey }));
    await page.waitForURL('**/skriv');
    await seated.signOut();

    await seated.go('/logga-in');
    await telephone.shy(true);
    await page.getByRole('button', { name: byKey }).click();
    await page.locator('[data-passkey-failed]:visible').waitFor();
    await seated.axe();
    await telephone.shy(false);

    await telephone.rewind();
    await page.getByRole('button', { name: byKey }).click();
    await page.getByText('Inloggningsnyckeln öppnade inte.').first().waitFor();
    await seated.axe();

    await seated.signIn(person); // the password is hers still, but it takes nothing away
    await seated.go('/mitt');
    assert.equal((await page.request.post(`${desk.url}/mitt/andra-steget`, { headers: { 'sec-fetch-site': 'same-origin' } })).status(), 403);
    await seated.leave();
  });

  test('a browser without JavaScript has the password, and a second step', async () => {
    const seated = await visit(desk.url, { script: false });
    const { page } = seated;
    await seated.go('/logga-in');
    assert.equal(await page.getByRole('button', { name: byKey }).count(), 0);
    const voice = { email: 'amina@exempelkommun.example', password: person.password };
    await seated.signIn(voice);
    await seated.go('/mitt/inloggningsnyckel');
    await page.getByText(/En inloggningsnyckel behöver JavaScript/).waitFor();
    await seated.go('/mitt/andra-steget');
    await page.getByRole('button', { name: 'Skaffa ett andra steg' }).click();
    await seated.axe();
    await seated.fits();
    const secret = await page.locator('code.copy').innerText();
    await page.getByLabel('Kod').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Sätt på andra steget' }).click();
    await page.getByRole('heading', { name: 'Reservkoder' }).waitFor();
    await seated.axe();
    const codes = await page.locator('ol code').allInnerTexts();
    assert.equal(codes.length, 10);
    await page.getByRole('link', { name: 'Jag har sparat dem' }).click();
    await page.getByText('Du har ett andra steg sedan').waitFor();
    await seated.signOut();

    for (const [code, where] of [['000000', '/logga-in/steg'], [codes[0], '/idag']]) {
      if (where === '/logga-in/steg') await password(seated, voice);
      await page.getByLabel('Kod').fill(code);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${where}`);
      await seated.axe();
    }
    await seated.signOut();
    await password(seated, voice);
    await page.getByLabel('Kod').fill(codes[0]);
    await page.keyboard.press('Enter');
    await page.getByText('Koden stämmer inte.').first().waitFor();
    await page.getByLabel('Kod').fill(codeOf(secret, Date.now() + 30_000)); // the next one: this half minute's has been used
    await page.keyboard.press('Enter');
    await page.waitForURL('**/idag');
    await seated.leave();
  });

  const password = async ({ page, go }, who) => {
    await page.goto(`${desk.url}/logga-in`);
    await page.locator('input[name="email"]').fill(who.email);
    await page.locator('input[name="password"]').fill(who.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Andra steget' }).waitFor();
  };

  test('a role that asks for more than a password is led to get it, and then goes on', async () => {
    const boss = await visit(desk.url);
    await boss.signIn(administrator);
    await boss.go('/installningar/inloggning');
    await boss.axe();
    await boss.fits();
    await boss.page.getByLabel('Administratör').check();
    await boss.page.getByRole('button', { name: 'Spara' }).click();
    await boss.page.waitForURL('**/mitt/andra-steget');
    await boss.page.getByText('Din roll kräver mer än ett lösenord').first().waitFor();
    await boss.axe();
    const telephone = await phone(boss.page);
    await boss.page.getByRole('link', { name: 'Eller skaffa en inloggningsnyckel i stället' }).click();
    await boss.page.locator('[name="name"]').fill('Säkerhetsnyckel');
    await boss.page.getByRole('button', { name: 'Skaffa inloggningsnyckeln' }).click();
    await boss.page.getByText('Inloggningsnyckeln är klar.').waitFor();
    assert.equal((await telephone.keys()).length, 1);
    await boss.go('/installningar/inloggning');
    await boss.page.getByText('Ett lösenord räcker inte för: administratör.').waitFor();
    await boss.leave();
  });

  for (const size of Object.keys(sizes)) {
    test(`signing out everywhere, ${size}`, async () => {
      const here = await visit(desk.url, { size });
      const there = await visit(desk.url);
      const sara = { email: 'sara@exempelkommun.example', password: person.password };
      await here.signIn(sara);
      await there.signIn(sara);
      await here.go('/mitt');
      await here.axe();
      await here.fits();
      await here.page.getByRole('button', { name: 'Logga ut överallt' }).click();
      await here.page.getByText('Du är utloggad.').first().waitFor();
      await there.page.goto(`${desk.url}/mitt`);
      assert.equal(new URL(there.page.url()).pathname, '/logga-in');
      await there.leave();
      await here.leave();
    });
  }
});
