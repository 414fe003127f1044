// What must not come in: letters without a signature, or with one that does not hold, are answered 401, and what cannot be read
// is answered with what is wrong. In no case is anything kept: the record does not grow, and nothing stands on the square.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { startDesk } from './lib/desk.mjs';
import { actors } from './lib/square.mjs';
import { startStranger } from './lib/stranger.mjs';
import { until } from './lib/wait.mjs';

const hours = 3_600_000;
const badly = {
  'without a signature': { way: 'none' },
  'with a body that was changed after it was signed': { after: (body) => body.replace('Hej.', 'Nej.') },
  'signed the day before': { at: new Date(Date.now() - 24 * hours) },
  'signed in an hour': { at: new Date(Date.now() + hours) },
  'with a key that is nowhere': { key: 'missing' },
};
const gaps = { cavage: ['(request-target)', 'host', 'date', 'digest'], rfc9421: ['@method', '@target-uri', 'content-digest'] };

suite('what is refused', () => {
  let desk, stranger, actor, inbox, note;
  before(async () => {
    [desk, stranger] = await Promise.all([startDesk(), startStranger()]);
    [actor] = await actors(desk);
    const document = await desk.activity(actor);
    inbox = document.inbox;
    note = (await desk.activity((await desk.activity(document.outbox)).first)).orderedItems[0].object.id;
  });
  after(async () => {
    stranger?.stop();
    await desk?.stop();
  });

  const remark = (more) => stranger.remark({ inReplyTo: note, to: actor, ...more });
  const entries = async () => Number((await (await desk.get('/insyn/protokoll/checkpoint')).text()).split('\n')[1]);
  const replies = async () => (await desk.activity((await desk.activity((await desk.activity(note)).replies)).first)).orderedItems ?? [];

  /**
   * leavesNothing delivers, and proves that the record has not grown by it. The desk may write of its own in that very moment,
   * as when a shift begins; then the same is delivered once more, for what leaves a trace leaves it each time.
   */
  async function leavesNothing(deliver, tries = 5) {
    const before = await entries();
    const answer = await deliver();
    const grown = await entries() - before;
    if (grown === 0) return answer;
    assert.ok(tries > 1, `the record has grown by ${grown}, each time`);
    return await leavesNothing(deliver, tries - 1);
  }

  /** refuses delivers, and proves that there is an answer and nothing else. */
  async function refuses(deliver, status) {
    const stood = await replies();
    const answer = await leavesNothing(deliver);
    assert.equal(answer.status, status, answer.body);
    assert.match(answer.type, /^application\/problem\+json/);
    assert.deepEqual(await replies(), stood);
    return JSON.parse(answer.body);
  }

  for (const way of Object.keys(gaps)) {
    suite(way, () => {
      for (const [name, how] of Object.entries(badly)) {
        test(`a letter ${name}`, async () => {
          const key = how.key && `${stranger.actor}/${how.key}#main-key`;
          await refuses(() => stranger.post(inbox, remark(), { way, ...how, ...(key && { key }) }), 401);
        });
      }

      test('a letter in the name of somebody else', async () => {
        const other = 'http://127.0.0.1:9/users/annan';
        await refuses(() => stranger.post(inbox, remark({ actor: other }), { way }), 401);
        await refuses(() => stranger.post(inbox, remark({ actor: other, home: stranger.origin }), { way }), 422);
      });

      for (const without of gaps[way]) {
        test(`a signature that leaves out ${without}`, async () => {
          await refuses(() => stranger.post(inbox, remark(), { way, without }), 401);
        });
      }

      test('but the same letter, well signed, is taken, and once', async () => {
        const letter = remark({ content: `<p>Hej på ${way}.</p>` });
        const before = await entries();
        assert.equal((await stranger.post(inbox, letter, { way })).status, 202);
        await until('the reply to stand on the square', async () => (await replies()).includes(letter.object.id));
        assert.ok(await entries() > before);
        assert.equal((await leavesNothing(() => stranger.post(inbox, letter, { way }))).status, 202);
        assert.equal((await replies()).filter((id) => id === letter.object.id).length, 1);
      });
    });
  }

  test('what cannot be read says where', async () => {
    const deep = `${'{"object":'.repeat(2000)}1${'}'.repeat(2000)}`;
    for (const [letter, status] of [
      ['{"type":', 422], ['[]', 422], ['"hej"', 422], [deep, 422], [remark({ type: 7 }), 422], [remark({ content: 'å'.repeat(2 << 20) }), 413],
    ]) {
      const problem = await refuses(() => stranger.post(inbox, letter), status);
      assert.ok(problem.title || problem.detail, JSON.stringify(problem));
    }
  });

  test('an inbox that there is none of', async () => {
    await refuses(() => stranger.post(`${desk.url}/torget/ingen_alls/inbox`, remark()), 404);
  });

  test('hostile words come in and are shown without harm', async () => {
    const letter = remark({ content: '<p>Titta <script>alert(1)</script><img src=x onerror="alert(2)">\u202Etxt.exe slut</p>' });
    assert.equal((await stranger.post(inbox, letter)).status, 202);
    await until('the reply to stand on the square', async () => (await replies()).includes(letter.object.id));
    const page = await (await desk.get(new URL(note).pathname, { accept: 'text/html' })).text();
    assert.match(page, /Titta[^]*txt\.exe slut/);
    assert.doesNotMatch(page, /<script>alert|onerror=|\u202E/);
  });
});
