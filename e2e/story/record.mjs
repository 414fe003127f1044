// What anybody may check: the open figures, the corrections, and the whole record against a checkpoint kept from before.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** keepCheckpoint keeps the signed checkpoint as a citizen would, before anything has happened. */
export async function keepCheckpoint(cast) {
  const answer = await cast.desk.get('/insyn/protokoll/checkpoint');
  assert.equal(answer.status, 200);
  cast.checkpoint = path.join(cast.desk.dataDir, 'kept.txt');
  await writeFile(cast.checkpoint, await answer.text());
}

/** readCorrections looks for the correction where all of them stand. */
export async function readCorrections(cast) {
  const { t, citizen, citizen: { page } } = cast;
  await citizen.visit.go('/insyn/rattelser');
  await cast.see(citizen);
  await page.locator('.righted', { hasText: t.wrong }).getByText(t.right).waitFor();
}

const size = (checkpoint) => Number(checkpoint.split('\n')[1]);

/** openBook reads what everybody may read about the authority, the morning after: the desk has been started anew. */
export async function openBook(cast) {
  const { w, citizen, citizen: { page } } = cast;
  for (const seat of [cast.writer, cast.reader]) await seat?.visit.go('/'); // no page listens while the desk is away
  await cast.desk.pause();
  await cast.desk.start();
  await citizen.visit.go('/insyn');
  await cast.see(citizen);
  await page.getByRole('heading', { name: w.figures }).waitFor();
  assert.match(await page.locator('main').innerText(), new RegExp(cast.account.name));
  assert.match(await page.locator('main').innerText(), new RegExp(w.ground));
  await citizen.visit.go('/insyn/protokoll');
  await cast.see(citizen);
  const now = await (await cast.desk.get('/insyn/protokoll/checkpoint')).text();
  assert.ok(size(now) > size(await readFile(cast.checkpoint, 'utf8')), 'the record has grown');
  await page.getByText(w.linesOnRecord).first().waitFor();
}

/** verify reads the whole record as a stranger would, and against the checkpoint that was kept; a false one is not believed. */
export async function verify(cast) {
  const good = await cast.desk.command('ledger', 'verify', '--checkpoint', cast.checkpoint);
  assert.equal(good.code, 0, good.stdout + good.stderr);
  const forged = path.join(cast.desk.dataDir, 'forged.txt');
  const lines = (await readFile(cast.checkpoint, 'utf8')).split('\n');
  lines[1] = String(Number(lines[1]) - 1);
  await writeFile(forged, lines.join('\n'));
  assert.equal((await cast.desk.command('ledger', 'verify', '--checkpoint', forged)).code, 3);
}
