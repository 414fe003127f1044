// A real browser (Debian's Chromium) that reads each page with a critical eye.
//
// A visit is one person at one screen: language, theme, size, with or without JavaScript. While it lasts everything that
// the browser complains about is collected (script errors, content security policy, missing files, server errors), and
// leave() throws if there was anything. So no story needs to remember to look.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { patience } from './wait.mjs';

const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const chromiumArgs = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const languages = { sv: 'sv-SE', en: 'en-GB' };
export const themes = ['light', 'dark'];
export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const program = { executablePath: chromiumPath, args: chromiumArgs, timeout: patience };
let opening;

/** shared opens a window of its own in the browser that all visits of a test file share. */
async function shared(how) {
  opening ??= chromium.launch(program);
  return await (await opening).newContext(how);
}

/** closeBrowser ends the browser of this process; call it in the after of each test file. */
export async function closeBrowser() {
  const browser = await opening;
  opening = undefined;
  await browser?.close();
}

/**
 * visit sits down at the desk or the square.
 * @param {string} baseURL
 * @param {{language?: 'sv'|'en', theme?: 'light'|'dark', size?: 'phone'|'desktop', script?: boolean, profile?: string}} [options]
 *   profile is an empty folder for a browser of her own, which lasts as long as the visit. Without it the window is a private
 *   one, where Chromium takes no push messages
 */
export async function visit(baseURL, { language = 'sv', theme = 'light', size = 'desktop', script = true, profile } = {}) {
  const how = {
    baseURL, locale: languages[language], colorScheme: theme, viewport: sizes[size], javaScriptEnabled: script,
    timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce', isMobile: size === 'phone', hasTouch: size === 'phone',
  };
  const context = await (profile ? chromium.launchPersistentContext(profile, { ...program, ...how }) : shared(how));
  context.setDefaultTimeout(patience);
  return new Visit(context, await context.newPage(), { script, how: { language, theme, size } });
}

class Visit {
  #context;
  #complaints = [];
  #script;
  #how;
  #copy; // where pages without JavaScript are scanned

  constructor(context, page, { script, how }) {
    this.#context = context;
    this.#script = script;
    this.#how = how;
    this.page = page;
    page.on('pageerror', (error) => this.#complain(`script error: ${error.stack ?? error}`));
    page.on('console', (message) => {
      // A missing file is told, with its address, by the response below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.#complain(`console: ${message.text()}`);
      }
    });
    page.on('response', (response) => this.#weigh(response));
    page.on('requestfailed', (request) => this.#regret(request));
  }

  /** complaints are what the browser had to say so far. */
  get complaints() {
    return this.#complaints;
  }

  /** forgive takes away the complaints that a test provoked on purpose. */
  forgive(pattern) {
    this.#complaints = this.#complaints.filter((complaint) => !pattern.test(complaint));
  }

  /** go opens a page and expects it to be there, or the status that is asked for. */
  async go(path, status = 200) {
    const response = await this.page.goto(path);
    if (response.status() !== status) throw new Error(`${path} answered ${response.status()}`);
    return response;
  }

  /** signIn signs a person in through the form, with the keyboard only. */
  async signIn({ email, password }) {
    await this.go('/logga-in');
    await this.page.locator('input[name="email"]').fill(email);
    await this.page.locator('input[name="password"]').fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.pathname !== '/logga-in');
    if (await this.#spoken() !== this.#how.language) await this.switchLanguage();
  }

  /** signOut goes home. */
  async signOut() {
    await this.page.locator('details.me > summary').click();
    await this.page.locator('details.me form[action="/logga-ut"] button').click();
    await this.page.waitForURL((url) => url.pathname === '/logga-in' || url.pathname === '/');
  }

  /** switchLanguage asks for the other language in one's own menu: at the desk it is what one has chosen, not the browser's. */
  async switchLanguage() {
    await this.page.locator('details.me > summary').click();
    await this.page.locator('details.me button[name="lang"]').click();
    await this.page.locator(`html[lang="${this.#how.language}"]`).waitFor({ state: 'attached' });
  }

  async #spoken() {
    return await this.page.locator('html').getAttribute('lang');
  }

  /** axe scans the page as it stands and throws with each fault and where it is; with the rules given, or with all of them. */
  async axe(rules) {
    await this.page.waitForLoadState();
    const violations = this.#script ? await scan(this.page, rules) : await this.#scanCopy(rules);
    if (violations.length === 0) return;
    const told = violations.map(({ id, impact, help, nodes }) =>
      `${impact} ${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(' ')}  ${node.html}`).join('\n')}`);
    throw new Error(`axe found ${violations.length} fault(s) on ${this.page.url()}:\n${told.join('\n')}`);
  }

  /** wear puts the page that is open in the other theme, as when evening comes: nothing is fetched anew. */
  async wear(theme) {
    await this.page.emulateMedia({ colorScheme: theme });
  }

  /** fits throws when the page is wider than the screen, so that a reader must scroll sideways. */
  async fits() {
    const [content, screen] = await this.page.evaluate(
      () => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if (content > screen) throw new Error(`${this.page.url()} is ${content} px wide on a screen of ${screen} px`);
  }

  /** picture saves the whole page as a PNG. */
  async picture(path) {
    await this.page.screenshot({ path, fullPage: true, animations: 'disabled' });
  }

  /** leave ends the visit and throws if the browser had anything to complain about. */
  async leave() {
    await this.#copy?.#context.close();
    await this.#context.close();
    if (this.#complaints.length) throw new Error(`the browser complained:\n${this.#complaints.join('\n')}`);
  }

  /** scanCopy scans a copy of the page in a window beside: axe needs timers, and there are none where JavaScript is off. */
  async #scanCopy(rules) {
    const url = this.page.url();
    const body = (await this.page.content()).replace(/<script\b.*?<\/script>/gs, '').replace(/<\/?noscript\b[^>]*>/g, '');
    this.#copy ??= await visit(new URL(url).origin, this.#how);
    const { page } = this.#copy;
    await page.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    try {
      await page.goto(url);
      return await scan(page, rules);
    } finally {
      await page.unroute(url);
    }
  }

  #complain(about) {
    this.#complaints.push(`${this.page.url()}: ${about}`);
  }

  /** weigh: a page may say no (a form with an error answers 422); the server may not fail, and no file may be missing. */
  #weigh(response) {
    const status = response.status();
    const kind = response.request().resourceType();
    const mayRefuse = ['document', 'fetch', 'xhr'].includes(kind);
    if (status >= 500 || (status >= 400 && !mayRefuse)) {
      this.#complain(`${kind} ${response.url()} answered ${status}`);
    }
  }

  /** regret: a request that came to nothing; one that was cut off because the reader left the page is no fault. */
  #regret(request) {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') this.#complain(`${request.resourceType()} ${request.url()} failed: ${why}`);
  }
}

/**
 * scan runs axe with the rules of WCAG 2.2 AA and its best practice, or with those given. The pages have no frames. The window
 * is made as tall as the page: axe does not scroll, and would take what just now lies under the bar of a telephone for covered.
 */
async function scan(page, rules) {
  const window = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > window.height) await page.setViewportSize({ ...window, height });
  try {
    return await audit(page, rules);
  } finally {
    if (height > window.height) await page.setViewportSize(window);
  }
}

/** audit brings axe into the page, unless it is there since an earlier scan, and gives the faults that it finds. */
async function audit(page, rules) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: axeTags };
  return await page.evaluate(async (options) => {
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ target, html }) => ({ target, html })) }));
  }, { runOnly, resultTypes: ['violations'] });
}
