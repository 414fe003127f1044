// How a person uses a page: with the keyboard alone, or with the mouse. Both hands do the same things, so that one story can
// be played with either. The keyboard goes the way a person must go, key by key, and at every stop it looks whether the place
// it has come to can be seen (WCAG 2.2: 2.1.1, 2.1.2, 2.4.7, 2.4.11).
const mostStops = 250; // a page where more keys are needed is not one for people with a keyboard

/** Keyboard never touches a mouse. */
export class Keyboard {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** key presses keys in one breath, "g i": between them nothing is waited for, for the page does not wait long for the second. */
  async key(keys) {
    await this.page.waitForLoadState();
    await Promise.all(keys.split(' ').map((key) => this.page.keyboard.press(key)));
  }

  /** press goes to a link, a button or a fold and uses it. */
  async press(target) {
    await this.#goTo(target);
    await this.page.keyboard.press('Enter');
  }

  /** write goes to a field and writes in it, instead of what stood there. */
  async write(target, text) {
    await this.#goTo(target);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  /** pick chooses one of several: Tab stops once in a group, and the arrows go from one to the next. */
  async pick(target) {
    const name = await target.getAttribute('name');
    const group = this.page.locator(`input[type=radio][name="${name}"]`);
    const chosen = this.page.locator(`input[type=radio][name="${name}"]:checked`);
    await this.#goTo(await chosen.count() ? chosen : group.first());
    for (let i = await group.count(); i > 0 && !(await target.isChecked()); i--) await this.page.keyboard.press('ArrowDown');
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
    await this.#look();
  }

  /** choose chooses in a list that folds out, with the arrows, by its words. */
  async choose(target, label) {
    await this.#goTo(target);
    const shown = () => target.evaluate((list) => list.selectedOptions[0]?.label.trim());
    await this.page.keyboard.press('Home');
    for (let i = await target.locator('option').count(); i > 0 && await shown() !== label; i--) await this.page.keyboard.press('ArrowDown');
    if (await shown() !== label) throw new Error(`the list has no ${label}`);
  }

  /** attach chooses a file in the dialogue of the browser, which is the person's own. */
  async attach(target, file) {
    await this.#goTo(target);
    const opens = this.page.waitForEvent('filechooser');
    await this.page.keyboard.press('Space');
    await (await opens).setFiles(file);
  }

  /** goTo presses Tab, or Shift and Tab, until it is there; also when the page changes under way, as one that is live may. */
  async #goTo(target) {
    await target.waitFor();
    await this.page.waitForLoadState();
    for (let stop = 0; stop < mostStops; stop++) {
      const way = await target.evaluate(wayTo);
      if (way === 'here') return await this.#look();
      await this.page.keyboard.press(way);
      await this.#look();
    }
    throw new Error(`${target} cannot be reached with ${mostStops} keys on ${this.page.url()}`);
  }

  /** look throws when the place that has the focus cannot be seen. */
  async #look() {
    const fault = await this.page.evaluate(faultOfFocus);
    if (fault) throw new Error(`${fault} on ${this.page.url()}`);
  }
}

/** Mouse clicks. */
export class Mouse {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  async press(target) {
    await target.click();
  }

  async write(target, text) {
    await target.fill(text);
  }

  async pick(target) {
    await target.locator('xpath=following-sibling::label').click(); // most people press the words
  }

  async choose(target, label) {
    await target.selectOption({ label });
  }

  async attach(target, file) {
    await target.setInputFiles(file);
  }
}

/** wayTo says, in the page, which key leads to an element, or that the focus is there. */
function wayTo(goal) {
  const at = document.activeElement;
  if (at === goal) return 'here';
  const nowhere = !at || at === document.body;
  return nowhere || at.contains(goal) || at.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_FOLLOWING ? 'Tab' : 'Shift+Tab';
}

/** faultOfFocus says, in the page, what is wrong with the place that has the focus; "" when it can be seen. */
function faultOfFocus() {
  const at = document.activeElement;
  if (!at || at === document.body || at.tagName === 'MAIN' || at.tagName === 'DIALOG') return '';
  const name = `<${at.tagName.toLowerCase()}> ”${(at.innerText || at.name || '').trim().slice(0, 40)}”`;
  const ring = (e) => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
  const group = at.closest('.option');
  if (!ring(at) && !(group && ring(group))) return `${name} has the focus and no ring around it`;
  const [box] = (group ?? at).getClientRects();
  if (!box) return `${name} has the focus and is nowhere`;
  const inView = { left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth), top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight) };
  if (inView.right - inView.left < 1 || inView.bottom - inView.top < 1) return `${name} has the focus and is out of sight`;
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(inView.left + x * (inView.right - inView.left), inView.top + y * (inView.bottom - inView.top));
    return at.contains(top) || group?.contains(top);
  });
  return seen ? '' : `${name} has the focus and is covered`;
}
