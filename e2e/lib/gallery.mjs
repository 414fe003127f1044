// The gallery: every part of the pages on example pages, drawn by web/frame's own test, and served here under the house's
// own content policy. What a page sends is kept in asked; answers are set by the test.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const house = path.join(import.meta.dirname, '..', '..');
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** openGallery draws the pages and serves them until close. */
export async function openGallery() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gallery-'));
  await promisify(execFile)('go', ['test', './web/frame', '-count=1', '-run', '^TestGallery$', '-args', '-gallery', folder], { cwd: house });
  const gallery = new Gallery(folder, await readFile(path.join(folder, 'policy.txt'), 'utf8'));
  await gallery.listen();
  return gallery;
}

class Gallery {
  asked = [];
  answers = new Map(); // path → (request, form) => {status, headers, body}, or a promise of it
  streams = new Set();
  #folder;
  #policy;
  #server;

  constructor(folder, policy) {
    this.#folder = folder;
    this.#policy = policy;
    this.#server = http.createServer((request, response) => this.#serve(request, response).catch(() => response.writeHead(404).end()));
  }

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** names are the pages without language and theme: "skriv". */
  async names() {
    const files = await readdir(this.#folder);
    return [...new Set(files.map((f) => /^(.+)-(sv|en)-(light|dark)\.html$/.exec(f)?.[1]).filter(Boolean))];
  }

  /** sent are the forms that came to a path, in order. */
  sent(where) {
    return this.asked.filter((a) => a.path === where).map((a) => a.form);
  }

  /** tell sends an event to every page that listens. */
  tell(data) {
    for (const stream of this.streams) stream.write(`data: ${data}\n\n`);
  }

  async close() {
    for (const stream of this.streams) stream.end();
    this.#server.close();
    await rm(this.#folder, { recursive: true });
  }

  async #serve(request, response) {
    const { pathname } = new URL(request.url, this.url);
    if (request.headers.accept === 'text/event-stream') return this.#stream(response);
    let body = '';
    for await (const part of request) body += part;
    const form = new URLSearchParams(body);
    if (request.method === 'POST') this.asked.push({ path: pathname, form });
    const answer = this.answers.get(pathname);
    if (answer) {
      const { status = 200, headers = {}, body: out = '' } = await answer(request, form);
      return response.writeHead(status, { 'content-type': types['.html'], ...headers }).end(out);
    }
    if (request.method !== 'GET') return response.writeHead(404).end();
    const file = await readFile(path.join(this.#folder, path.normalize(pathname)));
    response.writeHead(200, { 'content-type': types[path.extname(pathname)] ?? 'text/plain', 'content-security-policy': this.#policy }).end(file);
  }

  #stream(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n');
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
  }
}
