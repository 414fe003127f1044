// The list of shortcuts (?) says what the keys do: on every page of the desk each line of the list is pressed, and what its words
// name must happen. A line that does nothing, or something else than it says, is found here.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { arrive, administrator, person } from './pages.mjs';

const shown = [
  [person, [
    { path: '/idag' },
    { path: '/skriv' },
    { path: '/skriv', follow: 'main a[href^="/skriv/"]' },
    { path: '/inkorg' },
    { path: '/inkorg', follow: 'main a[href^="/inkorg/"]' },
    { path: '/granska', follow: 'main a[href^="/granska/"]' },
    { path: '/kalender' },
    { path: '/pass', follow: 'main .rows a[href$="/pass"]' },
    { path: '/ideer' },
    { path: '/lardomar' },
    { path: '/regler/plainlanguage.officialese' },
    { path: '/skriv?visa=publicerat', follow: 'main a[href^="/inlagg/"]' },
  ]],
  [administrator, [{ path: '/installningar/kollegor' }, { path: '/konton' }]],
];

suite('shortcuts', { timeout: 900_000 }, () => {
  let desk;
  before(async () => { desk = await startDesk(); });
  after(async () => {
    await closeBrowser();
    await desk?.stop();
  });

  test('each line of the list does what it says', async () => {
    let pressed = 0;
    for (const [who, pages] of shown) {
      const seated = await visit(desk.url);
      await seated.signIn(who);
      await stopClock(seated.page);
      for (const at of pages) {
        const address = await arrive(seated, at);
        const lines = await list(seated.page);
        assert.ok(lines.length > 5, `${address} lists ${lines.length} shortcuts`);
        assert.equal(new Set(lines.map((line) => line.keys)).size, lines.length, `${address} lists a key twice`);
        await seated.page.evaluate(watch);
        for (const line of lines) {
          await obeys(seated.page, line, address);
          pressed++;
        }
      }
      await seated.leave();
    }
    assert.ok(pressed > 100, `only ${pressed} keys were pressed`);
  });

  test('switched off, and while somebody types, no key does anything', async () => {
    const seated = await visit(desk.url);
    const { page } = seated;
    await seated.signIn(person);
    await page.locator('#sok').focus();
    await page.keyboard.type('g s?n');
    assert.equal(await page.locator('#sok').inputValue(), 'g s?n');
    await page.locator('main').focus();
    await list(page);
    await page.keyboard.press('?');
    await page.locator('#tangenter [data-keys-on]').uncheck();
    await page.keyboard.press('Escape');
    await page.evaluate(watch);
    for (const key of ['n', '?', '/', 'j']) await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
    assert.equal(await page.locator('#tangenter').evaluate((help) => help.open), false);
    await seated.leave();
  });
});

/** stopClock: the second of two keys has to come soon after the first, and a busy machine may take its time. */
async function stopClock(page) {
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
}

/** list opens the list by its own key, reads its lines, and closes it. */
async function list(page) {
  await page.keyboard.press('?');
  await page.locator('#tangenter[open]').waitFor();
  const lines = await page.locator('#tangenter [data-keys]').evaluate((list) => [...list.querySelectorAll('dt')].map((dt) =>
    ({ keys: [...dt.querySelectorAll('kbd')].map((kbd) => kbd.textContent).join(' '), words: dt.nextElementSibling.textContent })));
  await page.keyboard.press('Escape');
  return lines;
}

/** watch hears what is pressed, and keeps it from leading anywhere. */
function watch() {
  window.heard = [];
  addEventListener('click', (event) => {
    const el = event.target.closest('[data-key]');
    window.heard.push(el ? { keys: el.dataset.key, words: el.dataset.keyName || el.textContent.trim() } : { keys: '', words: '' });
    if (!el?.matches('[href="#tangenter"]')) event.preventDefault();
  });
}

/** rest puts the hand back where no key has been pressed. */
function rest() {
  window.heard = [];
  document.querySelector('#tangenter').close();
  for (const box of document.querySelectorAll('details[data-key]')) box.open = false;
  document.activeElement?.blur();
}

/** obeys presses a line's keys, and sees that what the words name is what was pressed, opened, or stands ready to be written in. */
async function obeys(page, line, address) {
  const where = `${address}: ${line.keys} (${line.words})`;
  assert.notEqual(line.words, '', where);
  await page.evaluate(rest);
  for (const key of line.keys.split(' ')) await page.keyboard.press(key);
  if (line.keys === 'j' || line.keys === 'k') {
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-row]')), where);
    return;
  }
  if (line.keys === '?') {
    assert.ok(await page.locator('#tangenter').evaluate((help) => help.open), where);
    return;
  }
  const heard = await page.evaluate(() => window.heard);
  if (heard.length > 0) {
    assert.deepEqual(heard, [line], where);
    return;
  }
  const named = await page.evaluate((keys) => {
    const el = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
    const focus = document.activeElement;
    return { ready: el === focus || el.tagName === 'DETAILS' && el.open && el.contains(focus), words: el.dataset.keyName || el.textContent.trim() };
  }, line.keys);
  assert.deepEqual(named, { ready: true, words: line.words }, where);
}
