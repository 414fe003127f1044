// The neighbour (peer/fedify.mjs) as a test sees it: started on free ports, told what to do, asked what it saw.
import { fileURLToPath } from 'node:url';
import { Child } from './process.mjs';
import { until } from './wait.mjs';

const script = fileURLToPath(new URL('../peer/fedify.mjs', import.meta.url));

/**
 * startPeer starts an independent ActivityPub actor and waits until it answers.
 * @param {{name?: string, knock?: 'rfc9421'|'draft-cavage-http-signatures-12', authorizedFetch?: boolean, ed25519?: boolean}} [options]
 */
export async function startPeer({ name = 'granne', knock = 'rfc9421', authorizedFetch = false, ed25519 = true } = {}) {
  const child = new Child(`peer ${name}`, process.execPath, [script], {
    env: {
      PATH: process.env.PATH, NAME: name, KNOCK: knock,
      AUTHORIZED_FETCH: authorizedFetch ? '1' : '0', ED25519: ed25519 ? '1' : '0',
    },
  });
  const said = await until(`peer ${name} to start`, () => {
    child.mustRun();
    return child.output.match(/^\{"ready":true.*\}$/m)?.[0];
  });
  return new Peer(child, JSON.parse(said));
}

class Peer {
  #child;
  #control;

  constructor(child, { origin, actor, control }) {
    this.#child = child;
    this.#control = control;
    this.origin = origin;
    this.actor = actor;
  }

  /** act does one of the acts of peer/acts.mjs: `await peer.act('follow', { actor })`. */
  async act(name, what = {}) {
    return await this.#ask(name, { method: 'POST', body: JSON.stringify(what) });
  }

  /** log gives every line of the neighbour's diary, oldest first (see peer/diary.mjs). */
  async log() {
    return await this.#ask('log');
  }

  /** followers gives the addresses of those who follow the neighbour. */
  async followers() {
    return await this.#ask('followers');
  }

  /**
   * received waits for a verified activity of a kind ("Create", "Update", "Accept" …) that also fits the condition, and
   * proves that the request that brought it was signed: Fedify alone would also take a proof inside the body.
   */
  async received(kind, fits = () => true) {
    return await until(`${kind} at ${this.actor}`, async () => {
      const log = await this.log();
      const line = log.find((l) => l.line === 'received' && l.activity === kind && fits(l));
      if (!line) return null;
      const visit = log.find((l) => l.line === 'visit' && l.body?.includes(line.id) && l.status < 300);
      if (!visit) return null;
      return { ...line, signature: visit.signature, body: JSON.parse(visit.body) };
    });
  }

  /** sent gives the deliveries the neighbour made, with the signature used and the status it got. */
  async sent() {
    return (await this.log()).filter((l) => l.line === 'sent');
  }

  async stop() {
    await this.#child.kill();
  }

  async #ask(path, options) {
    this.#child.mustRun();
    const response = await fetch(`${this.#control}/${path}`, options);
    const answer = await response.json();
    if (!response.ok) throw new Error(`peer could not ${path}: ${answer.error}`);
    return answer;
  }
}
