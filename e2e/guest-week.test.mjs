// A guest week, from the invitation to the talk afterwards: with the keyboard alone in both languages, and on a telephone
// without JavaScript. Each page on the way is scanned.
import { after, test } from 'node:test';
import { closeBrowser } from './lib/browser.mjs';
import { Keyboard, Mouse } from './lib/hand.mjs';
import { spend } from './story/guest.mjs';

after(closeBrowser);

test('a guest week in Swedish, with the keyboard alone', async (t) => {
  await spend(t, { language: 'sv', Hand: Keyboard });
});

test('a guest week in English, with the keyboard alone', async (t) => {
  await spend(t, { language: 'en', Hand: Keyboard });
});

test('a guest week on a telephone without JavaScript', async (t) => {
  await spend(t, { language: 'sv', Hand: Mouse, script: false, size: 'phone' });
});
