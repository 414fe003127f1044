// The desk as an authority would run it: the built program on a free port with a data folder of its own.
//
// TILLTAL_BIN names a program to use as it is; otherwise bin/tilltal is built, once for each test process.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Child, freePort } from './process.mjs';
import { until } from './wait.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
let built;

/** program gives the path of the desk's program, built on first use. */
function program() {
  built ??= process.env.TILLTAL_BIN ?? promisify(execFile)(
    'go', ['build', '-trimpath', '-o', 'bin/tilltal', './cmd/tilltal'], { cwd: root },
  ).then(() => path.join(root, 'bin/tilltal'));
  return built;
}

/**
 * startDesk starts a desk and waits until it says it is well.
 * @param {{command?: 'demo'|'serve', database?: string, host?: string, flags?: string[], env?: Record<string, string>}} [options]
 *   database is a postgres:// URL; without it the desk keeps SQLite in its data folder. host is what the browser calls this
 *   machine: a passkey belongs to a name
 */
export async function startDesk({ command = 'demo', database, host = '127.0.0.1', flags = [], env = {} } = {}) {
  const desk = new Desk(await program(), await mkdtemp(path.join(tmpdir(), 'tilltal-desk-')), await freePort(), {
    command, env, host, flags: database ? [...flags, '--database', database] : flags,
  });
  try {
    await desk.start();
  } catch (error) {
    await desk.discard();
    throw error;
  }
  return desk;
}

class Desk {
  #program;
  #port;
  #options;
  #child;
  #before = '';

  constructor(program, dataDir, port, options) {
    this.#program = program;
    this.#port = port;
    this.#options = options;
    this.dataDir = dataDir;
    this.url = `http://${options.host}:${port}`;
  }

  /** output is everything the desk has printed and logged since it was first started. */
  get output() {
    return this.#before + (this.#child?.output ?? '');
  }

  /** pid is the process number of the desk that runs now. */
  get pid() {
    return this.#child.pid;
  }

  /** start starts the desk on its own data and address; also after stop or kill. */
  async start() {
    const { command, env, flags } = this.#options;
    this.#before = this.output;
    this.#child = new Child('tilltal', this.#program, [
      command, '--listen', `127.0.0.1:${this.#port}`, '--data', this.dataDir, '--base-url', this.url, ...flags,
    ], {
      cwd: this.dataDir,
      env: { PATH: process.env.PATH, HOME: this.dataDir, TMPDIR: tmpdir(), TILLTAL_ALLOW_LOOPBACK: 'true', ...env },
    });
    await until('the desk to be well', async () => {
      this.#child.mustRun();
      return (await this.health()).status === 200;
    }).catch((error) => {
      throw new Error(`${error.message}:\n${this.output}`, { cause: error.cause });
    });
  }

  /** command runs another of the program's commands on the desk's data, and gives { code, stdout, stderr }. */
  async command(...args) {
    const run = promisify(execFile)(this.#program, [...args, '--data', this.dataDir, ...this.#options.flags], {
      cwd: this.dataDir, env: { PATH: process.env.PATH, HOME: this.dataDir, TMPDIR: tmpdir() },
    });
    return await run.then((said) => ({ code: 0, ...said }), ({ code, stdout, stderr }) => ({ code, stdout, stderr }));
  }

  /** health asks the desk how it is: { status, body }. */
  async health() {
    const response = await fetch(`${this.url}/health`);
    return { status: response.status, body: await response.json() };
  }

  /** get fetches a page or document: an address, or a path on the desk. */
  async get(where, headers = {}) {
    return await fetch(new URL(where, this.url), { headers, redirect: 'manual' });
  }

  /** activity fetches an ActivityPub object as another server would, without signing. */
  async activity(where) {
    const response = await this.get(where, { accept: 'application/activity+json' });
    if (!response.ok) throw new Error(`${where} answered ${response.status}: ${await response.text()}`);
    return await response.json();
  }

  /** kill ends the desk as a power cut would; start brings it back on the same data. */
  async kill() {
    await this.#child.kill();
  }

  /** pause ends the desk in good order and keeps its data; start brings it back. */
  async pause() {
    const how = await this.#child.stop();
    if (how.code !== 0) throw new Error(`the desk ended with ${JSON.stringify(how)}:\n${this.output}`);
  }

  /** stop ends the desk, checks that it ended well and never fell over on the way, and removes its data. */
  async stop() {
    try {
      await this.pause();
      const fell = this.output.match(/^(panic: |fatal error: |WARNING: DATA RACE).*/m);
      if (fell) throw new Error(`the desk fell over: ${fell[0]}\n${this.output}`);
    } finally {
      await this.discard();
    }
  }

  /** discard ends the desk in whatever way works and removes its data. */
  async discard() {
    await this.#child?.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
