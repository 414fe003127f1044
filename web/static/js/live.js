// Live: a page that says data-live-url hears when something has happened, fetches itself anew, and changes the regions that
// say data-live="name". An event's data names the regions that changed, with spaces between; no data means all of them. A
// region where somebody types or has the focus is let be until she leaves it.

import { fetchPage, parse, put } from "./trust.js";

const main = document.querySelector("[data-live-url]");
const tell = document.querySelector("[data-tell]");
const wanted = new Set();
let source, timer, away;
let wait = 1000;

const say = (words) => {
  if (tell && tell.textContent !== words) tell.textContent = words;
};
const inUse = (region) => region.contains(document.activeElement) && document.activeElement !== region;

async function refresh() {
  const names = new Set(wanted);
  wanted.clear();
  const answer = await fetchPage(main.dataset.livePage || location.href, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const fresh = parse(await answer.text());
  let left = false;
  for (const region of document.querySelectorAll("[data-live]")) {
    const name = region.dataset.live;
    if (!names.has("*") && !names.has(name)) continue;
    const next = fresh.querySelector(`[data-live="${CSS.escape(name)}"]`);
    if (!next || next.isEqualNode(region)) continue;
    if (inUse(region)) {
      left = true;
      region.addEventListener("focusout", () => ask(name), { once: true });
    } else put(region, next);
  }
  if (!left) follow(fresh);
  say(left ? main.dataset.fresh : "");
}

// follow tells the forms that nobody has begun on what the page shows now: their field "sett" says what the sender has seen.
// One that is under way keeps what it had, so that she is told if somebody got there first.
function follow(fresh) {
  const now = fresh.querySelector('input[name="sett"]')?.value;
  for (const field of now ? document.querySelectorAll('input[name="sett"]') : []) {
    const begun = field.closest("details[open]") || [...field.form.querySelectorAll("textarea")].some((t) => t.value.trim());
    if (!begun) field.value = now;
  }
}

function ask(names) {
  for (const n of (names || "*").split(" ")) wanted.add(n);
  clearTimeout(timer);
  timer = setTimeout(() => refresh().catch(() => {}), 250);
}

function listen() {
  source = new EventSource(main.dataset.liveUrl);
  source.onopen = () => {
    clearTimeout(away);
    say("");
    if (wait > 1000) ask("*"); // something may have been missed
    wait = 1000;
  };
  source.onmessage = (event) => ask(event.data.trim());
  source.onerror = () => {
    clearTimeout(away);
    away = setTimeout(() => say(main.dataset.away), 5000);
    wait = Math.min(wait * 2, 60000);
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, wait);
  };
}

if (main) {
  listen();
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && (listen(), ask("*")));
}
