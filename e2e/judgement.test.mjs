// Judgement while one writes, in a real browser: findings come by themselves, a screen reader is told once and not at every key,
// one click changes the words, and the browser's own undo takes it back. While she types the page's clock goes by her keys, so
// that she types as fast on any machine. How long the page was busy is told, not judged.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { startDesk } from './lib/desk.mjs';
import { standStill } from './lib/wait.mjs';
import { person } from './pages.mjs';

const sentence = 'I dag lagar vi lamporna vid torget och städar parken. ';
const heavy = 'Du kommer att erhålla besked med anledning av detta.';

suite('judgement while one writes', () => {
  let desk, seated, page;
  before(async () => {
    desk = await startDesk();
    seated = await visit(desk.url);
    page = seated.page;
    await seated.go('/logga-in');
    await page.fill('[name=email]', person.email);
    await page.fill('[name=password]', person.password);
    await page.press('[name=password]', 'Enter');
    await page.waitForURL(/idag/);
    await standStill(page);
    await seated.go('/skriv');
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/skriv\/01/);
    await page.waitForSelector('[data-editor] textarea');
  });
  after(async () => {
    await seated?.leave();
    await closeBrowser();
    await desk?.discard();
  });

  const text = () => page.inputValue('.writing textarea');

  test('findings come while she types, and a screen reader hears of them once', async () => {
    await page.evaluate(() => {
      globalThis.busy = [];
      new PerformanceObserver((list) => globalThis.busy.push(...list.getEntries().map((e) => e.duration))).observe({ entryTypes: ['longtask'] });
      globalThis.told = [];
      const tell = document.querySelector('[data-findings-tell]');
      new MutationObserver(() => globalThis.told.push(tell.textContent)).observe(tell, { childList: true, characterData: true, subtree: true });
    });
    await page.focus('.writing textarea');
    await page.keyboard.insertText(sentence.repeat(34));
    for (const key of heavy) {
      await page.keyboard.type(key);
      await page.clock.runFor(25);
    }
    await page.clock.runFor(600); // she draws breath: now it is read
    await page.waitForSelector('[data-instead]');
    assert.equal(await page.textContent('[data-findings-tell]'), '');
    await page.clock.runFor(2000);
    await page.waitForFunction(() => document.querySelector('[data-findings-tell]').textContent !== '', null, { polling: 50 });
    const { busy, told } = await page.evaluate(() => ({ busy: globalThis.busy, told: globalThis.told }));
    console.log(`typing ${heavy.length} characters after ${sentence.length * 34}: `
      + `${busy.length} tasks above 50 ms (${busy.map((d) => Math.round(d)).join(', ') || 'none'})`);
    assert.equal(told.length, 1, `a screen reader was told ${told.length} times: ${told.join(' | ')}`);
    assert.equal(await page.getAttribute('[data-findings-tell]', 'role'), 'status');
    await page.clock.resume();
  });

  test('one click changes the words, and undo takes them back', async () => {
    const before = await text();
    await page.click('[data-instead="få"]');
    assert.equal(await text(), before.replace('erhålla', 'få'));
    await page.focus('.writing textarea');
    await page.keyboard.press('Control+z');
    assert.equal(await text(), before);
    await page.click('[data-instead="få"]');
    await page.click('[data-undo]');
    assert.equal(await text(), before);
  });

  test('the focus stays with the card when the findings come anew', async () => {
    await page.focus('[data-finding]:has([data-instead="få"]) summary');
    const card = await page.evaluate(() => document.activeElement.closest('[data-finding]').dataset.finding);
    await page.evaluate(() => {
      const area = document.querySelector('.writing textarea');
      area.value += ' Vi ses omgående.';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForSelector('[data-instead="genast"]');
    assert.equal(await page.evaluate(() => document.activeElement.closest('[data-finding]')?.dataset.finding), card);
  });

  test('what was put right is counted on the page of the rule', async () => {
    await page.click('[data-instead="genast"]');
    await page.waitForFunction(() => !document.querySelector('[data-instead="genast"]'));
    const saved = page.waitForEvent('load');
    await page.click('button[name=spara]:not([tabindex="-1"])');
    await saved;
    await seated.go('/regler/plainlanguage.officialese');
    assert.match(await page.textContent('main'), /Orden ändrades\s*1 gång/);
    await seated.axe();
  });
});
