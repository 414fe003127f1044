// A throw-away PostgreSQL for the stories that are played on both databases.
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/postgres', import.meta.url));
const run = promisify(execFile);

/** startPostgres gives { url, stop }: an empty database that is gone after stop. */
export async function startPostgres() {
  const dir = await mkdtemp(path.join(tmpdir(), 'tilltal-postgres-'));
  const { stdout } = await run(script, ['start', dir, '--fast']);
  return { url: stdout.trim(), stop: () => run(script, ['stop', dir]) };
}
