// Somebody leaves: the authority's register of staff says so, and within a minute she has no session and no token, and what she
// had in hand is a colleague's. Nobody at the desk had to remember it.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { until } from './lib/wait.mjs';
import { administrator, person } from './pages.mjs';

const token = 'ett-langt-hemligt-ord-for-personalregistret';
const leaver = { email: 'amina@exempelkommun.example', password: person.password };

suite('a leaver', () => {
  let desk;
  const file = path.join(tmpdir(), `tilltal-scim-${process.pid}`);
  before(async () => {
    await writeFile(file, `${token}\n`);
    desk = await startDesk({ env: { TILLTAL_SCIM_TOKEN_FILE: file } });
  });
  after(async () => {
    await closeBrowser();
    await desk?.stop();
    await rm(file, { force: true });
  });

  const scim = async (method, where, body) => await fetch(`${desk.url}/scim/v2${where}`, {
    method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' }, body: body && JSON.stringify(body),
  });

  test('what she has written in a browser is for nobody else who sits down at it', async () => {
    const seat = await visit(desk.url);
    const { page } = seat;
    page.on('dialog', (dialog) => dialog.accept()); // "leave the page?"
    await page.route('**/spara', (route) => route.abort('aborted')); // the server has none of it
    const kept = async () => await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tilltal.draft.')).length);
    const write = async () => {
      await seat.go('/skriv');
      await page.getByRole('button', { name: 'Börja skriva' }).click();
      await page.waitForURL(/\/skriv\/01/);
      await page.locator('.writing textarea').fill('Bara min egen tanke.');
      await until('the browser to keep it', async () => await kept() === 1);
    };
    await seat.signIn(leaver);
    await write();
    const draft = page.url();
    await page.context().clearCookies(); // her session has run out
    await seat.signIn(leaver);
    await page.goto(draft);
    await page.locator('[data-restore]:visible').waitFor();
    await page.context().clearCookies();
    await seat.signIn(person);
    assert.equal(await kept(), 0, 'the first page that a colleague opens');

    await write();
    await seat.signOut();
    assert.equal(await kept(), 0, 'she signed out with words that were not saved');
    await seat.leave();
  });

  test('loses everything within a minute, and her conversation has a new owner', async () => {
    const hers = await visit(desk.url);
    await hers.signIn(leaver);
    await hers.go('/inkorg');
    await hers.page.locator('main a[href^="/inkorg/0"]').first().click();
    await hers.page.waitForURL(/\/inkorg\/0/);
    const conversation = new URL(hers.page.url()).pathname;
    const take = hers.page.getByRole('button', { name: 'Ta samtalet' });
    if (await take.count()) await take.first().click();
    await hers.page.getByText('Amina').first().waitFor();
    await hers.go('/mitt/nycklar');
    await hers.page.locator('[name="name"]').fill('Väderboten');
    await hers.page.getByRole('button', { name: 'Skapa nyckel' }).click();
    const bearer = await hers.page.locator('code.copy').innerText();
    const api = async () => (await fetch(`${desk.url}/api/v1/me`, { headers: { authorization: `Bearer ${bearer}` } })).status;
    assert.equal(await api(), 200);

    const found = await (await scim('GET', `/Users?filter=${encodeURIComponent(`userName eq "${leaver.email}"`)}`)).json();
    assert.equal(found.totalResults, 1);
    const ended = await scim('PATCH', `/Users/${found.Resources[0].id}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
    });
    assert.equal(ended.status, 200);
    assert.equal((await ended.json()).active, false);

    assert.equal(await api(), 401);
    await hers.page.goto(`${desk.url}/idag`);
    assert.equal(new URL(hers.page.url()).pathname, '/logga-in');
    await hers.page.locator('input[name="email"]').fill(leaver.email);
    await hers.page.locator('input[name="password"]').fill(leaver.password);
    await hers.page.keyboard.press('Enter');
    await hers.page.getByText('E-postadressen eller lösenordet stämmer inte.').first().waitFor();
    await hers.leave();

    const colleague = await visit(desk.url);
    await colleague.signIn(person);
    await until('the conversation to have a new owner', async () => {
      await colleague.go(conversation);
      return await colleague.page.getByText(/^Tilltal lämnade (över )?samtalet/).count() > 0;
    }, { every: 500 });
    await colleague.axe();
    await colleague.leave();

    const boss = await visit(desk.url);
    await boss.signIn(administrator);
    await boss.go('/installningar/kollegor?slutat=1');
    await boss.page.getByText('har slutat').first().waitFor();
    await boss.axe();
    await boss.leave();
    const verified = await desk.command('ledger', 'verify');
    assert.equal(verified.code, 0, verified.stderr);
  });
});
