// A guest week from the invitation to the talk afterwards. The days go by when the desk is started anew with its clock further
// ahead: so the same data, the same rights and the same record live through the week in some seconds.
import assert from 'node:assert/strict';
import { visit } from '../lib/browser.mjs';
import { startDesk } from '../lib/desk.mjs';
import { until } from '../lib/wait.mjs';
import { guestWords } from './guestwords.mjs';

const password = 'tilltal-demo';
const daily = { name: 'Vardag i Sjövik', handle: 'vardag_i_sjovik' };
const hour = 3_600_000;

/** spend plays the week. Options: language, Hand, script, size. */
export async function spend(t, options) {
  const week = await Week.begin(options);
  let over = false;
  const step = async (name, act) => await t.test(name, { skip: over && 'the story ended before this' }, async () => {
    over = true;
    await act();
    over = false;
  });
  try {
    await step('the communicator invites a colleague', () => week.invite());
    await step('the guest reads the invitation and presents himself', () => week.prepare());
    await step('on Monday he has the shift, reads the frames and writes', () => week.write());
    await step('the square says who is the guest of the week', () => week.stand());
    await step('the Monday after he hands over', () => week.handOver());
    await step('the next one takes over', () => week.takeOver());
    await step('he talks about it, and the communicator reads', () => week.talk());
  } finally {
    await week.end();
  }
}

class Week {
  #desk;
  #flags = ['--ahead', '0s'];
  #how;
  #seat;
  #faults = [];

  static async begin({ language, Hand, script = true, size = 'desktop' }) {
    const week = new Week();
    week.#how = { language, script, size };
    week.Hand = Hand;
    week.w = guestWords[language];
    week.#desk = await startDesk({ flags: week.#flags });
    return week;
  }

  /** sit lets somebody sit down at a screen of her own and sign in; nobody is a citizen. Whoever sat there before leaves. */
  async sit(name) {
    await this.#leave();
    this.#seat = await visit(this.#desk.url, this.#how);
    this.page = this.#seat.page;
    this.hand = new this.Hand(this.page);
    if (name) await this.#seat.signIn({ email: `${name}@exempelkommun.example`, password });
  }

  async go(path) {
    await this.#seat.go(path);
    await this.see();
  }

