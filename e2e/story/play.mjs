// The seven steps in their order. When one of them fails the story ends there: what comes after would only be noise.
import { gather } from './cast.mjs';
import { keepCheckpoint, openBook, readCorrections, verify } from './record.mjs';
import { answer, arrived, ask, finish, heard, listen, readReceipt, remark, secondThoughts } from './talking.mjs';
import { begin, correct, furnish, mend, publish, slip, standsCorrected, standsOnSquare, withdraw } from './writing.mjs';

/** play tells the story. Options are those of gather. */
export async function play(t, options) {
  let cast, over;
  const step = async (name, ...acts) => await t.test(name, { skip: over && 'the story ended before this' }, async () => {
    over = true;
    for (const act of acts) await act(cast);
    over = false;
  });
  try {
    await step('1: the desk is started, and a neighbour follows the account', async () => { cast = await gather(options); }, keepCheckpoint,
      () => cast.follow());
    await step('2: she signs in and writes; what she should not say is found as she types, and she mends it',
      () => cast.signIn(cast.writer), begin, slip, mend, furnish);
    await step('3 and 4: the routine is kept, and the post stands on the square and with the neighbour',
      () => cast.reader && cast.signIn(cast.reader), publish, standsOnSquare);
    await step('5: a correction stands in plain sight', correct, standsCorrected, readCorrections);
    await step('6: a citizen asks, the neighbour replies, and both arrive while she looks', listen, ask, remark, arrived);
    await step('6: the citizen is answered at her link', () => answer(cast, { about: cast.t.question, note: cast.t.note, words: cast.t.answer }),
      readReceipt, finish);
    await step('6: the neighbour is answered, thinks again, and takes it back', () => answer(cast, { about: cast.t.remark, words: cast.t.remarkAnswer }),
      heard, secondThoughts, finish);
    await step('5: the post is withdrawn on a ground', withdraw);
    await step('7: everybody can see it, and the record holds', openBook, verify);
  } finally {
    await cast?.leave();
  }
}
