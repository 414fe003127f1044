// Starting a program, reading what it says, and stopping it: shared by the desk and the neighbour.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import net from 'node:net';
import { patience } from './wait.mjs';


/** running is ended with the test process, however that ends, so that nothing is left behind on the machine. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Child is a running program with everything it has written. */
export class Child {
  #process;
  #output = '';
  #ended;

  /** @param {string} name for errors @param {string} file @param {string[]} args @param {import('node:child_process').SpawnOptions} options */
  constructor(name, file, args, options = {}) {
    this.name = name;
    this.#process = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    this.#ended = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve({ error }));
      this.#process.once('close', (code, signal) => resolve({ code, signal }));
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => { this.#output += text; });
    }
    running.add(this.#process);
    this.#ended.then((how) => {
      this.how = how;
      running.delete(this.#process);
    });
  }

  /** pid is the process number, for tests that end it the hard way. */
  get pid() {
    return this.#process.pid;
  }

  /** output is everything written so far, both streams in the order they came. */
  get output() {
    return this.#output;
  }

  /** mustRun throws with the output when the program has ended on its own. */
  mustRun() {
    if (this.how) throw new Error(`${this.name} ended (${JSON.stringify(this.how)}):\n${this.#output}`);
  }

  /** ended resolves when the program has ended, with its exit code or signal. */
  async ended() {
    return await this.#ended;
  }

  /** kill ends it as a power cut would. */
  async kill() {
    this.#process.kill('SIGKILL');
    return await this.#ended;
  }

  /** stop asks it to end and gives how it ended; one that does not listen is killed, and that is an error. */
  async stop() {
    if (this.how) return this.how;
    this.#process.kill('SIGTERM');
    let deaf = false;
    const timer = setTimeout(() => { deaf = true; this.#process.kill('SIGKILL'); }, patience);
    const how = await this.#ended;
    clearTimeout(timer);
    if (deaf) throw new Error(`${this.name} did not end within ${patience} ms of SIGTERM:\n${this.#output}`);
    return how;
  }
}

/**
 * freePort finds a port on loopback that nobody uses. It lies below those that the system lends to whoever calls out (from
 * 32768), so that it is free also some time later, when the program that it is for has started, or has been started again.
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(11_000, 20_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
