// The main job once more, on a telephone and without JavaScript: what a script does while one writes happens when one saves.
import { after, test } from 'node:test';
import { closeBrowser } from './lib/browser.mjs';
import { Mouse } from './lib/hand.mjs';
import { play } from './story/play.mjs';

after(closeBrowser);

test('the main job without JavaScript', async (t) => {
  await play(t, {
    language: 'sv', Hand: Mouse, script: false, size: 'phone', writer: 'amina', account: { name: 'Vardag i Sjövik', handle: 'vardag_i_sjovik' },
  });
});
