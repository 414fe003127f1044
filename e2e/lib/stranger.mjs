// A stranger with a key: an actor that signs by hand, so that a test can sign badly on purpose. No library could be made to.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import http from 'node:http';

const sha256 = (body) => createHash('sha256').update(body).digest('base64');

/** startStranger gives somebody with an address, a key, and a pen. */
export async function startStranger() {
  const stranger = new Stranger();
  await stranger.listen();
  return stranger;
}

class Stranger {
  #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  #count = 0;
  #server = http.createServer((request, response) => {
    if (request.url !== '/stranger') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/activity+json' }).end(JSON.stringify(this.#document()));
  });

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${this.#server.address().port}`;
    this.actor = `${this.origin}/stranger`;
  }

  /** stop takes the stranger off the net. */
  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** remark makes a Create of a note; what is given takes the place of what it would say. Home is where the note lives. */
  remark({ inReplyTo, to, content = '<p>Hej.</p>', actor = this.actor, home = new URL(actor).origin, ...more }) {
    const id = `${home}/notes/${++this.#count}`;
    const audience = { to: ['https://www.w3.org/ns/activitystreams#Public'], cc: [to] };
    const note = { id, type: 'Note', attributedTo: actor, content, inReplyTo, published: new Date().toISOString(), ...audience };
    return { '@context': 'https://www.w3.org/ns/activitystreams', id: `${id}/create`, type: 'Create', actor, object: note, ...audience, ...more };
  }

  /**
   * post signs a letter and delivers it; gives the answer.
   * @param {string} inbox
   * @param {object|string} letter
   * @param {{way?: 'cavage'|'rfc9421'|'none', key?: string, at?: Date, without?: string, after?: (body: string) => string}} [how]
   *   at is when it says that it was signed, without is a part that the signature leaves out, after changes the signed body
   */
  async post(inbox, letter, { way = 'cavage', key = `${this.actor}#main-key`, at = new Date(), without, after = (body) => body } = {}) {
    const body = typeof letter === 'string' ? letter : JSON.stringify(letter);
    const signed = { cavage: cavage, rfc9421: rfc9421, none: () => ({}) }[way]({ url: new URL(inbox), body, key, at, without }, (text) => this.#sign(text));
    return await new Promise((resolve, reject) => {
      const request = http.request(inbox, { method: 'POST', headers: { 'content-type': 'application/activity+json', ...signed } }, async (response) => {
        const parts = [];
        for await (const part of response) parts.push(part);
        resolve({ status: response.statusCode, type: response.headers['content-type'] ?? '', body: Buffer.concat(parts).toString() });
      });
      request.on('error', reject).end(after(body));
    });
  }

  #sign(text) {
    return sign('sha256', Buffer.from(text), this.#keys.privateKey).toString('base64');
  }

  #document() {
    const publicKeyPem = this.#keys.publicKey.export({ type: 'spki', format: 'pem' });
    return {
      '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'], id: this.actor, type: 'Person',
      preferredUsername: 'stranger', name: 'En främling', inbox: `${this.actor}/inbox`,
      publicKey: { id: `${this.actor}#main-key`, owner: this.actor, publicKeyPem },
    };
  }
}

/** cavage signs as draft-cavage-http-signatures-12 says. */
function cavage({ url, body, key, at, without }, sign) {
  const headers = { host: url.host, date: at.toUTCString(), digest: `SHA-256=${sha256(body)}` };
  const parts = { '(request-target)': `post ${url.pathname}`, ...headers };
  delete parts[without];
  const signature = sign(Object.entries(parts).map(([name, value]) => `${name}: ${value}`).join('\n'));
  return { ...headers, signature: `keyId="${key}",algorithm="rsa-sha256",headers="${Object.keys(parts).join(' ')}",signature="${signature}"` };
}

/** rfc9421 signs as RFC 9421 says. */
function rfc9421({ url, body, key, at, without }, sign) {
  const digest = `sha-256=:${sha256(body)}:`;
  const parts = { '@method': 'POST', '@target-uri': url.href, '@authority': url.host, 'content-digest': digest };
  delete parts[without];
  const names = Object.keys(parts).map((name) => `"${name}"`).join(' ');
  const input = `(${names});created=${Math.floor(at / 1000)};keyid="${key}";alg="rsa-v1_5-sha256"`;
  const base = [...Object.entries(parts).map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${input}`].join('\n');
  return { host: url.host, 'content-digest': digest, 'signature-input': `sig1=${input}`, signature: `sig1=:${sign(base)}:` };
}
