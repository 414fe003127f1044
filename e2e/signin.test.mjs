// Signing in as an authority does: by an identity provider that others wrote, with roles that follow groups, and everything that
// may go wrong on the way.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { Keyboard } from './lib/hand.mjs';
import { freePort } from './lib/process.mjs';
import { enterProvider, withoutFonts } from './lib/provider.mjs';
import { until } from './lib/wait.mjs';
import { administrator, person } from './pages.mjs';
import { secret, startProvider } from './peer/oidc.mjs';

const button = 'Logga in med kommunens konto';

suite('the authority’s own sign-in', () => {
  let desk, provider;
  const file = path.join(tmpdir(), `tilltal-oidc-${process.pid}`);
  const people = {
    karin: { name: 'Karin Ek', given_name: 'Karin', email: administrator.email, groups: [] },
    nina: { name: 'Nina Ny', given_name: 'Nina', email: 'nina@exempelkommun.example', groups: ['tilltal-kommunikation'] },
    okand: { name: 'Okänd', given_name: 'Okänd', email: 'okand@exempelkommun.example', groups: [] },
  };
  before(async () => {
    const port = await freePort();
    await writeFile(file, `${secret}\n`);
    desk = await startDesk({ env: {
      TILLTAL_OIDC_ISSUER: `http://127.0.0.1:${port}`, TILLTAL_OIDC_CLIENT_ID: 'tilltal', TILLTAL_OIDC_CLIENT_SECRET_FILE: file,
      TILLTAL_OIDC_NAME: 'kommunens konto', TILLTAL_OIDC_SCOPES: 'openid profile email groups', TILLTAL_OIDC_HIRE: 'true',
      TILLTAL_OIDC_GROUPS: 'tilltal-kommunikation=communicator,tilltal-admin=administrator',
    } });
    provider = await startProvider({ port, desk: desk.url, people });
  });
  after(async () => {
    await closeBrowser();
    await provider?.close();
    await desk?.stop();
    await rm(file, { force: true });
  });

  const enter = async (seated, name, to = '/idag') => {
    await withoutFonts(seated.page);
    await seated.go(`/logga-in?till=${to}`);
    await seated.page.getByRole('link', { name: button }).click();
    await enterProvider(seated.page, name);
  };
  const whereIs = (seated) => new URL(seated.page.url()).pathname;

  test('she comes in by keys alone, is led on, and the page has no faults', async () => {
    const seated = await visit(desk.url);
    await withoutFonts(seated.page);
    await seated.go('/logga-in?till=/konton');
    await seated.axe();
    await new Keyboard(seated.page).press(seated.page.getByRole('link', { name: button }));
    await enterProvider(seated.page, 'karin');
    assert.equal(whereIs(seated), '/konton');
    await seated.leave();
  });

  test('without JavaScript too', async () => {
    const seated = await visit(desk.url, { script: false });
    await enter(seated, 'karin');
    assert.equal(whereIs(seated), '/idag');
    await seated.leave();
  });

  test('somebody with a group is put in the register, and her roles follow her groups', async () => {
    const seated = await visit(desk.url);
    await enter(seated, 'nina', '/skriv');
    assert.equal(whereIs(seated), '/skriv');
    await seated.leave();
    people.nina.groups = ['tilltal-admin'];
    const again = await visit(desk.url);
    await enter(again, 'nina', '/installningar/ny-kollega');
    assert.equal(whereIs(again), '/installningar/ny-kollega');
    assert.equal((await again.page.goto(`${desk.url}/skriv`)).status(), 403, 'she is no communicator any more');
    await again.leave();
  });

  test('somebody without a group is told what to do', async () => {
    const seated = await visit(desk.url);
    await enter(seated, 'okand');
    await seated.page.getByText('Du finns inte i skrivbordets register.').first().waitFor();
    await seated.axe();
    await seated.leave();
  });

  test('an answer for another question is refused', async () => {
    const seated = await visit(desk.url);
    provider.nonce = 'en annan';
    await enter(seated, 'karin');
    provider.nonce = undefined;
    await seated.page.getByText('Inloggningen gick inte att bekräfta.').first().waitFor();
    assert.equal((await seated.page.goto(`${desk.url}/idag`)).url(), `${desk.url}/logga-in?till=%2Fidag`);
    await seated.leave();
  });

  test('an answer works once, in one browser', async () => {
    const seated = await visit(desk.url);
    let answer;
    seated.page.on('request', (request) => { if (request.url().includes('/logga-in/oidc/svar')) answer = request.url(); });
    await enter(seated, 'karin');
    assert.equal(whereIs(seated), '/idag');
    await seated.go(answer, 401);
    const other = await visit(desk.url);
    await other.go(answer, 401);
    await other.page.getByText('Börja om från inloggningen.').first().waitFor();
    await other.leave();
    await seated.leave();
  });

  test('who signs out there is signed out here', async () => {
    const seated = await visit(desk.url);
    await enter(seated, 'karin');
    const heard = provider.told.length;
    await seated.page.goto(`${provider.issuer}/session/end`);
    await seated.page.locator('button[name="logout"], button:has-text("Yes")').first().click();
    await until('the provider to have told the desk', () => provider.told.length > heard);
    assert.equal(provider.told.at(-1), 'heard');
    await seated.page.goto(`${desk.url}/idag`);
    assert.equal(whereIs(seated), '/logga-in');
    await seated.leave();
  });

  test('who signs out here is offered to sign out there', async () => {
    const seated = await visit(desk.url);
    await enter(seated, 'karin');
    await seated.page.locator('details.me > summary').click();
    await seated.page.locator('details.me form[action="/logga-ut"] button').click();
    await seated.page.getByRole('heading', { name: 'Du är utloggad.' }).waitFor();
    await seated.axe();
    await seated.page.getByRole('link', { name: 'Fortsätt till kommunens konto' }).click();
    await seated.page.locator('button[name="logout"], button:has-text("Yes")').first().click();
    await seated.page.waitForURL(`${desk.url}/logga-in?ut=1`);
    await seated.leave();
  });

  test('what she wrote survives a sign-in there', async () => {
    const seated = await visit(desk.url);
    await withoutFonts(seated.page);
    await seated.signIn(person);
    await seated.go('/mitt/nycklar');
    await seated.page.locator('[name="name"]').fill('Väderboten');
    await seated.page.context().clearCookies();
    await seated.page.getByRole('button', { name: 'Skapa nyckel' }).click();
    await seated.page.getByText('Det du skrev finns kvar.').first().waitFor();
    await seated.page.getByRole('button', { name: button }).click();
    await seated.page.getByRole('link', { name: 'Fortsätt till kommunens konto' }).click();
    await enterProvider(seated.page, 'karin');
    await seated.page.getByRole('heading', { name: 'Din text finns kvar' }).waitFor();
    assert.equal(await seated.page.locator('input[name="name"]').inputValue(), 'Väderboten');
    await seated.leave();
  });

  test('when the provider is away the page says so, and a password works', async () => {
    await provider.close();
    const seated = await visit(desk.url);
    await seated.go('/logga-in');
    await until('the desk to notice', async () => {
      await seated.page.goto(`${desk.url}/logga-in/oidc`);
      return await seated.page.getByText('Myndighetens inloggning svarar inte just nu.').count() > 0;
    }, { every: 500 });
    await seated.axe();
    seated.forgive(/503|ERR_CONNECTION_REFUSED/);
    await seated.signIn(person);
    await seated.leave();
    await provider.open();
  });

  test('the break-glass account opens when nothing else does, and everybody hears of it', async () => {
    const made = await desk.command('person', 'break-glass');
    assert.equal(made.code, 0, made.stderr);
    const [, email, password] = made.stdout.trim().split('\n');
    const seated = await visit(desk.url);
    await seated.signIn({ email, password });
    await seated.leave();
    assert.match(JSON.stringify((await desk.health()).body.alarms), /break-glass/);
    const his = await visit(desk.url);
    await his.signIn(administrator);
    await his.go('/installningar');
    await his.page.getByText('Nödkontot har använts').first().waitFor();
    await his.axe();
    await his.go('/installningar/inloggning');
    await his.axe();
    await his.page.getByLabel('Vad hände?').fill('Ett prov.');
    await his.page.getByRole('button', { name: 'Stäng av larmet' }).click();
    await his.page.getByText('Larmet är avstängt.').first().waitFor();
    assert.equal((await desk.health()).body.alarms, undefined);
    assert.doesNotMatch(desk.output, new RegExp(password), 'the password is in the log');
    await his.leave();
  });
});
