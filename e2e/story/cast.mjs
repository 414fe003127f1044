// Who is in the story, and what they have in hand: one desk, one neighbour on another server, the colleague who writes, the one
// who reads if the routine wants it, and a citizen on the square.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { visit } from '../lib/browser.mjs';
import { startDesk } from '../lib/desk.mjs';
import { drawPicture } from '../lib/picture.mjs';
import { startPeer } from '../lib/peer.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { until } from '../lib/wait.mjs';
import { texts, words } from './words.mjs';

const password = 'tilltal-demo';
const address = (name) => `${name}@exempelkommun.example`;

/**
 * gather sets the stage.
 * @param {{language: 'sv'|'en', Hand: new (page: any) => any, script?: boolean, size?: 'phone'|'desktop', account: {name: string, handle: string},
 *   writer: string, reader?: string, knock?: string, database?: 'sqlite'|'postgres'}} options
 *   TILLTAL_E2E_DATABASE=sqlite or postgres plays every story on that database, whatever it says itself
 */
export async function gather({ language, Hand, script = true, size = 'desktop', account, writer, reader, knock, database = 'sqlite' }) {
  const server = (process.env.TILLTAL_E2E_DATABASE ?? database) === 'postgres' ? await startPostgres() : undefined;
  const [desk, peer] = await Promise.all([startDesk({ database: server?.url }), startPeer({ knock })]);
  const cast = new Cast({ desk, peer, server, language, Hand, script, size, account });
  cast.writer = await cast.seat(writer);
  cast.citizen = await cast.seat();
  if (reader) cast.reader = await cast.seat(reader);
  return cast;
}

class Cast {
  #seats = [];

  constructor(given) {
    Object.assign(this, given, { signature: 'cavage', w: words[given.language], t: texts[given.language] });
    this.actor = `${this.desk.url}/torget/${this.account.handle}`;
    this.picture = path.join(this.desk.dataDir, 'lindar.png');
  }

  /** seat gives somebody a screen of her own: { visit, page, hand, see }. A colleague has a name. */
  async seat(name) {
    const seated = await visit(this.desk.url, { language: this.language, script: this.script, size: this.size });
    const seat = { name, visit: seated, page: seated.page, hand: new this.Hand(seated.page) };
    this.#seats.push(seat);
    return seat;
  }

  /** see looks at a page with a critical eye. */
  async see(seat) {
    assert.equal(await seat.page.locator('html').getAttribute('lang'), this.language);
    await seat.visit.axe();
    await seat.visit.fits();
  }

  /** signIn goes through the front door by hand. */
  async signIn(seat) {
    const { page, hand } = seat;
    await seat.visit.go('/logga-in');
    await this.see(seat);
    await hand.write(page.getByLabel(this.w.email), address(seat.name));
    await hand.write(page.getByLabel(this.w.password), password);
    await hand.press(page.getByRole('button', { name: this.w.signIn }));
    await page.waitForURL('**/idag');
    if (await page.locator('html').getAttribute('lang') !== this.language) {
      await hand.press(page.locator('details.me > summary'));
      await hand.press(page.locator('details.me').getByRole('button', { name: this.w.speak }));
      await page.locator(`html[lang="${this.language}"]`).waitFor({ state: 'attached' });
    }
    await this.see(seat);
  }

  /** follow lets the neighbour follow the account, and waits until both agree that he does. */
  async follow() {
    const followers = async () => (await this.desk.activity(`${this.actor}/followers`)).totalItems;
    const before = await followers();
    await this.peer.act('follow', { actor: this.actor });
    await this.peer.received('Accept', (l) => l.actor === this.actor);
    await until('the account to count him', async () => (await followers()) === before + 1);
  }

  async draw() {
    await drawPicture(this.picture);
  }

  /** leave ends it all; whatever a browser had to complain about is told. */
  async leave() {
    const faults = [];
    const tried = (act) => Promise.resolve(act).catch((error) => faults.push(error));
    for (const { visit: seated } of this.#seats) await tried(seated.leave());
    await tried(this.peer.stop());
    await tried(rm(this.picture, { force: true }));
    await tried(this.desk.stop());
    if (this.server) await tried(this.server.stop());
    if (faults.length) throw new AggregateError(faults, faults.map((f) => f.message).join('\n'));
  }
}