  /** see looks at the page with a critical eye. */
  async see() {
    await this.page.waitForLoadState();
    assert.equal(await this.page.locator('html').getAttribute('lang'), this.#how.language);
    await this.#seat.axe();
    await this.#seat.fits();
  }

  /** press goes where a link or a button leads, and looks. */
  async press(target) {
    const arrived = this.page.waitForEvent('load');
    await this.hand.press(target);
    await arrived;
    await this.see();
  }

  link(name) { return this.page.locator('main').getByRole('link', { name }).first(); }
  button(name) { return this.page.locator('main').getByRole('button', { name }).first(); }
  async reads(...words) { for (const w of words) await this.page.locator('main').getByText(w).first().waitFor(); }

  /** travel starts the desk anew with its clock at a moment. */
  async travel(to) {
    await this.#leave();
    await this.#desk.pause();
    this.#flags[1] = `${Math.round((to - Date.now()) / 1000)}s`;
    await this.#desk.start();
  }

  async invite() {
    await this.sit('nadia');
    await this.go('/kalender');
    await this.press(this.link(this.w.shifts));
    await this.press(this.page.locator('main .rows a[href$="/pass"]', { hasText: daily.name }));
    await this.press(this.link(this.w.invite));
    this.monday = await this.page.locator('input[name="from"]').inputValue();
    await this.hand.choose(this.page.locator('select[name="person"]'), 'Tomasz Kowal · Kansliet');
    await this.hand.write(this.page.locator('textarea[name="purpose"]'), this.w.purpose);
    await this.press(this.button(this.w.inviteNow));
    await this.reads(this.w.invited, this.w.purpose);
    this.path = new URL(this.page.url()).pathname;
  }

  async prepare() {
    await this.sit('tomasz');
    await this.go('/idag');
    await this.reads(this.w.invitation);
    await this.press(this.link(this.w.seeInvitation));
    assert.equal(new URL(this.page.url()).pathname, this.path);
    await this.press(this.link(this.w.presentYourself));
    await this.hand.write(this.page.locator('textarea[name="words"]'), this.w.about);
    await this.tick(this.page.locator('input[name="consent"]'));
    await this.press(this.button(this.w.save));
    await this.reads(this.w.presented, this.w.about);
  }

  /** tick ticks a box: Space with the keyboard, a click on its words otherwise. */
  async tick(box) {
    if (!this.hand.key) return await box.locator('xpath=following-sibling::label').click();
    while (!(await box.evaluate((e) => e === document.activeElement))) await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Space');
  }

  async write() {
    await this.travel(Date.parse(`${this.monday}T09:00:00+01:00`));
    await this.sit('tomasz');
    await this.go('/idag');
    await this.reads(this.w.onShift);
    await this.go(this.path);
    await this.press(this.link(this.w.readFrames));
    await this.press(this.page.locator('form.law button[type="submit"]'));
    await this.go('/skriv');
    await this.press(this.button(this.w.begin));
    await this.hand.write(this.page.getByLabel(this.w.text), this.w.post);
    if (!this.#how.script) await this.press(this.button(this.w.saveDraft));
    await this.page.locator('[data-routine]', { hasText: this.w.own }).waitFor();
    await this.press(this.button(this.w.publish));
    await this.reads(this.w.published);
  }

  async stand() {
    await this.sit();
    await until('the post to stand on the square', async () => {
      await this.#seat.go(`/torget/${daily.handle}`);
      return await this.page.locator('main .post', { hasText: this.w.post }).count() > 0;
    });
    await this.see();
    await this.reads(this.w.guest, this.w.about, this.w.purpose);
    await this.page.locator('main .post', { hasText: this.w.post }).getByText('Tomasz').first().waitFor();
  }

  async handOver() {
    await this.travel(Date.parse(`${this.monday}T08:05:00+01:00`) + 7 * 24 * hour);
    await this.sit('tomasz');
    await until('the desk to write down what is open', async () => {
      await this.#seat.go(`${this.path}/overlamning`);
      return await this.page.locator('main .notice', { hasText: this.w.waitsFor }).count() > 0;
    });
    await this.see();
    this.next = (await this.page.locator('main .notice').first().innerText()).match(/Amina|Johan|Eeva|Olle/)[0].toLowerCase();
    await this.hand.write(this.page.locator('textarea[name="words"]'), this.w.lines);
    await this.press(this.button(this.w.saveLines));
    await this.reads(this.w.linesSaved);
    await this.#seat.go('/skriv', 403); // the right to write ended with the week
  }

  async takeOver() {
    await this.sit(this.next);
    await this.go('/idag');
    await this.reads(this.w.takeOverAfter);
    await this.go(`${this.path}/overlamning`);
    await this.reads(this.w.lines);
    await this.press(this.button(this.w.takeOver));
    await this.reads(this.w.takenOver);
  }

  async talk() {
    await this.sit('tomasz');
    await this.go('/idag');
    await this.press(this.link(this.w.toTalk));
    await this.reads(this.w.onePost);
    await this.hand.write(this.page.locator('textarea[name="best"]'), this.w.best);
    await this.press(this.button(this.w.save));
    await this.reads(this.w.thanks);
    await this.sit('nadia');
    await this.go(`${this.path}/efterprat`);
    await this.reads(this.w.best);
  }

  async #leave() {
    await this.#seat?.leave().catch((error) => this.#faults.push(error));
    this.#seat = undefined;
  }

  /** end ends it all; whatever a browser had to complain about is told. */
  async end() {
    await this.#leave();
    await this.#desk.stop();
    if (this.#faults.length) throw new AggregateError(this.#faults, this.#faults.map((f) => f.message).join('\n'));
  }
}
