// The parts of the pages, each for itself: seen by axe in both languages, both themes and both sizes, and the modules under the
// same content policy as in the house.
import assert from 'node:assert/strict';
import { after, before, beforeEach, suite, test } from 'node:test';
import { closeBrowser, languages, sizes, themes, visit } from './lib/browser.mjs';
import { openGallery } from './lib/gallery.mjs';
import { Keyboard } from './lib/hand.mjs';
import { until } from './lib/wait.mjs';

let gallery;
before(async () => { gallery = await openGallery(); });
after(async () => {
  await closeBrowser();
  await gallery?.close();
});
beforeEach(() => {
  gallery.asked.length = 0;
  gallery.answers.clear();
});

suite('every part', () => {
  for (const size of Object.keys(sizes)) {
    for (const theme of themes) {
      test(`is accessible and fits a ${size} in the ${theme}`, async () => {
        const seated = await visit(gallery.url, { size, theme });
        let turn = size === 'phone' ? 0 : 1;
        for (const name of await gallery.names()) {
          // The languages take turns: the real pages are read in every combination, these in every theme and size.
          const language = Object.keys(languages)[turn++ % 2];
          await seated.go(`/${name}-${language}-${theme}.html`);
          await seated.axe();
          await seated.fits();
        }
        await seated.leave();
      });
    }
  }

  test('has targets of 44 pixels', async () => {
    const seated = await visit(gallery.url, { size: 'phone' });
    for (const name of await gallery.names()) {
      await seated.go(`/${name}-sv-light.html`);
      const small = await seated.page.evaluate(() => [...document.querySelectorAll('button, summary, select, input:not([type=hidden], [type=checkbox], [type=radio]), a.button, nav a')]
        .filter((e) => e.checkVisibility() && getComputedStyle(e).clipPath === 'none' && e.getBoundingClientRect().height < 43.5)
        .map((e) => `${e.tagName} ${e.textContent.trim()}`));
      assert.deepEqual(small, [], name);
    }
    await seated.leave();
  });
});

const said = (words, extra = '') => ({ body: `<div data-findings data-count="1" data-said="${words}"><p>${words}</p>${extra}</div><ul data-counters hidden></ul><div data-routine><p>${words}</p></div>` });
const saved = (version) => ({ headers: { 'tilltal-version': version, 'tilltal-saved': '14:21' } });

async function write(at = '/skriv-sv-light.html') {
  const seated = await visit(gallery.url, { size: 'desktop' });
  await seated.go(at);
  return { seated, page: seated.page, text: seated.page.locator('.writing textarea') };
}

