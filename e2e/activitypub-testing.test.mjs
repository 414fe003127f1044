// The ActivityPub test suite that others wrote, run against the accounts of the square.
//
// The suite has fifteen cases. Those about clients that post to the outbox do not concern us: the square is a server for
// other servers, and its outbox answers 405 to POST, which the suite counts as "inapplicable". Everything else must pass.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ActorUrlTestRun } from 'activitypub-testing/test-actor';
import { startDesk } from './lib/desk.mjs';
import { actors } from './lib/square.mjs';
import { startPeer } from './lib/peer.mjs';

const mustPass = [
  'actor-must-serve-as2-object-to-get',
  'actor-objects-must-have-inbox-outbox-properties',
  'followers-collection-must-be-a-collection',
  'following-collection-must-be-a-collection',
  'outbox-must-be-an-orderedcollection',
];
const mayBeInapplicable = [
  'inbox-must-be-an-orderedcollection', // reading an inbox is for its owner
  'liked-collection-must-be-a-collection', // an authority's account does not like
  'likes-collection-must-be-a-collection', // a property of posts
  'shares-collection-must-be-a-collection', // a property of posts
  'outbox-post-servers-must-return-a-201-created-http-code',
  'outbox-post-must-accept-non-activity-object',
  'outbox-wraps-object-with-create-checked-using-get-location',
  'post-outbox-server-overwrites-id-property',
  'outbox-post-server-adds-to-outbox-collection-checked-by-outbox-get',
  'create-then-update-modifies-object-checked-by-get',
];

/** judge runs the suite against an actor and gives the outcome of each case. */
async function judge(actor) {
  const outcomes = {};
  const quiet = Object.assign(Object.create(console), { debug() {}, warn() {} });
  for await (const { test, result } of new ActorUrlTestRun(new URL(actor), { console: quiet })) {
    outcomes[test.slug] = result.outcome === 'failed' ? `failed: ${result.info}` : result.outcome;
  }
  return outcomes;
}

suite('activitypub-testing', () => {
  let desk, peer;
  before(async () => { [desk, peer] = await Promise.all([startDesk(), startPeer()]); });
  after(async () => {
    await peer?.stop();
    await desk?.stop();
  });

  test('each account of the square passes', async () => {
    const found = await actors(desk);
    assert.notEqual(found.length, 0, 'the square has no accounts');
    for (const actor of found) {
      const outcomes = await judge(actor);
      for (const slug of mustPass) assert.equal(outcomes[slug], 'passed', `${slug} for ${actor}`);
      for (const slug of mayBeInapplicable) assert.match(outcomes[slug], /^(passed|inapplicable)$/, `${slug} for ${actor}`);
      const known = new Set([...mustPass, ...mayBeInapplicable]);
      assert.deepEqual(Object.keys(outcomes).filter((slug) => !known.has(slug)), [], 'cases nobody has decided about');
    }
  });

  test('the suite can fail', async () => {
    const outcomes = await judge(`${peer.origin}/users/nobody`);
    assert.match(outcomes['actor-must-serve-as2-object-to-get'], /^failed/);
  });
});
