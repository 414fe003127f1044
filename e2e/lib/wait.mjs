// Waiting without guessing: ask again until the answer is there, and say what was missing when it never comes.

/**
 * patience is how long anything is waited for, in milliseconds. It is no promise of speed: a machine may be slow and have much
 * else to do, and whoever waits goes on as soon as the answer is there. Only what never comes takes this long.
 */
export const patience = 240_000;

/**
 * until asks again and again until the answer is truthy, and gives that answer.
 * An error thrown by ask counts as "not yet"; the last one is told when time runs out.
 * @param {string} what in words, for the error: "the reply in the inbox"
 * @param {() => any} ask
 * @param {{every?: number}} [how] milliseconds between two questions
 */
export async function until(what, ask, { every = 50 } = {}) {
  const deadline = performance.now() + patience;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() >= deadline) break;
    await pause(every);
  }
  throw new Error(`waited ${patience} ms for ${what} and it did not come`, { cause: last });
}

/** pause is the breath between two questions; tests never call it to hope that something has happened. */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * standStill stops the clock of a person's windows, an hour from now: from then on time goes by there only as page.clock.runFor
 * says, however slow the machine is.
 * @param {import('playwright-core').Page} page
 */
export async function standStill(page) {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 3_600_000); // a moment that has not passed already when this is carried out
}
