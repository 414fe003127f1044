// Notices that reach her: the bell of a page that is open, a browser that shows what it is told, and one that cannot.
//
// What is real: the desk, its keys and its sending over HTTP, the sealing and the signature, which the service on this machine
// opens and checks, the page, its permission, and the worker in Chromium. What is played: the way from the push service to the
// browser, and the finger on the notification; Chromium has neither without the internet and a desktop.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { Keyboard } from './lib/hand.mjs';
import { startPush } from './lib/push.mjs';
import { standStill, until } from './lib/wait.mjs';

const password = 'tilltal-demo';
const tomasz = { email: 'tomasz@exempelkommun.example', password };
const nadia = { email: 'nadia@exempelkommun.example', password };

suite('notices', () => {
  let desk, service;
  before(async () => {
    service = await startPush();
    desk = await startDesk({ host: 'localhost', flags: ['--allow-loopback'] });
  });
  after(async () => {
    await closeBrowser();
    await desk?.stop();
    await service?.stop();
  });

  test('the bell of an open page rings, and is heard once', async () => {
    const [his, hers] = [await visit(desk.url), await visit(desk.url)];
    await his.signIn(tomasz);
    await hers.signIn(nadia);
    await standStill(his.page);
    await his.go('/mitt'); // a page that shows nothing else that is new
    const spoken = await listenTo(his.page);
    const before = await count(his.page);
    await ideaIsAsked(his, hers, 'Badhuset är från 1904.');
    await rings(his.page, before + 1);
    await slowly(his.page, 'the bell to be told', async () => (await spoken()).length > 0);
    for (const [n, text] of ['Rådhuset är från 1911.', 'Biblioteket är från 1952.'].entries()) {
      await ideaIsAsked(his, hers, text);
      await rings(his.page, before + 2 + n);
    }
    await his.page.clock.fastForward(70_000);
    assert.deepEqual(await spoken(), [toldOf(before + 1), toldOf(before + 3)], 'what comes within a minute is told as one');
    await his.page.clock.resume(); // axe needs timers
    await his.axe();

    const other = await his.page.context().newPage();
    await other.goto(`${desk.url}/aviseringar`);
    await other.getByRole('button', { name: 'Markera allt som läst' }).click();
    await rings(his.page, 0);
    assert.equal(await his.page.locator('[data-bell-tell]').innerText(), '');

    await ideaIsAsked(his, hers, 'Simhallen är från 1975.');
    const told = other.locator('.notices .unread', { hasText: 'Nadia Haddad undrar något om din idé.' });
    await slowly(other, 'the list to hear of it too', async () => await told.count() > 0);
    await his.leave();
    await hers.leave();
  });

  test('without JavaScript the bell is counted on every page', async () => {
    const his = await visit(desk.url, { script: false });
    await his.signIn(tomasz);
    await his.go('/mitt');
    assert.match(await his.page.locator('a.bell').innerText(), /1 ny\b/);
    await his.go('/aviseringar/val');
    await his.page.getByText('Notiser kräver JavaScript.').waitFor();
    assert.equal(await his.page.getByRole('button', { name: 'Slå på i den här webbläsaren' }).count(), 0);
    await his.axe();
    await his.leave();
  });

  test('a browser that cannot reach its push service says so, and keeps nothing', async () => {
    for (const [language, words] of [['sv', 'Webbläsaren når inte sin notistjänst, så ingenting är påslaget.'], ['en', 'The browser cannot reach its push service, so nothing has been turned on.']]) {
      const profile = await mkdtemp(path.join(tmpdir(), 'tilltal-browser-'));
      const his = await visit(desk.url, { language, size: 'phone', profile });
      await his.page.context().grantPermissions(['notifications'], { origin: desk.url });
      await his.signIn(tomasz);
      await his.go('/aviseringar/val');
      await new Keyboard(his.page).press(his.page.locator('[data-push-on]'));
      await his.page.getByText(words).waitFor();
      await his.axe();
      await his.fits();
      assert.equal(await his.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
      assert.equal(await his.page.locator('#webblasare .rows li').count(), 0);
      await his.leave();
      await rm(profile, { recursive: true, force: true });
    }
  });

  test('a browser where notifications are not allowed says what to do', async () => {
    const his = await visit(desk.url);
    await his.page.addInitScript(() => { Notification.requestPermission = async () => 'denied'; });
    await his.signIn(tomasz);
    await his.go('/aviseringar/val');
    await his.page.locator('[data-push-on]').click();
    await his.page.getByText('Webbläsaren sa nej.').waitFor();
    await his.page.evaluate(() => { Notification.requestPermission = async () => 'default'; });
    await his.page.locator('[data-push-on]').click();
    await his.page.getByText('Webbläsaren fick inget svar på sin fråga.').waitFor();
    assert.equal(await his.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await his.leave();
  });

  test('from a colleague\'s question to the page that it is read on', async () => {
    const [his, hers] = [await visit(desk.url), await visit(desk.url)];
    const { page } = his;
    await page.context().grantPermissions(['notifications'], { origin: desk.url });
    await page.exposeFunction('played', (key) => service.subscribe('tomasz', key));
    await page.addInitScript(playSubscribe);
    await his.signIn(tomasz);
    await hers.signIn(nadia);
    await his.go('/aviseringar/val');
    await page.locator('input[name="quiet_from"]').fill('00:00');
    await page.locator('input[name="quiet_to"]').fill('00:00');
    await page.locator('input[name="red_days"]').uncheck();
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Sparat.').waitFor();
    const hand = new Keyboard(page);
    await hand.press(page.locator('[data-push-on]'));
    await page.getByText('Nu tar den här webbläsaren emot notiser.').waitFor();
    await his.axe();

    await hand.press(page.getByRole('button', { name: 'Skicka ett prov' }));
    await page.getByText(/Chrome.*: provet är skickat\./).waitFor();
    const [trial] = service.taken;
    assert.deepEqual({ ...JSON.parse(trial.message), tag: '' }, { title: 'Ett prov från Tilltal', tag: '', lang: 'sv',
      body: 'Det här är ett prov. Nu vet du att aviseringarna kommer fram.', path: '/aviseringar/val' });
    assert.equal(trial.contact, 'mailto:postmaster@localhost');

    await ideaIsAsked(his, hers, 'Det hemliga ordet är fiolfodral.');
    const sent = await until('the message', () => service.taken.find(({ message }) => message.includes('undrar något om din idé')), { every: 200 });
    assert.ok(!sent.message.includes('fiolfodral') && !sent.message.includes('Vad menar du'), sent.message);
    assert.equal(sent.urgency, 'normal');
    const told = JSON.parse(sent.message);
    const shown = await deliver(page, desk.url, sent.message);
    assert.deepEqual(shown, [{ title: 'Tilltal', body: 'Nadia Haddad undrar något om din idé.', lang: 'sv', tag: told.tag, path: told.path }]);
    assert.deepEqual(await deliver(page, desk.url, sent.message), shown, 'the same again takes the place of the first');

    const led = await touch(page, told.tag);
    assert.deepEqual(led, { opened: [`${desk.url}${told.path}`], left: 0 });
    await page.goto(led.opened[0]);
    assert.match(page.url(), /\/ideer\/01/);
    assert.deepEqual((await deliver(page, desk.url, 'no JSON')).map(({ body, path }) => ({ body, path })), [{ body: 'Du har en ny avisering.', path: '/aviseringar' }]);
    assert.deepEqual(service.refused, []);

    service.forget('tomasz'); // she has cleared her browser
    await his.go('/aviseringar/val');
    await page.getByRole('button', { name: 'Skicka ett prov' }).click();
    await page.getByText('Webbläsaren tar inte emot notiser längre. Vi har glömt den.').waitFor();
    await his.go('/aviseringar/val');
    await page.getByText('Ingen webbläsare tar emot notiser än.').waitFor();
    await his.leave();
    await hers.leave();
  });
});

const count = async (page) => Number(await page.locator('[data-bell]').getAttribute('data-unread'));
const toldOf = (n) => (n === 1 ? 'Du har 1 ny avisering.' : `Du har ${n} nya aviseringar.`);


/** slowly lets the time of a page that stands still go by, at half its pace at most, until the answer is there. */
const slowly = (page, what, ask) => until(what, async () => {
  await page.clock.runFor(100);
  return await ask();
}, { every: 200 });

const rings = (page, n) => slowly(page, `the bell to say ${n}`, () => page.locator(`[data-bell][data-unread="${n}"]`).count());

/** listenTo gives what a screen reader has been told by the bell. */
async function listenTo(page) {
  await page.evaluate(() => {
    globalThis.spoken = [];
    const place = document.querySelector('[data-bell-tell]');
    new MutationObserver(() => place.textContent && globalThis.spoken.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => globalThis.spoken);
}

/** ideaIsAsked lets him send an idea in another window, and her ask about it. */
async function ideaIsAsked(his, hers, text) {
  const window = await his.page.context().newPage();
  await window.goto('/ideer/ny');
  await window.locator('textarea[name="text"]').fill(text);
  await window.getByRole('button', { name: 'Skicka idén' }).click();
  await window.getByText('Tack! Vi har din idé.').waitFor();
  const idea = new URL(window.url()).pathname;
  await window.close();
  await hers.go(idea);
  await hers.page.locator('summary', { hasText: 'Fråga något' }).click();
  await hers.page.locator('details[open] textarea[name="text"]').fill('Vad menar du?');
  await hers.page.getByRole('button', { name: 'Skicka frågan' }).click();
  await hers.page.getByText('Din fråga är skickad.').waitFor();
}

/** playSubscribe runs in the page: it lets the service on this machine give what the browser's own would. */
function playSubscribe() {
  const plain = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const raw = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer;
  globalThis.PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly) throw new Error('a browser asks for this');
    const s = await globalThis.played(plain(applicationServerKey));
    return { endpoint: s.endpoint, getKey: (name) => raw(s[name]) };
  };
}

/** deliver plays the way from the push service to the browser, and gives the notifications that her worker shows. */
async function deliver(page, origin, data) {
  await until('the worker to be ready', () => page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration('/aviseringar/');
    return Boolean(worker?.active);
  }));
  const cdp = await page.context().newCDPSession(page);
  const found = new Promise((done) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL === `${origin}/aviseringar/`);
      if (ours) done(ours.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await found, data });
  await cdp.detach();
  return await until('the notification', async () => {
    const all = await page.evaluate(async () => {
      const worker = await navigator.serviceWorker.getRegistration('/aviseringar/');
      return (await worker.getNotifications()).map(({ title, body, lang, tag, data: { path } }) => ({ title, body, lang, tag, path }));
    });
    return all.length > 0 && all;
  }, { every: 100 });
}

/** touch plays the finger on a notification, and gives where the worker leads and how many notifications are left. */
async function touch(page, tag) {
  const worker = await until('the worker to be awake', () => page.context().serviceWorkers().at(-1));
  return await worker.evaluate(async (which) => {
    const opened = [];
    self.clients.openWindow = async (to) => { opened.push(String(to)); };
    const [notification] = await self.registration.getNotifications({ tag: which });
    const event = new NotificationEvent('notificationclick', { notification });
    const waits = [];
    event.waitUntil = (promise) => waits.push(promise);
    self.dispatchEvent(event);
    await Promise.all(waits);
    return { opened, left: (await self.registration.getNotifications({ tag: which })).length };
  }, tag);
}