suite('the editor', () => {
  test('reads along, and saves the draft with its version', async () => {
    gallery.answers.set('/skriv/01J/omdome', (_, form) => said(`Läste ${form.get('text').length} tecken`));
    gallery.answers.set('/skriv/01J/spara', () => saved('4'));
    const { seated, page, text } = await write();
    await text.fill('Hej');
    await page.getByText('Läste 3 tecken').first().waitFor();
    await until('the routine to follow', async () => (await page.locator('[data-routine]').textContent()).includes('Läste 3'));
    await page.getByText('Sparat 14:21').waitFor();
    assert.equal(await page.locator('[name=version]').inputValue(), '4');
    assert.equal(gallery.sent('/skriv/01J/spara')[0].get('version'), '3');
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('tilltal.draft')).length), 0, 'what the server has is not kept');
    assert.equal(await page.locator('form[data-dirty]').count(), 0);
    await until('a screen reader to hear of it', async () => (await page.locator('[data-findings-tell]').textContent()) === 'Läste 3 tecken');
    await seated.leave();
  });

  test('shows the place a finding means, changes the words, and undoes it', async () => {
    gallery.answers.set('/skriv/01J/spara', () => saved('4'));
    const { seated, page, text } = await write();
    const was = await text.inputValue();
    await page.locator('#fynd-a1 [data-go]').click();
    const chosen = () => text.evaluate((t) => t.value.slice(t.selectionStart, t.selectionEnd));
    assert.equal(await chosen(), '19121212-1212');
    await page.locator('#fynd-a2 [data-instead]').click();
    assert.equal(await text.inputValue(), was.replace('rekordfull herre', 'en man som behövde hjälp'));
    await page.getByText('Sparat 14:21').waitFor();
    await page.locator('[data-undo]').click(); // it stands after the draft has been saved too
    assert.equal(await text.inputValue(), was);
    assert.equal(await page.locator('[data-undo]').count(), 0);
    await page.locator('#fynd-a2 [data-instead]').click();
    await text.pressSequentially('!');
    assert.equal(await page.locator('[data-undo]').count(), 0, 'it would take away what was written since');
    seated.forgive(/./);
    await page.evaluate(() => { delete document.querySelector('form[data-unsaved]').dataset.dirty; });
    await seated.leave();
  });

  test('a press waits for the save that is on its way, and brings its version', async () => {
    let answer;
    gallery.answers.set('/skriv/01J/spara', () => new Promise((resolve) => { answer = () => resolve(saved('4')); }));
    gallery.answers.set('/skriv/01J', () => ({ status: 204 }));
    const { seated, page, text } = await write();
    await text.fill('Hej');
    await until('the save to be on its way', () => answer);
    const button = page.locator('form[data-unsaved] button[type=submit]:visible').first();
    await button.click();
    await button.click();
    assert.equal(gallery.sent('/skriv/01J').length, 0);
    answer();
    await until('the form to be sent', () => gallery.sent('/skriv/01J').length > 0);
    assert.deepEqual(gallery.sent('/skriv/01J').map((form) => form.get('version')), ['4']);
    await seated.leave();
  });

  test('keeps a reason that is being written when new findings come', async () => {
    const box = '<article data-finding="a2"><details><summary>Behåll</summary><textarea name="skal-a2"></textarea></details></article>';
    gallery.answers.set('/skriv/01J/omdome', () => said('Nytt', box));
    gallery.answers.set('/skriv/01J/spara', () => saved('4'));
    const { seated, page, text } = await write();
    await page.locator('#fynd-a2 summary').first().click();
    await page.locator('[name=skal-a2]').fill('Det är ett citat');
    await text.fill('Ny text');
    await page.getByText('Nytt', { exact: true }).first().waitFor();
    assert.equal(await page.locator('[name=skal-a2]').inputValue(), 'Det är ett citat');
    await page.getByText('Sparat 14:21').waitFor();
    await seated.leave();
  });

  test('gives back what was not saved, after a crash', async () => {
    gallery.answers.set('/skriv/01J/spara', () => ({ status: 503 }));
    const { seated, page, text } = await write();
    await text.fill('Det här fick jag inte spara.');
    await page.getByText('Din text finns kvar här i webbläsaren').waitFor();
    await page.evaluate(() => { delete document.querySelector('form[data-unsaved]').dataset.dirty; }); // a crash asks nobody
    await page.reload();
    await page.getByText('Vi hittade text').waitFor();
    await page.getByRole('button', { name: 'Ta tillbaka texten' }).click();
    assert.equal(await text.inputValue(), 'Det här fick jag inte spara.');
    gallery.answers.set('/skriv/01J/spara', () => saved('4'));
    await page.getByText('Sparat 14:21').waitFor();
    await page.reload();
    assert.equal(await page.locator('[data-restore]').isVisible(), false);
    seated.forgive(/503/);
    await seated.leave();
  });

  test('says so when somebody else has saved, and when the sign-in has run out', async () => {
    for (const [answer, words] of [[{ status: 409 }, 'nyare version'], [{ status: 401 }, 'utloggad']]) {
      gallery.answers.set('/skriv/01J/spara', () => answer);
      const { seated, page, text } = await write();
      await text.fill('Min text');
      await page.locator('[data-saved]').filter({ hasText: words }).waitFor();
      assert.equal(await text.inputValue(), 'Min text');
      await page.evaluate(() => { delete document.querySelector('form[data-unsaved]').dataset.dirty; });
      await seated.leave();
    }
  });

  test('counts as each network counts', async () => {
    const { seated, page } = await write();
    const counts = await page.evaluate(async () => {
      const from = document.querySelector('script[src*="editor.js"]').src.replace('editor.js', 'text.js');
      const { count, index, locate } = await import(from);
      return [count('å🏳️‍🌈', 'graphemes'), count('å🏳️‍🌈', 'utf16'), count('å🏳️‍🌈', 'bytes'), index('å🙂b', 6), locate('b ab', 0, 1, 'ab'), locate('x', 0, 1, 'y')];
    });
    assert.deepEqual(counts, [2, 7, 16, 3, [2, 4], null]);
    await seated.leave();
  });
});

