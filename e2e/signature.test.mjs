// The square's signatures, judged by libraries that others wrote: the one that PeerTube signs with, for the draft, and one for
// RFC 9421. What they sign, the desk must take; what the desk signs, they must find true.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import { after, before, suite, test } from 'node:test';
import draft from '@peertube/http-signature';
import standard from 'http-message-signatures';
import { startDesk } from './lib/desk.mjs';
import { actors } from './lib/square.mjs';
import { until } from './lib/wait.mjs';

const activityJSON = 'application/activity+json';
const sha256 = (body) => createHash('sha256').update(body).digest('base64');

/** draftWay signs and verifies as PeerTube does. */
const draftWay = {
  name: 'draft-cavage, by the library of PeerTube',
  speaks: (headers) => headers.signature && !headers['signature-input'],
  async sign({ method, url, headers, body }, keyId, key) {
    const all = { ...headers, host: new URL(url).host, date: new Date().toUTCString(), digest: `SHA-256=${sha256(body)}` };
    draft.signRequest({
      method, path: new URL(url).pathname, getHeader: (name) => all[name.toLowerCase()],
      setHeader: (name, value) => { all[name.toLowerCase()] = value; },
    }, { key, keyId, headers: ['(request-target)', 'host', 'date', 'digest'], authorizationHeaderName: 'Signature' });
    return { ...all, signature: all.signature.replace(/^Signature /, '') };
  },
  async verify({ method, url, headers, body }, publicKey) {
    const covered = ['(request-target)', 'host', 'date', ...(body ? ['digest'] : [])];
    const parsed = draft.parseRequest({ method, url: new URL(url).pathname, headers }, { headers: covered, authorizationHeaderName: 'signature' });
    assert.ok(draft.verifySignature(parsed, publicKey), 'the signature is not true');
    if (body) assert.equal(headers.digest, `SHA-256=${sha256(body)}`);
    return parsed.keyId;
  },
};

/** standardWay signs and verifies by RFC 9421. */
const standardWay = {
  name: 'RFC 9421, by http-message-signatures',
  speaks: (headers) => headers['signature-input'],
  async sign(request, keyId, key) {
    const headers = { ...request.headers, 'content-digest': `sha-256=:${sha256(request.body)}:` };
    const signed = await standard.httpbis.signMessage({
      key: standard.createSigner(key, 'rsa-v1_5-sha256', keyId), name: 'granne', fields: ['@method', '@authority', '@path', 'content-digest'],
      params: ['keyid', 'created', 'expires', 'alg'],
    }, { ...request, headers });
    return signed.headers;
  },
  async verify({ method, url, headers, body }, publicKey) {
    let signer;
    const keyLookup = async ({ keyid }) => {
      signer = keyid;
      return { id: keyid, algs: ['rsa-v1_5-sha256'], verify: standard.createVerifier(publicKey, 'rsa-v1_5-sha256') };
    };
    const required = ['@method', '@target-uri', ...(body ? ['content-digest'] : [])];
    const verdict = await standard.httpbis.verifyMessage({ keyLookup, requiredFields: required, requiredParams: ['created', 'keyid'] }, { method, url, headers });
    assert.equal(verdict, true, 'the signature is not true');
    if (body) assert.equal(headers['content-digest'], `sha-256=:${sha256(body)}:`);
    return signer;
  },
};

/** startNeighbour starts a server with one account, which takes only one way of signing and remembers what it was asked. */
async function startNeighbour(way) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const visits = [];
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    if (!way.speaks(request.headers)) return response.writeHead(401).end();
    visits.push({ method: request.method, url: `${origin}${request.url}`, headers: request.headers, body });
    if (request.method === 'POST') return response.writeHead(202).end();
    response.writeHead(200, { 'content-type': activityJSON }).end(JSON.stringify({
      '@context': 'https://www.w3.org/ns/activitystreams', id: actor, type: 'Person', preferredUsername: 'anna', inbox: `${actor}/inbox`,
      publicKey: { id: `${actor}#main-key`, owner: actor, publicKeyPem: publicKey },
    }));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const actor = `${origin}/users/anna`;
  return {
    actor, visits,
    async tell(inbox, activity) {
      const body = JSON.stringify({ id: `${actor}/${randomUUID()}`, actor, ...activity });
      const headers = await way.sign({ method: 'POST', url: inbox, headers: { 'content-type': activityJSON }, body }, `${actor}#main-key`, privateKey);
      delete headers.host; // fetch writes it
      return (await fetch(inbox, { method: 'POST', headers, body })).status;
    },
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

for (const way of [draftWay, standardWay]) {
  suite(way.name, () => {
    let desk, neighbour, actor;
    before(async () => {
      [desk, neighbour] = await Promise.all([startDesk(), startNeighbour(way)]);
      actor = await desk.activity((await actors(desk))[0]);
    });
    after(async () => {
      await neighbour?.stop();
      await desk?.stop();
    });

    test('what it signs is taken, and what the desk signs is true', async () => {
      assert.equal(await neighbour.tell(actor.inbox, { type: 'Follow', object: actor.id }), 202);
      const accept = await until('an Accept', () => neighbour.visits.find((v) => v.method === 'POST'));
      assert.equal(JSON.parse(accept.body).type, 'Accept');
      assert.equal(await way.verify(accept, actor.publicKey.publicKeyPem), actor.publicKey.id);
    });

    test('the desk signs when it asks for something too', async () => {
      const asked = neighbour.visits.find((v) => v.method === 'GET');
      const server = await desk.activity(new URL('/torget/-/actor', desk.url).href);
      assert.equal(await way.verify(asked, server.publicKey.publicKeyPem), server.publicKey.id);
    });

    test('the judge can say no', async () => {
      const accept = neighbour.visits.find((v) => v.method === 'POST');
      await assert.rejects(way.verify({ ...accept, url: accept.url.replace('anna', 'bo') }, actor.publicKey.publicKeyPem));
      await assert.rejects(way.verify({ ...accept, body: `${accept.body} ` }, actor.publicKey.publicKeyPem));
    });
  });
}
