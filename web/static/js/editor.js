// Editor: reads along while one writes. Findings come beside the text a moment after the last key, the draft is saved every
// few seconds, and what is not saved is kept in the browser. frame.EditorView says what the addresses answer.

import { fetchPage, parse, put } from "./trust.js";
import { count, locate } from "./text.js";
import { keeper } from "./keep.js";

const readAfter = 600; // milliseconds of quiet before the text is read
const saveAfter = 3000; // and before it is saved
const tellAfter = 2000; // and before a screen reader hears of it
const keepAfter = 300; // and before the browser keeps it
const holdAtMost = 5000; // how long a press waits for a save that is on its way
const mostRemembered = 100; // findings that are remembered as met

const controls = "a[href], button, summary, textarea";

class Editor {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.form = root.querySelector("form");
    this.text = root.querySelector(".writing textarea");
    this.here = root.querySelector("[data-findings-here]");
    this.tell = root.querySelector("[data-findings-tell]");
    this.saved = root.querySelector("[data-saved]");
    this.store = keeper(`${this.words.editor}.${this.words.draft || location.pathname}`);
    this.stopped = false; // a conflict: nothing more is saved by itself
    this.offer();
    this.form.addEventListener("input", (event) => this.changed(event.target));
    this.form.addEventListener("submit", (event) => this.hold(event));
    root.addEventListener("click", (event) => this.click(event));
    addEventListener("pagehide", () => {
      if (!this.dirty()) return;
      this.store.keep(this.text.value);
      this.save(true);
    });
    this.counters();
  }

  dirty() {
    return "dirty" in this.form.dataset;
  }

  // offer shows the banner when the browser has words that the page has not.
  offer() {
    const banner = this.root.querySelector("[data-restore]");
    const kept = this.store.kept();
    if (!kept || kept === this.text.value) return this.store.drop();
    banner.hidden = false;
    banner.addEventListener("click", (event) => {
      if (event.target.closest("[data-restore-take]")) {
        this.text.value = kept;
        this.text.dispatchEvent(new Event("input", { bubbles: true }));
      } else if (event.target.closest("[data-restore-drop]")) this.store.drop();
      else return;
      banner.hidden = true;
      this.text.focus();
    });
  }

  changed(field) {
    if (field.closest("[data-findings]")) return; // a reason under way is not the text
    if (field === this.text) {
      this.root.querySelector("[data-undo]")?.remove(); // it would take away what she writes now
      clearTimeout(this.keeping);
      this.keeping = setTimeout(() => this.store.keep(this.text.value), keepAfter);
      this.drawing ??= requestAnimationFrame(() => this.counters());
    }
    clearTimeout(this.reading);
    this.reading = setTimeout(() => this.read().catch(() => {}), readAfter);
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), saveAfter);
  }

  post(url, more) {
    return fetchPage(url, { method: "POST", body: new URLSearchParams(this.values()), ...more });
  }

  // values are the form's, without its files: those are sent when the form is.
  values() {
    return [...new FormData(this.form)].filter(([, v]) => typeof v === "string");
  }

  async read() {
    if (!this.words.checkUrl) return;
    this.asking?.abort();
    this.asking = new AbortController();
    const answer = await this.post(this.words.checkUrl, { signal: this.asking.signal });
    if (!answer.ok || answer.redirected) return;
    const html = await answer.text();
    if (html === this.shown) return; // nothing has changed: nobody's focus or reading is disturbed
    const fresh = parse(html);
    if (!fresh.querySelector("[data-findings]") || this.held) return; // the button that was pressed may stand among the findings
    this.shown = html;
    this.show(fresh);
  }

  // remember keeps which findings she has met, so that the server knows which of them were put right.
  remember() {
    const known = new Set([...this.form.querySelectorAll("[data-met] input")].map((i) => i.value));
    let met = this.form.querySelector("[data-met]");
    if (!met) {
      met = document.createElement("div");
      met.dataset.met = "";
      met.hidden = true;
      this.form.append(met);
    }
    for (const input of this.here.querySelectorAll("input[name=visad]")) {
      if (known.has(input.value) || known.size >= mostRemembered) continue;
      known.add(input.value);
      const copy = document.createElement("input");
      copy.type = "hidden";
      copy.name = "visad";
      copy.value = input.value;
      met.append(copy);
    }
  }

  // spot is where the focus is among the findings: in which card, and on which of its controls.
  spot() {
    const card = document.activeElement?.closest("[data-finding]");
    if (!card || !this.here.contains(card)) return null;
    return { id: card.dataset.finding, at: [...card.querySelectorAll(controls)].indexOf(document.activeElement) };
  }

  // back puts the focus where it was; when that card is gone, on the summary of what is left.
  back(spot) {
    const card = this.here.querySelector(`[data-finding="${CSS.escape(spot.id)}"]`);
    const control = card?.querySelectorAll(controls)[spot.at];
    if (control) return control.focus();
    const tally = this.here.querySelector(".tally");
    tally?.setAttribute("tabindex", "-1");
    tally?.focus();
  }

  // show puts the new findings in place, with what was folded out and typed in the old ones.
  show(fresh) {
    const open = new Map();
    for (const d of this.here.querySelectorAll("details[open] textarea")) open.set(d.name, d.value);
    const unfolded = new Set([...this.here.querySelectorAll("[data-more][open]")].map((d) => d.dataset.more));
    const focus = this.here.contains(document.activeElement) ? document.activeElement.name : "";
    const spot = this.spot();
    const said = fresh.querySelector("[data-findings]").dataset.said;
    const wrap = document.createElement("div");
    wrap.append(document.importNode(fresh.querySelector("[data-findings]"), true));
    put(this.here, wrap);
    for (const d of this.here.querySelectorAll("[data-more]")) d.open = unfolded.has(d.dataset.more);
    for (const t of this.here.querySelectorAll("details textarea")) {
      if (!open.has(t.name)) continue;
      t.closest("details").open = true;
      t.value = open.get(t.name);
      if (t.name === focus) t.focus();
    }
    if (spot && !this.here.contains(document.activeElement)) this.back(spot);
    const beside = document.querySelector("[data-frames]"), now = fresh.querySelector("[data-frames]");
    if (beside && now && !beside.contains(document.activeElement)) beside.replaceWith(document.importNode(now, true));
    for (const part of ["[data-routine]", "[data-counters]"]) {
      const old = this.root.querySelector(part);
      const next = fresh.querySelector(part);
      if (old && next && !old.contains(document.activeElement)) old.replaceWith(document.importNode(next, true));
    }
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      if (this.tell.textContent !== said) this.tell.textContent = said;
      this.remember();
    }, tellAfter);
  }

  // save sends the draft. last is when the page goes away: nobody waits for the answer.
  save(last = false) {
    if (!this.words.saveUrl || this.stopped || this.form.dataset.sent) return;
    if (last) return void this.post(this.words.saveUrl, { keepalive: true }).catch(() => {});
    if (this.held) return;
    const sent = this.send().finally(() => {
      if (this.underWay === sent) this.underWay = undefined;
    });
    this.underWay = sent;
  }

  async send() {
    const text = this.text.value;
    this.say(this.words.wordSaving);
    try {
      this.answered(await this.post(this.words.saveUrl), text);
    } catch {
      this.say(this.words.wordOffline, true);
      this.saving = setTimeout(() => this.save(), saveAfter * 3);
    }
  }

  // hold lets a form that is sent wait for the save that is on its way: it would say a version that is no longer the newest,
  // and be put aside as if a colleague had been there.
  hold(event) {
    if (!this.underWay) return;
    event.preventDefault();
    if (this.held) return;
    this.held = true;
    const { submitter } = event;
    const enough = new Promise((go) => setTimeout(go, holdAtMost));
    Promise.race([this.underWay, enough]).then(() => {
      this.held = false;
      this.underWay = undefined;
      this.form.requestSubmit(submitter);
    });
  }

  answered(answer, text) {
    const version = answer.headers.get("Tilltal-Version");
    if (answer.ok && version) {
      this.form.elements.version.value = version;
      this.say(this.words.wordSaved.replace("%s", answer.headers.get("Tilltal-Saved") ?? ""));
      if (text === this.text.value) {
        delete this.form.dataset.dirty;
        this.store.drop();
      }
    } else if (answer.status === 409) {
      this.stopped = true;
      this.say(this.words.wordConflict, true);
    } else if (answer.redirected || answer.status === 401 || answer.status === 403) {
      this.say(this.words.wordSignIn, true);
    } else this.say(this.words.wordOffline, true);
  }

  // say tells how it is with the draft. An offer to undo stands beside it until she writes on.
  say(words, trouble = false) {
    const undo = this.saved.querySelector("[data-undo]");
    this.saved.textContent = words;
    if (undo) this.saved.append(" ", undo);
    this.saved.classList.toggle("trouble", trouble);
  }

  counters() {
    this.drawing = undefined;
    for (const li of this.root.querySelectorAll("[data-counter]")) {
      const left = Number(li.dataset.max) - count(this.text.value, li.dataset.counter);
      li.classList.toggle("over", left < 0);
      const words = left < 0 ? this.words.wordOver : this.words.wordLeft;
      li.querySelector("[data-counter-words]").textContent = words.replace("%d", Math.abs(left));
    }
  }

  click(event) {
    const card = event.target.closest("[data-finding]");
    const swap = event.target.closest("[data-instead]");
    if (event.target.closest("[data-undo]")) return this.undo();
    if (!card || !(swap || event.target.closest("[data-go], .place"))) return;
    if (this.mark(card)) {
      event.preventDefault();
      if (swap) this.swap(swap.dataset.instead);
    }
  }

  // mark selects the words that a finding points at, and says whether they are there.
  mark(card) {
    const { start, end, place } = card.dataset;
    const at = locate(this.text.value, Number(start), Number(end), place);
    if (!at) return false;
    for (const near of this.here.querySelectorAll(".near")) near.classList.remove("near");
    card.classList.add("near");
    this.text.focus();
    this.text.setSelectionRange(...at);
    return true;
  }

  // swap changes the selected words, in the browser's own history where that can be had, and offers to undo.
  swap(words) {
    this.remember();
    this.before = this.text.value;
    if (!document.execCommand?.("insertText", false, words)) {
      this.text.setRangeText(words, this.text.selectionStart, this.text.selectionEnd, "end");
      this.text.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button bare";
    button.dataset.undo = "";
    button.textContent = this.words.wordUndo;
    this.saved.replaceChildren(button);
  }

  undo() {
    this.text.focus();
    this.text.select();
    if (!document.execCommand?.("insertText", false, this.before)) {
      this.text.value = this.before;
      this.text.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.say(""); // the offer went with the input
  }
}

for (const root of document.querySelectorAll("[data-editor]")) new Editor(root);
