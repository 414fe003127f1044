// An ActivityPub actor that is not ours, built on Fedify: the neighbour that every federation story is played against.
//
// It listens on loopback on two ports: one where other servers meet the actor, and one where a test says what the actor
// shall do (peer/control.mjs). It remembers everything it received and sent, so that a test can ask the neighbour, and not
// ourselves, whether our signatures held and what our followers were told.
//
// Environment:
//   NAME              the actor's name (default "granne")
//   PORT, CTRL_PORT   fixed ports (default 0: any free port, told in the first line on standard output)
//   KNOCK             which signature is tried first: rfc9421 (default) or draft-cavage-http-signatures-12
//   AUTHORIZED_FETCH  1: the actor's notes are shown only to those who sign their GET
//   ED25519           0: the actor has an RSA key only, as most servers do
//   LOG               Fedify's own log level on standard error (default "error")
import http from 'node:http';
import { createFederation, generateCryptoKeyPair, MemoryKvStore } from '@fedify/fedify';
import { Accept, Endpoints, Follow, Note, Person } from '@fedify/vocab';
import { configure, getStreamSink } from '@logtape/logtape';
import { acts } from './acts.mjs';
import { control } from './control.mjs';
import { Diary, signature } from './diary.mjs';

const env = process.env;
const name = env.NAME || 'granne';
const knock = env.KNOCK || 'rfc9421';
const diary = new Diary();
const state = { name, notes: new Map(), followers: new Map(), count: 0 };

await configure({
  sinks: { stderr: getStreamSink(new WritableStream({ write: (line) => void process.stderr.write(line) })) },
  loggers: [
    { category: 'fedify', sinks: ['stderr'], lowestLevel: env.LOG || 'error' },
    { category: ['logtape', 'meta'], sinks: ['stderr'], lowestLevel: 'error' },
  ],
});

// The port is taken before the federation exists, because the actor's address is part of everything it says.
const door = http.createServer((request, response) => answer(request, response));
const origin = `http://127.0.0.1:${await listen(door, Number(env.PORT || 0))}`;
globalThis.fetch = diary.watchFetch(globalThis.fetch);
const federation = build();
const context = federation.createContext(new URL(origin), undefined);
const desk = control(acts({ context, origin, state }), { diary, state });
const controlPort = await listen(desk, Number(env.CTRL_PORT || 0));
console.log(JSON.stringify({
  ready: true, origin, actor: context.getActorUri(name).href, control: `http://127.0.0.1:${controlPort}`,
}));

/** build describes the actor: who it is, which keys it has, and what it does with what it receives. */
function build() {
  const federation = createFederation({
    kv: new MemoryKvStore(), allowPrivateAddress: true, firstKnock: knock, origin,
  });
  federation.setNodeInfoDispatcher('/nodeinfo/2.1', () => ({
    software: { name: 'granne', version: '1.0.0' }, protocols: ['activitypub'],
    usage: { users: {}, localPosts: state.notes.size, localComments: 0 },
  }));
  federation.setActorDispatcher('/users/{identifier}', actor).setKeyPairsDispatcher(keyPairs);
  federation.setFollowersDispatcher('/users/{identifier}/followers', () => ({ items: [...state.followers.values()] }));
  federation.setOutboxDispatcher('/users/{identifier}/outbox', () => ({ items: [] }));
  const notes = federation.setObjectDispatcher(Note, '/users/{identifier}/notes/{number}',
    (_, { number }) => state.notes.get(number)?.note ?? null);
  if (env.AUTHORIZED_FETCH === '1') notes.authorize(async (context) => await context.getSignedKey() !== null);
  const inbox = federation.setInboxListeners('/users/{identifier}/inbox', '/inbox');
  inbox.setSharedKeyDispatcher(() => ({ identifier: name }));
  inbox.on(Follow, accept);
  diary.listen(inbox, {
    undone: (follow) => follow.actorId && state.followers.delete(follow.actorId.href),
  });
  return federation;
}

/** actor answers with the one person that lives here. */
async function actor(context, identifier) {
  if (identifier !== name) return null;
  const pairs = await context.getActorKeyPairs(identifier);
  return new Person({
    id: context.getActorUri(identifier), preferredUsername: identifier, name: `Grannen ${identifier}`,
    url: context.getActorUri(identifier), inbox: context.getInboxUri(identifier),
    outbox: context.getOutboxUri(identifier), followers: context.getFollowersUri(identifier),
    endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }), manuallyApprovesFollowers: false,
    publicKey: pairs[0].cryptographicKey, assertionMethods: pairs.map((pair) => pair.multikey),
  });
}

/** keyPairs makes the keys once; they live as long as the process. */
async function keyPairs(_, identifier) {
  if (identifier !== name) return [];
  state.keys ??= makeKeys();
  return await state.keys;
}

async function makeKeys() {
  const pairs = [await generateCryptoKeyPair('RSASSA-PKCS1-v1_5')];
  if (env.ED25519 !== '0') pairs.push(await generateCryptoKeyPair('Ed25519'));
  return pairs;
}

/** accept takes a new follower in and tells it so. */
async function accept(context, follow) {
  diary.received('Follow', follow);
  const follower = await follow.getActor(context);
  if (!follower?.id) return;
  state.followers.set(follower.id.href, follower);
  await context.sendActivity({ identifier: name }, follower, new Accept({
    id: new URL(`/accept/${++state.count}`, origin), actor: follow.objectId, object: follow,
  }));
}

/** answer hands a request to Fedify and notes in the diary how it went. */
async function answer(request, response) {
  try {
    const body = await read(request);
    const headers = new Headers();
    for (const [key, value] of Object.entries(request.headers)) headers.set(key, [value].flat().join(', '));
    const asked = new Request(new URL(request.url, origin), { method: request.method, headers, body });
    const given = signature(headers) === state.refuses ? new Response('say it the other way', { status: 401 })
      : await federation.fetch(asked, { contextData: undefined });
    const bytes = Buffer.from(await given.arrayBuffer());
    diary.visited(request, headers, body, given.status, bytes);
    response.writeHead(given.status, Object.fromEntries(given.headers)).end(bytes);
  } catch (error) {
    diary.failed(error);
    response.writeHead(500).end();
  }
}

/** read gives the body of a request as one buffer, or undefined where there can be none. */
async function read(request) {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** listen opens the server on loopback and gives the port it got. */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}
