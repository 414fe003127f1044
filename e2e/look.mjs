// Takes a picture of every page, so that somebody looks at it: node look.mjs [FOLDER [URL]]
//
// The pictures are named page.language.theme.size.png. With a URL a desk that already runs is looked at; without one the
// demo is started. Progress is one line for each visit.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { closeBrowser, languages, sizes, themes, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { arrive, open as openPages, rounds } from './pages.mjs';

const folder = process.argv[2] ?? 'e2e/out';
const running = process.argv[3];
await mkdir(folder, { recursive: true });

const desk = running ? undefined : await startDesk({ host: 'localhost' });
const faults = [];
try {
  for (const language of Object.keys(languages)) {
    for (const theme of themes) {
      for (const size of Object.keys(sizes)) await look({ language, theme, size });
    }
  }
} finally {
  await closeBrowser();
  await desk?.stop();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;

/** look makes one visit and takes a picture of each page on the way; a page that fails does not stop the others. */
async function look(how) {
  const seated = await visit(running ?? desk.url, how);
  let taken = 0;
  const take = async (page) => {
    try {
      await arrive(seated, page);
      await seated.picture(path.join(folder, `${page.name}.${how.language}.${how.theme}.${how.size}.png`));
      taken++;
    } catch (error) {
      faults.push(`${page.name} (${Object.values(how).join(', ')}): ${error.message}`);
    }
  };
  for (const page of openPages) await take(page);
  for (const [who, pages] of rounds) {
    await seated.signIn(who);
    for (const page of pages) await take(page);
    await seated.signOut();
  }
  await seated.leave().catch((error) => faults.push(error.message));
  console.log(`${Object.values(how).join(' · ')}: ${taken} pictures`);
}
