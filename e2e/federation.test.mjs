// The square and a neighbour that is not ours: what each says, the other must have verified. The neighbour's diary is the
// witness, not our own log.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { startDesk } from './lib/desk.mjs';
import { startPeer } from './lib/peer.mjs';
import { actors } from './lib/square.mjs';
import { until } from './lib/wait.mjs';

suite('a neighbour that takes only one way of signing', () => {
  let desk, peer, actor;
  before(async () => {
    [desk, peer] = await Promise.all([startDesk(), startPeer()]);
    [actor] = await actors(desk);
  });
  after(async () => {
    await peer?.stop();
    await desk?.stop();
  });

  /** knocks gives how our next Accept is signed, try by try: the neighbour asks to follow, and we answer. */
  async function knocks() {
    const before = (await peer.log()).length;
    await peer.act('follow', { actor });
    return await until('an Accept', async () => {
      const tries = (await peer.log()).slice(before).filter((l) => l.line === 'visit' && l.method === 'POST');
      return tries.at(-1)?.status < 300 && tries.map((l) => `${l.signature} ${l.status < 300 ? 'taken' : l.status}`);
    });
  }

  test('RFC 9421 alone: it is asked the other way, and that is remembered', async () => {
    await peer.act('refuse', { signature: 'cavage' });
    // Its actor is fetched before we answer: there the desk learns, and the first delivery is signed right already.
    assert.deepEqual(await knocks(), ['rfc9421 taken']);
    assert.ok((await peer.log()).some((l) => l.line === 'visit' && l.method === 'GET' && l.signature === 'cavage' && l.status === 401));
    assert.deepEqual(await knocks(), ['rfc9421 taken']);
  });

  test('it is remembered when the desk is started again', async () => {
    await desk.pause();
    await desk.start();
    assert.deepEqual(await knocks(), ['rfc9421 taken']);
  });

  test('it changes its mind, and takes the draft alone', async () => {
    await peer.act('refuse', { signature: 'rfc9421' });
    assert.deepEqual(await knocks(), ['rfc9421 401', 'cavage taken']);
    assert.deepEqual(await knocks(), ['cavage taken']);
  });
});

/** api asks the desk's programming interface in somebody's name; with a body it changes what is there. */
async function api(desk, who, path, body) {
  const made = await desk.command('token', 'create', `${who}@exempelkommun.example`, '--name', 'test', '--scope', 'read,write');
  assert.equal(made.code, 0, made.stderr);
  const response = await fetch(desk.url + path, {
    method: body ? 'PUT' : 'GET', body: body && JSON.stringify(body),
    headers: { authorization: `Bearer ${made.stdout.trim()}`, 'content-type': 'application/json' },
  });
  const answer = await response.json();
  assert.ok(response.ok, JSON.stringify(answer));
  return answer;
}

