// The critical eye must see: each fault that a visit promises to find is shown to it on a page made for the purpose.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { Keyboard } from './lib/hand.mjs';

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; require-trusted-types-for 'script'";
const styles = {
  '/no-ring.css': 'button:focus { outline: none }',
  '/dusk.css': '@media (prefers-color-scheme: dark) { html { background: #111 } p { color: #333 } }',
  '/covered.css': 'button { outline: 3px solid } #bar { position: fixed; inset: 0; background: white }',
};
const pages = {
  '/good': '<p>Allt är bra.</p>',
  '/no-alt': '<img src="/good.png">',
  '/wide': `<pre>${'bred '.repeat(400)}</pre>`,
  '/inline-script': '<script>document.title = "nej"</script>',
  '/missing-file': '<link rel="stylesheet" href="/missing.css">',
  '/dusk': '<link rel="stylesheet" href="/dusk.css"><p>Det skymmer.</p>',
  '/no-ring': '<link rel="stylesheet" href="/no-ring.css"><button>Nästa</button>',
  '/covered': '<link rel="stylesheet" href="/covered.css"><button>Nästa</button><div id="bar">Här</div>',
  '/no-way': '<button tabindex="-1">Nästa</button>',
  '/throws': '<script src="/throws.js"></script>',
};

suite('a visit sees', () => {
  let server, url;
  before(async () => {
    server = http.createServer((request, response) => {
      const body = pages[request.url];
      if (request.url === '/throws.js') return response.setHeader('content-type', 'text/javascript').end('throw new Error("aj")');
      if (styles[request.url]) return response.setHeader('content-type', 'text/css').end(styles[request.url]);
      if (request.url === '/fails') return response.writeHead(500).end('<!doctype html><title>500</title>');
      if (request.url === '/good.png' || request.url === '/favicon.ico') return response.writeHead(204).end();
      if (!body) return response.writeHead(404).end('<!doctype html><title>404</title>');
      response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', policy);
      response.end(`<!doctype html><html lang="sv"><head><title>Sida</title>
        <meta name="viewport" content="width=device-width"></head><body><main><h1>Sida</h1>${body}</main></body></html>`);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${server.address().port}`;
  });
  after(async () => {
    await closeBrowser();
    server.close();
  });

  test('nothing wrong with a good page, with and without JavaScript, under a strict policy', async () => {
    for (const script of [true, false]) {
      const seated = await visit(url, { script, size: 'phone', theme: 'dark', language: 'en' });
      await seated.go('/good');
      await seated.axe();
      await seated.fits();
      await seated.leave();
    }
  });

  test('a picture without a description, with and without JavaScript', async () => {
    for (const script of [true, false]) {
      const seated = await visit(url, { script });
      await seated.go('/no-alt');
      await assert.rejects(seated.axe(), /image-alt/);
      await seated.leave();
    }
  });

  test('words that cannot be read when the page is put in the dark', async () => {
    const seated = await visit(url);
    await seated.go('/dusk');
    await seated.axe();
    await seated.wear('dark');
    await assert.rejects(seated.axe(['color-contrast']), /color-contrast/);
    await seated.wear('light');
    await seated.axe(['color-contrast']);
    await seated.leave();
  });

  test('a page wider than the phone', async () => {
    const seated = await visit(url, { size: 'phone' });
    await seated.go('/wide');
    await assert.rejects(seated.fits(), /px wide/);
    await seated.leave();
  });

  for (const [path, complaint] of [
    ['/inline-script', /Content Security Policy/], ['/missing-file', /missing\.css/], ['/throws', /script error: .*aj/],
  ]) {
    test(`the fault on ${path}`, async () => {
      const seated = await visit(url);
      await seated.go(path);
      await assert.rejects(seated.leave(), complaint);
    });
  }

  for (const [path, complaint] of [['/no-ring', /no ring/], ['/covered', /covered/], ['/no-way', /cannot be reached/]]) {
    test(`what a person with a keyboard meets on ${path}`, async () => {
      const seated = await visit(url);
      await seated.go(path);
      await assert.rejects(new Keyboard(seated.page).press(seated.page.getByRole('button', { name: 'Nästa' })), complaint);
      await seated.leave();
    });
  }

  test('a server that fails, until it is forgiven', async () => {
    const seated = await visit(url);
    await assert.rejects(seated.go('/fails'), /answered 500/);
    assert.equal(seated.complaints.length, 1);
    seated.forgive(/answered 500/);
    await seated.leave();
  });
});