suite('the keys', () => {
  test('move in the list, open the help, and can be switched off', async () => {
    const seated = await visit(gallery.url);
    await seated.go('/idag-sv-light.html');
    const { page } = seated;
    const focus = () => page.evaluate(() => document.activeElement.getAttribute('href'));
    await page.keyboard.press('j');
    assert.equal(await focus(), '/inkorg/2', 'the first stands open, so j goes to the second');
    await page.keyboard.press('k');
    assert.equal(await focus(), '/inkorg/1');
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'sok');
    await page.keyboard.type('j?');
    assert.equal(await page.locator('#sok').inputValue(), 'j?');
    await page.locator('#sok').blur();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Kortkommandon' }).waitFor();
    await seated.axe();
    assert.match(await page.locator('[data-keys]').textContent(), /g sedan i\s*Inkorg/);
    await page.getByLabel('Använd kortkommandon').uncheck();
    await page.keyboard.press('Escape');
    await page.locator('#innehall').focus();
    await page.keyboard.press('j');
    assert.equal(await focus(), null);
    await seated.leave();
  });

  test('two of them open a room', async () => {
    gallery.answers.set('/inkorg', () => ({ body: '<!doctype html><title>Inkorg</title>' }));
    const seated = await visit(gallery.url);
    await seated.go('/idag-sv-light.html');
    await new Keyboard(seated.page).key('g i');
    await seated.page.waitForURL('**/inkorg');
    await seated.leave();
  });
});

suite('a page', () => {
  test('hears of what is new and changes only that region', async () => {
    const seated = await visit(gallery.url);
    await seated.go('/inkorg-sv-light.html');
    const { page } = seated;
    await until('the page to listen', () => gallery.streams.size === 1);
    await page.evaluate(() => {
      const list = document.querySelector('.threads').parentElement;
      list.dataset.live = 'lista';
    });
    gallery.answers.set('/inkorg-sv-light.html', () => ({ body: '<!doctype html><main><div data-live="lista"><p>Nytt samtal</p></div><h1>Annat</h1></main>' }));
    gallery.tell('lista');
    await page.getByText('Nytt samtal').waitFor();
    assert.equal(await page.locator('h1').textContent(), 'Inkorg');
    await seated.leave();
  });

  test('changes its looks at once, tells the server, and closes its menus', async () => {
    gallery.answers.set('/tema', () => ({ status: 204 }));
    const seated = await visit(gallery.url);
    await seated.go('/idag-sv-light.html');
    const { page } = seated;
    await page.locator('.me > summary').click();
    await seated.axe();
    await page.getByRole('button', { name: 'Mörkt' }).click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await until('the server to hear', () => gallery.sent('/tema')[0]?.get('theme') === 'dark');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('details.me').getAttribute('open'), null);
    await seated.leave();
  });

  test('sends a form once, and gives the list of errors the focus', async () => {
    const seated = await visit(gallery.url);
    await seated.go('/falt-sv-light.html');
    const { page } = seated;
    assert.equal(await page.evaluate(() => document.activeElement.className), 'notice stop summary');
    gallery.answers.set('/konton', () => ({ status: 204 })); // the page stands, as after a slow answer
    const send = page.getByRole('button', { name: /Spara kontot|Skickar/ });
    await send.click();
    await send.click();
    await until('it to arrive', () => gallery.sent('/konton').length > 0);
    assert.equal(gallery.sent('/konton').length, 1);
    assert.equal(await send.textContent().then((t) => t.trim()), 'Skickar …');
    await seated.leave();
  });

  test('asks before unsaved text is left', async () => {
    const { seated, page, text } = await write();
    let asked = false;
    page.on('dialog', (dialog) => { asked = dialog.type() === 'beforeunload'; dialog.accept(); });
    await text.pressSequentially('!');
    await page.goto('about:blank');
    assert.ok(asked);
    await seated.leave();
  });

  test('works without JavaScript: menus fold out and every form has a way to go', async () => {
    const seated = await visit(gallery.url, { script: false, size: 'phone' });
    await seated.go('/skriv-sv-light.html');
    await seated.page.locator('.rooms summary').click();
    await seated.page.getByRole('link', { name: 'Protokoll' }).waitFor();
    assert.equal(await seated.page.locator('[data-script]').isVisible(), false);
    assert.equal(await seated.page.locator('form:not([action]):not([method=dialog])').count(), 0);
    await seated.axe();
    await seated.leave();
  });
});
