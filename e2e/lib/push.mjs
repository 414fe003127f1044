// A push service on this machine (RFC 8030), as Mozilla, Google or Apple keep one for their browsers. It is strict: a message
// whose sender does not show that she holds the key that the browser was shown (VAPID, RFC 8292), or that was not sealed for this
// very browser (RFC 8291), is refused. Written here: what there is on npm for this takes anything.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import http from 'node:http';

const maxDay = 24 * 60 * 60;

/** startPush opens the service. */
export async function startPush() {
  const service = new PushService();
  await service.open();
  return service;
}

class PushService {
  #browsers = new Map();
  #server = http.createServer((request, response) => {
    this.#take(request).then((status) => { response.writeHead(status, status === 201 ? { location: `${this.url}/m/1` } : {}).end(); },
      (error) => {
        this.refused.push(error.message);
        response.writeHead(error.status ?? 400).end(error.message);
      });
  });

  /** taken are the messages that were taken, opened: {browser, message, ttl, urgency, topic, contact}. */
  taken = [];

  /** refused says why others were not. */
  refused = [];

  async open() {
    await new Promise((done, fail) => this.#server.once('error', fail).listen(0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((done) => { this.#server.close(done); });
  }

  /** subscribe gives a browser an address, as subscribe() in a page would: {endpoint, p256dh, auth}, for the sender with that key. */
  subscribe(name, applicationServerKey) {
    const keys = createECDH('prime256v1');
    keys.generateKeys();
    const browser = { name, keys, auth: randomBytes(16), sender: applicationServerKey };
    this.#browsers.set(`/p/${name}`, browser);
    return { endpoint: `${this.url}/p/${name}`, p256dh: keys.getPublicKey('base64url'), auth: browser.auth.toString('base64url') };
  }

  /** forget lets a browser leave: its address is gone. */
  forget(name) {
    this.#browsers.get(`/p/${name}`).gone = true;
  }

  async #take(request) {
    const browser = this.#browsers.get(request.url);
    if (!browser) throw refusal(404, 'nobody has that address');
    if (browser.gone) throw refusal(410, 'the browser has left');
    if (request.method !== 'POST') throw refusal(405, 'only POST');
    const contact = this.#knows(request.headers.authorization ?? '', browser.sender);
    const { ttl, urgency, topic } = request.headers;
    if (!/^\d+$/.test(ttl ?? '')) throw refusal(400, 'no TTL (RFC 8030 5.2)');
    if (topic !== undefined && !/^[\w-]{1,32}$/.test(topic)) throw refusal(400, 'a topic that is none (RFC 8030 5.4)');
    if (request.headers['content-encoding'] !== 'aes128gcm') throw refusal(415, 'not sealed by aes128gcm');
    const parts = [];
    for await (const part of request) parts.push(part);
    this.taken.push({ browser: browser.name, message: opened(Buffer.concat(parts), browser), ttl: Number(ttl), urgency, topic, contact });
    return 201;
  }

  /** knows checks that whoever sends holds the key that the browser was shown, and gives whom one may turn to. */
  #knows(authorization, sender) {
    const [, token, key] = authorization.match(/^vapid t=([^,\s]+),\s*k=([^,\s]+)$/i) ?? [];
    if (!token) throw refusal(401, 'no VAPID');
    if (key !== sender) throw refusal(403, 'another key than the browser was shown');
    const [head, claims, signature] = token.split('.');
    const point = Buffer.from(key, 'base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
    const good = verify('sha256', Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    if (!good || parsed(head).alg !== 'ES256') throw refusal(403, 'the signature is wrong');
    const { aud, exp, sub } = parsed(claims);
    const left = exp - Date.now() / 1000;
    if (aud !== this.url) throw refusal(403, `meant for ${aud}`);
    if (!(left > 0 && left <= maxDay)) throw refusal(403, 'out of date, or good for more than a day');
    if (!/^(mailto:[^@\s]+@[^@\s]+$|https:\/\/)/.test(sub ?? '')) throw refusal(403, `nobody to turn to: ${sub}`);
    return sub;
  }
}

/** opened opens a message as the browser would (RFC 8291 3.4, RFC 8188 2). It is one record, as RFC 8291 4 demands. */
function opened(body, { keys, auth }) {
  const salt = body.subarray(0, 16);
  const size = body.readUInt32BE(16);
  const theirs = body.subarray(21, 21 + body[20]);
  const record = body.subarray(21 + body[20]);
  if (record.length > size || body.length > 4096) throw refusal(413, 'more than one record, or more than a service must take');
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), theirs]);
  const secret = hkdfSync('sha256', keys.computeSecret(theirs), auth, about, 32);
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret), salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16));
  const nonce = Buffer.from(hkdfSync('sha256', Buffer.from(secret), salt, Buffer.from('Content-Encoding: nonce\0'), 12));
  const cipher = createDecipheriv('aes-128-gcm', key, nonce);
  cipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  const end = plain.lastIndexOf(2); // the last record ends in 2 and zeros
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw refusal(400, 'the record has no end');
  return plain.subarray(0, end).toString('utf8');
}

function parsed(part) {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

function refusal(status, why) {
  return Object.assign(new Error(why), { status });
}
