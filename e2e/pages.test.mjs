// Every page, in both languages, both themes and both sizes: no accessibility fault, nothing wider than the screen, and a
// browser with nothing to complain about. Once more without JavaScript, where every page must still say what it is.
//
// Two visitors walk beside one another, always in the same language: it is chosen for a person, and they are the same people.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, languages, sizes, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { arrive, open as openPages, rounds } from './pages.mjs';

let desk;
before(async () => { desk = await startDesk({ host: 'localhost' }); });
after(async () => {
  await closeBrowser();
  await desk?.stop();
});

// The themes differ in nothing but colours, so that in the dark only those are looked at, on the page as it stands.
const colours = ['color-contrast', 'link-in-text-block'];

/** walk visits the open pages, signs in, and visits the pages of the desk, then those of the house and of the archive. */
async function walk(seated, look) {
  for (const page of openPages) await look(await arrive(seated, page));
  for (const [who, pages] of rounds) {
    await seated.signIn(who);
    for (const page of pages) await look(await arrive(seated, page));
    await seated.signOut();
  }
}

for (const language of Object.keys(languages)) {
  suite(`pages in ${language}`, { concurrency: 2 }, () => {
    for (const size of Object.keys(sizes)) {
      test(`${size}, light and dark`, async () => {
        const seated = await visit(desk.url, { language, size });
        await walk(seated, async (path) => {
          assert.equal(await seated.page.locator('html').getAttribute('lang'), language, `lang of ${path}`);
          await seated.axe();
          await seated.fits();
          await seated.wear('dark');
          await seated.axe(colours);
          await seated.fits();
          await seated.wear('light');
        });
        await seated.leave();
      });
    }

    test('without JavaScript', async () => {
      const seated = await visit(desk.url, { language, script: false });
      await walk(seated, async (path) => {
        assert.notEqual((await seated.page.locator('main h1').innerText()).trim(), '', `heading of ${path}`);
        if (language === 'sv') await seated.axe(); // what is left out without a script is the same in both
      });
      await seated.leave();
    });
  });
}
