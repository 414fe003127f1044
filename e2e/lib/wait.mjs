// Waiting without guessing: ask again until the answer is there, and say what was missing when it never comes.

/**
 * until asks again and again until the answer is truthy, and gives that answer.
 * An error thrown by ask counts as "not yet"; the last one is told when time runs out.
 * @param {string} what in words, for the error: "the reply in the inbox"
 * @param {() => any} ask
 * @param {{timeout?: number, every?: number}} [limits] milliseconds
 */
export async function until(what, ask, { timeout = 20_000, every = 50 } = {}) {
  const deadline = performance.now() + timeout;
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
  throw new Error(`waited ${timeout} ms for ${what} and it did not come`, { cause: last });
}

/** pause is the breath between two questions; tests never call it to hope that something has happened. */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
