// The first day: an empty folder, a code on the terminal, and four steps to a desk that works. By keys alone.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { Keyboard } from './lib/hand.mjs';
import { actors } from './lib/square.mjs';
import { until } from './lib/wait.mjs';

const admin = { name: 'Karin Ek', email: 'karin@kommunen.example', password: 'fyra ord utan samband' };
const owners = [
  { name: 'Ola Lind', unit: 'Kommunikation', email: 'ola@kommunen.example', password: 'skog brygga lampa torsdag' },
  { name: 'Siv Berg', unit: 'Biblioteket', email: 'siv@kommunen.example', password: 'häst karta regn kopp' },
];

suite('the first start', () => {
  let desk, seated, page, hand, links;
  before(async () => {
    desk = await startDesk({ command: 'serve' });
    seated = await visit(desk.url);
    ({ page } = seated);
    hand = new Keyboard(page);
  });
  after(async () => {
    await seated?.leave();
    await closeBrowser();
    await desk?.stop();
  });

  const see = async () => {
    await seated.axe();
    await seated.fits();
  };
  const fill = async (fields) => {
    for (const [name, words] of Object.entries(fields)) await hand.write(page.locator(`[name="${name}"]`), words);
  };
  const next = async (heading, button = 'Nästa') => {
    await hand.press(page.getByRole('button', { name: button }));
    await page.getByRole('heading', { name: heading }).waitFor();
    await see();
  };

  test('every page leads there, and a wrong code leads nowhere', async () => {
    await seated.go('/');
    assert.equal(new URL(page.url()).pathname, '/borja');
    await see();
    await fill({ kod: 'AAAA-BBBB-CCCC', 'authority.name': 'Älvbyns kommun', 'authority.contact': 'kontakt@kommunen.example' });
    await hand.press(page.getByRole('button', { name: 'Nästa' }));
    await page.getByText('Koden stämmer inte.').first().waitFor();
    await see();
    assert.equal(await page.locator('[name="authority.name"]').inputValue(), 'Älvbyns kommun', 'what was typed is kept');
  });

  test('the administrator goes through it in four steps', async () => {
    const [, code] = await until('the code on the terminal', () => desk.output.match(/\/borja\?kod=([A-Z0-9-]+)/));
    await fill({ kod: code });
    await next('Vem är du?');
    await fill({ 'admin.name': admin.name, 'admin.unit': 'IT', 'admin.email': admin.email });
    await next('Ert första konto');
    await fill({ 'account.name': 'Älvbyns kommun', 'account.handle': 'alvbyn', 'account.purpose': 'Vi berättar och svarar.' });
    await next('Vilka ansvarar för kontot?');
    for (const [at, owner] of owners.entries()) {
      await fill({ [`owners.${at + 1}.name`]: owner.name, [`owners.${at + 1}.unit`]: owner.unit, [`owners.${at + 1}.email`]: owner.email });
    }
    await fill({ 'admin.password': 'kort' });
    await hand.press(page.getByRole('button', { name: 'Starta skrivbordet' }));
    await page.locator('[name="admin.password"][aria-invalid="true"]').waitFor();
    await see();
    await fill({ 'admin.password': admin.password });
    await next('Skrivbordet är igång', 'Starta skrivbordet');
    links = await page.locator('code').allInnerTexts();
    assert.equal(links.length, 2);
    await hand.press(page.getByRole('link', { name: 'Till skrivbordet' }));
    await page.waitForURL('**/idag');
    await see();
  });

  test('each owner chooses a password by the link, once, and is in', async () => {
    for (const [at, owner] of owners.entries()) {
      const hers = await visit(desk.url, { size: 'phone' });
      const keys = new Keyboard(hers.page);
      await hers.go(links[at]);
      await hers.axe();
      await keys.write(hers.page.getByLabel('Välj lösenord'), owner.password);
      await hers.page.keyboard.press('Enter');
      await hers.page.waitForURL('**/idag');
      await hers.axe();
      await hers.fits();
      assert.ok((await desk.get(links[at])).status >= 400, 'the link is used up');
      await hers.leave();
    }
  });

  test('an owner signs in and has an account to write for; the administrator has the house', async () => {
    const hers = await visit(desk.url);
    await hers.signIn(owners[0]);
    await hers.go('/skriv');
    await hers.axe();
    await hers.page.getByRole('button', { name: 'Börja skriva' }).click();
    await hers.page.waitForURL(/\/skriv\/01/);
    await hers.leave();
    const his = await visit(desk.url);
    await his.signIn(admin);
    await his.go('/installningar/kollegor');
    for (const person of [admin, ...owners]) await his.page.getByText(person.name).first().waitFor();
    await his.axe();
    await his.leave();
  });

  test('it is done once, and the square stands', async () => {
    const again = await desk.get('/borja');
    assert.deepEqual([again.status, again.headers.get('location')], [303, '/logga-in']);
    assert.deepEqual(await actors(desk), [`${desk.url}/torget/alvbyn`]);
    await seated.go('/');
    await page.getByRole('link', { name: 'Älvbyns kommun' }).first().waitFor();
    await see();
  });
});
