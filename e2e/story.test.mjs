// The main job, from beginning to end, as one story: an employee's post, judged, published on the authority's own square,
// answered by citizens, all on record. By keys alone: once in Swedish by the writer's own judgement and on SQLite, once in
// English where a colleague reads first and on PostgreSQL. The neighbour on the other side is built by others, and his diary is
// the witness.
import { after, test } from 'node:test';
import { closeBrowser } from './lib/browser.mjs';
import { Keyboard } from './lib/hand.mjs';
import { play } from './story/play.mjs';

after(closeBrowser);

test('the main job in Swedish, with the keyboard alone', async (t) => {
  await play(t, {
    language: 'sv', Hand: Keyboard, writer: 'amina', account: { name: 'Vardag i Sjövik', handle: 'vardag_i_sjovik' }, knock: 'rfc9421',
  });
});

test('the main job in English, with the keyboard alone, a colleague who reads first, and PostgreSQL', async (t) => {
  await play(t, {
    language: 'en', Hand: Keyboard, writer: 'nadia', reader: 'lars', account: { name: 'Exempelkommun', handle: 'exempelkommun' },
    knock: 'draft-cavage-http-signatures-12', database: 'postgres',
  });
});