for (const [name, options] of Object.entries({
  'draft-cavage, as most servers': { knock: 'draft-cavage-http-signatures-12', ed25519: false },
  'RFC 9421, with keys of both kinds': { knock: 'rfc9421' },
  'RFC 9421, notes for those who sign': { knock: 'rfc9421', authorizedFetch: true },
})) {
  suite(`the square and a neighbour: ${name}`, () => {
    let desk, peer, actor, note;
    before(async () => {
      [desk, peer] = await Promise.all([startDesk(), startPeer(options)]);
      [actor] = await actors(desk);
      const outbox = await desk.activity((await desk.activity(actor)).outbox);
      [note] = (await desk.activity(outbox.first)).orderedItems.map((item) => item.object.id);
    });
    after(async () => {
      await peer?.stop();
      await desk?.stop();
    });

    /** replies gives what the square shows as answers to the note. */
    const replies = async () => (await desk.activity((await desk.activity((await desk.activity(note)).replies)).first)).orderedItems ?? [];
    const followers = async () => (await desk.activity((await desk.activity(actor)).followers)).totalItems;

    test('is followed, and answers with a signature that holds', async () => {
      await peer.act('follow', { actor });
      await peer.received('Accept');
      assert.equal(await followers(), 1);
    });

    test('can be read', async () => {
      const read = await peer.act('lookup', { what: note });
      assert.equal(read.id, note);
      assert.match(read.content, /— /);
    });

    test('hears an answer, its change and that it was taken back', async () => {
      const { id } = await peer.act('note', { content: '<p>När plogas det?</p>', inReplyTo: note, mention: actor });
      await until('the answer to stand on the square', async () => (await replies()).includes(id));
      await peer.act('update', { id, content: '<p>När sandas det?</p>' });
      const path = new URL(note).pathname;
      await until('the change to stand on the square', async () => (await (await desk.get(path, { accept: 'text/html' })).text()).includes('När sandas det?'));
      await peer.act('delete', { id });
      await until('the answer to be gone', async () => !(await replies()).includes(id));
    });

    /** page gives the note's page as a reader sees it. */
    const page = async () => await (await desk.get(new URL(note).pathname, { accept: 'text/html' })).text();

    test('hears once that the account has a new name', async () => {
      const path = `/api/v1/accounts/${actor.split('/').pop()}`;
      const { owners } = await api(desk, 'amina', path);
      const owner = owners[0].email.split('@')[0];
      const { id, charter } = await api(desk, owner, path);
      const name = `${charter.name} på torget`;
      await api(desk, owner, `/api/v1/accounts/${id}/charter`, { ...charter, name, changed_at: undefined, changed_by: undefined });
      const told = await peer.received('Update', (line) => JSON.stringify(line).includes('#update-'));
      assert.equal(told.body.object.id, actor);
      assert.equal(told.body.object.name, name);
      assert.equal((await peer.act('lookup', { what: actor })).name, name);
      const all = (await peer.log()).filter((l) => l.line === 'received' && l.activity === 'Update' && l.id?.startsWith(`${actor}#update-`));
      assert.equal(all.length, 1);
    });

    test('counts who likes and shares, once for each, until it is taken back', async () => {
      const likes = [await peer.act('like', { object: note, actor }), await peer.act('like', { object: note, actor })];
      const share = await peer.act('announce', { object: note, actor });
      await until('a like and a share to be counted', async () => {
        const text = await page();
        return text.includes('1 gillar inlägget') && text.includes('1 har delat det');
      });
      await peer.act('undo', { id: share.id, kind: 'Announce', object: note, actor });
      await peer.act('undo', { id: likes[0].id, kind: 'Like', object: note, actor });
      await until('the share to be taken back', async () => !(await page()).includes('har delat det'));
      assert.ok((await page()).includes('1 gillar inlägget'), 'the other like stands');
      await peer.act('undo', { id: likes[1].id, kind: 'Like', object: note, actor });
      await until('the like to be taken back', async () => !(await page()).includes('gillar inlägget'));
    });

    test('takes what else a neighbour does', async () => {
      await peer.act('like', { object: note, actor });
      await peer.act('announce', { object: note, actor });
      await peer.act('flag', { actor, objects: [note], content: 'Det stämmer inte.' });
      await peer.act('note', { content: '<p>Bara ni.</p>', visibility: 'direct', mention: actor });
      await peer.act('unfollow', { actor });
      await until('nobody to follow', async () => (await followers()) === 0);
      await peer.act('follow', { actor });
      await until('somebody to follow', async () => (await followers()) === 1);
      await peer.act('block', { actor });
      await until('nobody to follow', async () => (await followers()) === 0);
      const refused = (await peer.sent()).filter((sent) => sent.status >= 300);
      assert.deepEqual(refused, []);
    });

    test('forgets nothing that was said, and shows nothing of it, when she takes away her account', async () => {
      const { id } = await peer.act('note', { content: '<p>Vem ansvarar för sandlådan?</p>', inReplyTo: note, mention: actor });
      await until('the question to stand on the square', async () => (await replies()).includes(id));
      await peer.act('leave', { actor });
      await until('what she said to be gone', async () => !(await replies()).includes(id));
      assert.ok(!(await page()).includes('Vem ansvarar för sandlådan?'));
    });
  });
}
