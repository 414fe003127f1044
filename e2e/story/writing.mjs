// From the first word to the withdrawal: what the writer does, what stands on the square, and what the neighbour's server got.
import assert from 'node:assert/strict';
import { until } from '../lib/wait.mjs';

/** words of HTML as a reader of another server sees them: paragraphs and lines as such, tags gone. */
export function plain(html) {
  return html.replace(/<br\s*\/?>/g, '\n').replace(/<\/p>\s*<p[^>]*>/g, '\n\n').replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** begin opens a sheet for the account, by the keys that the page offers or by its links. */
export async function begin(cast) {
  const { w, writer: { page, hand } } = cast;
  if (hand.key) await hand.key('g s');
  else await hand.press(page.getByRole('navigation').getByRole('link', { name: w.write }).first());
  await page.waitForURL('**/skriv');
  await cast.see(cast.writer);
  const card = page.getByRole('radio', { name: cast.account.name });
  if (await card.count()) await hand.pick(card);
  else await page.getByText(cast.account.name).first().waitFor();
  await hand.press(page.getByRole('button', { name: w.begin }));
  await page.waitForURL(/\/skriv\/01/);
}

/** slip writes the text with a slip in it. What is found stands beside the text, with its reason and its source. */
export async function slip(cast) {
  const { w, t, writer: { page, hand } } = cast;
  await hand.write(page.getByLabel(w.text), `${t.post}\n\n${t.slip}`);
  if (!cast.script) await save(cast);
  const found = finding(cast);
  await found.waitFor();
  assert.match(await found.innerText(), new RegExp(t.slip));
  assert.match(await found.innerText(), /2016\/679/, 'the source');
  await page.locator('[data-routine]', { hasText: w.decides }).waitFor();
  await cast.see(cast.writer);
}

/** mend takes the slip away again: the finding leads to its place in the text. */
export async function mend(cast) {
  const { w, t, writer: { page, hand } } = cast;
  const text = page.getByLabel(w.text);
  if (cast.script) {
    await hand.press(finding(cast).getByRole('link', { name: w.fix }));
    assert.equal(await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), t.slip);
    await page.keyboard.press('Delete');
  } else {
    await hand.write(text, t.post);
    await save(cast);
  }
  await finding(cast).waitFor({ state: 'detached' });
}

const finding = ({ w, writer: { page } }) => page.locator('[data-finding]', { hasText: w.number });

/** save presses the button that saves, for who has no JavaScript. */
async function save({ w, writer: { page, hand } }) {
  const saved = page.waitForEvent('load');
  await hand.press(page.getByRole('button', { name: w.saveDraft }));
  await saved;
}

/** furnish adds a picture with its description, topics, the purpose and the language. */
export async function furnish(cast) {
  const { w, t, writer: { page, hand } } = cast;
  await cast.draw();
  await hand.attach(page.getByLabel(w.files), cast.picture);
  await hand.press(page.getByRole('button', { name: w.addPicture, exact: true }));
  await hand.write(page.getByLabel(w.alt), t.alt);
  await hand.write(page.getByLabel(w.topics), t.topics);
  await hand.choose(page.getByLabel(w.purpose), t.purpose);
  await hand.press(page.getByText(w.more));
  await hand.choose(page.getByLabel(w.language), { sv: 'svenska', en: 'English' }[cast.language]);
  if (!cast.script) await save(cast);
}

/**
 * goOut sends what is written: the writer herself, or a colleague who reads it first where the routine says so. Line is a line
 * of the text, button and told are the words when she sends it herself, done asks whether it has gone out.
 */
export async function goOut(cast, { line, button, told, done }) {
  const { w, writer: { page, hand } } = cast;
  await page.locator('[data-routine]', { hasText: cast.reader ? w.reads : w.own }).waitFor();
  await cast.see(cast.writer);
  await hand.press(page.getByRole('button', { name: cast.reader ? w.ask : button }));
  await page.getByText(cast.reader ? w.waits : told).first().waitFor();
  await cast.see(cast.writer);
  if (cast.reader) await read(cast, line);
  return await until('the text to go out', done);
}

/** read is the colleague's part: she reads what citizens will see, and approves the very text on the page. */
async function read(cast, line) {
  const { w, reader, reader: { page, hand } } = cast;
  await reader.visit.go('/granska');
  await cast.see(reader);
  await hand.press(page.locator('main a[href^="/granska/"]', { hasText: line }).first());
  await page.waitForURL(/\/granska\/01/);
  await cast.see(reader);
  await hand.press(page.getByRole('button', { name: w.approve }));
  await page.getByText(w.approved).first().waitFor();
}

