// Two neighbours talk to each other: before the neighbour judges us, it must be shown that it can judge at all.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { startPeer } from './lib/peer.mjs';
import { until } from './lib/wait.mjs';

const ways = { 'rfc9421': 'rfc9421', 'draft-cavage-http-signatures-12': 'cavage' };

for (const [knock, signature] of Object.entries(ways)) {
  suite(`neighbours that sign by ${knock}`, () => {
    let anna, bo;
    before(async () => {
      [anna, bo] = await Promise.all([startPeer({ name: 'anna', knock }), startPeer({ name: 'bo', knock })]);
    });
    after(() => Promise.all([anna, bo].map((peer) => peer?.stop())));

    test('follow, say, correct and take away', async () => {
      await bo.act('follow', { actor: anna.actor });
      assert.equal((await bo.received('Accept')).signature, signature);
      assert.deepEqual(await anna.followers(), [bo.actor]);

      const { id } = await anna.act('note', { content: '<p>Vi plogar nu.</p>' });
      const created = await bo.received('Create', (l) => l.object === id);
      assert.equal(created.content, '<p>Vi plogar nu.</p>');
      assert.equal(created.signature, signature);

      await anna.act('update', { id, content: '<p>Vi plogar klockan 14.</p>' });
      assert.equal((await bo.received('Update', (l) => l.object === id)).content, '<p>Vi plogar klockan 14.</p>');

      await anna.act('delete', { id });
      assert.equal((await bo.received('Delete')).object, id);
      assert.ok((await anna.sent()).every((s) => s.signature === signature && s.status === 202));
    });

    test('answer, mention in private, like, boost, report, block and leave', async () => {
      const { id } = await anna.act('note', { content: '<p>Fråga oss.</p>' });
      const answer = await bo.act('note', { content: '<p>När?</p>', inReplyTo: id, mention: anna.actor });
      assert.equal((await anna.received('Create', (l) => l.object === answer.id)).inReplyTo, id);
      const secret = await bo.act('note', { content: '<p>Bara du.</p>', visibility: 'direct', mention: anna.actor });
      const { body } = await anna.received('Create', (l) => l.object === secret.id);
      assert.deepEqual([body.to].flat(), [anna.actor]);
      await bo.act('like', { object: id, actor: anna.actor });
      await bo.act('announce', { object: id, actor: anna.actor });
      await bo.act('flag', { actor: anna.actor, objects: [id], content: 'Det stämmer inte.' });
      await bo.act('block', { actor: anna.actor });
      assert.equal((await anna.received('Like')).object, id);
      assert.equal((await anna.received('Announce')).object, id);
      assert.deepEqual((await anna.received('Flag')).objects, [anna.actor, id]);
      assert.equal((await anna.received('Block')).object, anna.actor);
      await bo.act('unfollow', { actor: anna.actor });
      assert.equal((await anna.received('Undo')).undid, 'Follow');
      await until('anna to have no followers', async () => (await anna.followers()).length === 0);
    });
  });
}

suite('a neighbour that must be shown who asks', () => {
  let anna, bo;
  before(async () => {
    [anna, bo] = await Promise.all([startPeer({ name: 'anna', authorizedFetch: true }), startPeer({ name: 'bo' })]);
  });
  after(() => Promise.all([anna, bo].map((peer) => peer?.stop())));

  test('notes are for those who sign', async () => {
    const { id } = await anna.act('note', { content: '<p>Hej.</p>' });
    const stranger = await fetch(id, { headers: { accept: 'application/activity+json' } });
    assert.equal(stranger.status, 401);
    assert.equal((await bo.act('lookup', { what: id })).content, '<p>Hej.</p>');
  });

  test('an unsigned or changed delivery is refused', async () => {
    await bo.act('follow', { actor: anna.actor });
    await bo.received('Accept');
    const visit = (await anna.log()).find((l) => l.line === 'visit' && l.method === 'POST');
    const { signature, proof, ...activity } = JSON.parse(visit.body);
    const deliver = (headers, body) => fetch(`${anna.origin}/inbox`, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/activity+json', ...headers },
    });
    assert.equal((await deliver({}, activity)).status, 401);
    const { host, ...signed } = visit.headers;
    assert.equal((await deliver(signed, { ...activity, id: `${activity.id}-changed` })).status, 401);
  });
});
