// What citizens say, and how they are answered: a question from the square's own form, and a reply from another server.
import assert from 'node:assert/strict';
import { answerOf, haveRead } from '../lib/human.mjs';
import { until } from '../lib/wait.mjs';
import { plain } from './writing.mjs';

const row = (seat, words) => seat.page.locator('.threads a', { hasText: words }).first();

/** listen opens the inbox and leaves it open. */
export async function listen(cast) {
  const { writer, writer: { page } } = cast;
  await writer.visit.go('/inkorg');
  await cast.see(writer);
  if (cast.script) await page.evaluate(() => { document.documentElement.dataset.same = 'yes'; });
}

/** ask is the citizen's question under the post, from the form that needs no account. */
export async function ask(cast) {
  const { w, t, citizen, citizen: { page, hand } } = cast;
  await citizen.visit.go(cast.path);
  await hand.press(page.locator('#samtal').getByRole('link', { name: w.askUs }));
  await page.waitForURL('**/fraga?inlagg=*');
  const came = performance.now();
  await cast.see(citizen);
  await hand.write(page.getByLabel(w.wonder), t.question);
  await hand.write(page.getByLabel(w.name), t.citizen);
  const answer = page.locator('input[name="svar"]');
  const question = await page.locator('label', { has: page.locator(`xpath=self::*[@for="${await answer.getAttribute('id')}"]`) }).innerText();
  await hand.write(answer, answerOf(question.trim(), cast.language));
  await haveRead(came);
  await hand.press(page.getByRole('button', { name: w.sendQuestion }));
  await page.waitForURL(/\/fraga\/[^/?]+$/);
  await page.getByRole('heading', { name: w.thanks }).waitFor();
  await cast.see(citizen);
  cast.receipt = new URL(page.url()).pathname;
}

/** remark is what the neighbour says under the post, on his own server. */
export async function remark(cast) {
  const { id } = await cast.peer.act('note', { content: `<p>${cast.t.remark}</p>`, inReplyTo: cast.note, mention: cast.actor });
  cast.remark = id;
}

/** arrived waits until both stand in the inbox. With JavaScript the page has not been asked for again. */
export async function arrived(cast) {
  const { t, writer, writer: { page } } = cast;
  for (const words of [t.question, t.remark]) {
    if (cast.script) await row(writer, words).waitFor();
    else await until(`”${words}” in the inbox`, async () => { await writer.visit.go('/inkorg'); return await row(writer, words).count(); });
  }
  if (cast.script) assert.equal(await page.evaluate(() => document.documentElement.dataset.same), 'yes', 'the page was fetched anew');
  await cast.see(writer);
}

/** answer takes a conversation, notes and answers. */
export async function answer(cast, { about, note, words }) {
  const { w, writer: { page, hand } } = cast;
  await hand.press(row(cast.writer, about));
  await page.waitForURL(/\/inkorg\/01/);
  await cast.see(cast.writer);
  await use(cast, 'a', page.getByRole('button', { name: w.take }));
  await page.getByText(w.taken).first().waitFor();
  if (note) {
    await use(cast, 'n', page.locator('summary', { hasText: w.note }));
    await hand.write(page.getByLabel(w.noteText), note);
    await hand.press(page.getByRole('button', { name: w.saveNote }));
    await page.getByText(w.noted).first().waitFor();
    await cast.see(cast.writer);
  }
  await hand.write(page.locator('#svar textarea[name="text"]'), words);
  await hand.press(page.getByRole('button', { name: w.answer, exact: true }));
  await page.getByText(w.sent).first().waitFor();
  await page.locator('.turn.authority', { hasText: words }).waitFor();
  await cast.see(cast.writer);
}

/** use does what the page offers by a key, or finds it on the page. */
async function use({ writer: { hand } }, key, target) {
  if (hand.key) await hand.key(key);
  else await hand.press(target);
}

/** finish closes the conversation with its outcome. */
export async function finish(cast) {
  const { w, writer: { page, hand } } = cast;
  await use(cast, 'e', page.locator('summary', { hasText: w.close }).last());
  await hand.pick(page.getByRole('radio', { name: w.outcome }));
  await hand.press(page.getByRole('button', { name: w.closeIt }));
  await page.getByText(w.closed).first().waitFor();
  await page.waitForURL(/\/inkorg(\?|$)/);
  await cast.see(cast.writer);
}

/** readReceipt is the citizen coming back by her link. */
export async function readReceipt(cast) {
  const { w, t, citizen, citizen: { page } } = cast;
  await citizen.visit.go(cast.receipt);
  await page.getByRole('heading', { name: w.answered }).waitFor();
  await page.locator('.turn', { hasText: t.answer }).waitFor();
  await cast.see(citizen);
}

/** heard: the neighbour's server verified our answer to what he said. */
export async function heard(cast) {
  const { t, peer } = cast;
  const reply = await peer.received('Create', (l) => l.inReplyTo === cast.remark);
  assert.ok(plain(reply.content).includes(t.remarkAnswer), reply.content);
  assert.equal(reply.by, cast.actor);
  assert.equal(reply.signature, cast.signature);
}

/** secondThoughts: the neighbour changes his words and takes them back; the conversation, which stands open, shows all of it. */
export async function secondThoughts(cast) {
  const { w, t, peer, writer, writer: { page, hand } } = cast;
  const talk = new URL(page.url()).pathname;
  const seen = async (target) => {
    if (cast.script) return await target.waitFor();
    await until('the page to show it', async () => { await writer.visit.go(talk); return await target.count(); });
  };
  await peer.act('update', { id: cast.remark, content: `<p>${t.remarkEdited}</p>` });
  await seen(page.locator('.turn.citizen', { hasText: t.remarkEdited }));
  await peer.act('delete', { id: cast.remark });
  await seen(page.locator('.turn.citizen', { hasText: w.takenBack }));
  await hand.press(page.locator('.turn.citizen').getByText(w.whatItSaid, { exact: true }));
  await page.locator('.turn.citizen details[open]', { hasText: t.remarkEdited }).waitFor();
  await hand.press(page.locator('.turn.citizen').getByText(w.before, { exact: true }));
  const [was] = t.remark.split(' ').filter((word) => !t.remarkEdited.includes(word));
  await page.locator('.turn.citizen details[open] del', { hasText: was }).waitFor();
  await cast.see(writer);
}