/** publish sends the post, and finds where it stands by what other servers can read. */
export async function publish(cast) {
  const { w, t } = cast;
  const line = t.post.split('\n')[0];
  const newest = async () => (await cast.desk.activity((await cast.desk.activity(`${cast.actor}/outbox`)).first)).orderedItems[0].object;
  cast.note = await goOut(cast, { line, button: w.publish, told: w.published, done: async () => {
    const note = await newest();
    return plain(note.content).startsWith(line) && note.id;
  } });
  cast.path = new URL(cast.note).pathname;
  cast.atDesk = `/inlagg/${cast.path.split('/').pop()}`;
}

/** standsOnSquare reads the post as a citizen does, and as the neighbour's server verified it: the same words. */
export async function standsOnSquare(cast) {
  const { t, peer, citizen, citizen: { page, hand } } = cast;
  await citizen.visit.go(`/torget/${cast.account.handle}`);
  await cast.see(citizen);
  await hand.press(page.locator(`a[href="${cast.path}"]`).first());
  await page.waitForURL(`**${cast.path}`);
  await cast.see(citizen);
  assert.equal((await page.locator('.post .said').first().innerText()).trim(), t.post);
  assert.equal(await page.locator('.post img').first().getAttribute('alt'), t.alt);
  const created = await peer.received('Create', (l) => l.object === cast.note);
  assert.ok(plain(created.content).startsWith(t.post), created.content);
  assert.equal(created.signature, cast.signature);
  const { object } = created.body;
  assert.equal([object.attachment].flat()[0].name, t.alt);
  assert.deepEqual([object.tag].flat().filter((tag) => tag.type === 'Hashtag').map((tag) => tag.name.slice(1)).sort(), t.topics.split(', ').sort());
  assert.equal(object.contentMap[cast.language], object.content);
}

/** correct says what was wrong and what is right; it goes the same way out as the post. */
export async function correct(cast) {
  const { w, t, writer, writer: { page, hand } } = cast;
  await writer.visit.go(cast.atDesk);
  await cast.see(writer);
  await hand.press(page.getByRole('link', { name: w.correct, exact: true }));
  await page.waitForURL('**/ratta');
  await cast.see(writer);
  for (const part of ['wrong', 'right', 'why', 'now']) await hand.write(page.getByLabel(w[part]), t[part]);
  await hand.write(page.getByLabel(w.postText), t.corrected);
  await hand.press(page.getByRole('button', { name: w.readThrough }));
  await page.waitForURL(/\/skriv\/01/);
  const words = async () => (await cast.desk.activity(cast.note)).content;
  await goOut(cast, { line: t.corrected.split('\n')[0], button: w.publishCorrection, told: w.correctedNow, done: async () => plain(await words()).includes(t.right) });
}

/** standsCorrected: the square shows both, the neighbour got the change. */
export async function standsCorrected(cast) {
  const { w, t, peer, citizen, citizen: { page } } = cast;
  await citizen.visit.go(cast.path);
  await cast.see(citizen);
  const correction = page.locator('.correction').first();
  assert.match(await correction.innerText(), new RegExp(`${w.corrected}[^]*${t.wrong}[^]*${t.right}`));
  assert.equal((await page.locator('.post .said').first().innerText()).trim(), t.corrected);
  const updated = await peer.received('Update', (l) => l.object === cast.note);
  assert.ok(plain(updated.content).includes(t.right) && plain(updated.content).includes(t.corrected), updated.content);
  assert.ok(updated.updated > updated.published);
}

/** withdraw takes the post off on a ground; where it stood it says so, and the neighbour is told to let it go. */
export async function withdraw(cast) {
  const { w, t, peer, writer, citizen, writer: { page, hand } } = cast;
  await writer.visit.go(cast.atDesk);
  await hand.press(page.getByRole('link', { name: w.withdraw }));
  await page.waitForURL('**/ta-bort');
  await cast.see(writer);
  await hand.pick(page.getByRole('radio', { name: w.ground }));
  await hand.write(page.getByLabel(w.reason), t.reason);
  await hand.write(page.getByLabel(w.public), t.public);
  await hand.press(page.getByRole('button', { name: w.withdraw }));
  await page.getByText(w.withdrawn).first().waitFor();
  await cast.see(writer);
  await citizen.visit.go(cast.path, 410);
  await cast.see(citizen);
  assert.match(await citizen.page.locator('main').innerText(), new RegExp(t.public));
  const tombstone = await cast.desk.get(cast.note, { accept: 'application/activity+json' });
  assert.deepEqual([tombstone.status, (await tombstone.json()).type], [410, 'Tombstone']);
  assert.equal((await peer.received('Delete', (l) => l.object === cast.note)).signature, cast.signature);
}
