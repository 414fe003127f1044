// Live: a page that says data-live-url hears when something has happened, fetches itself anew, and changes the regions that
// say data-live="name". An event's data names the regions that changed, with spaces between; no data means all of them. A
// region where somebody types or has the focus is let be until she leaves it. The part "klockan" is the bell, which every page
// has: a page without regions fetches it alone. A window that nobody sees lets go of its stream, for a browser has few of them,
// and takes it up where it was when she comes back.

import { fetchBell, ring } from "./bell.js";
import { fetchPage, parse, put } from "./trust.js";

const main = document.querySelector("[data-live-url]");
const tell = document.querySelector("[data-tell]");
const wanted = new Set();
let source, timer, away, heard, leaving;
let wait = 1000;
const patience = 30000;

const say = (words) => {
  if (tell && tell.textContent !== words) tell.textContent = words;
};
const inUse = (region) => region.contains(document.activeElement) && document.activeElement !== region;

async function refresh() {
  const names = new Set(wanted);
  wanted.clear();
  const regions = regionsOf(names);
  if (!regions.length) {
    if (names.has("*") || names.has("klockan")) await fetchBell();
    return;
  }
  const answer = await fetchPage(main.dataset.livePage || location.href, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const fresh = parse(await answer.text());
  ring(fresh);
  let left = false;
  for (const region of regions) {
    const name = region.dataset.live;
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

// regionsOf are the regions of this page that have such a name; none on a page that stands still.
function regionsOf(names) {
  const all = main.dataset.fresh ? [...document.querySelectorAll("[data-live]")] : [];
  return all.filter((region) => names.has("*") || names.has(region.dataset.live));
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
  const from = new URL(main.dataset.liveUrl, location.href);
  if (heard) from.searchParams.set("efter", heard);
  const mine = new EventSource(from);
  source = mine;
  source.onopen = () => {
    clearTimeout(away);
    say("");
    if (wait > 1000) ask("*"); // something may have been missed
    wait = 1000;
  };
  source.onmessage = (event) => {
    heard = event.lastEventId || heard;
    ask(event.data.trim());
  };
  source.onerror = () => {
    clearTimeout(away);
    if (main.dataset.away) away = setTimeout(() => say(main.dataset.away), 5000);
    wait = Math.min(wait * 2, 60000);
    if (mine.readyState === EventSource.CLOSED) setTimeout(() => source === mine && listen(), wait);
  };
}

function rest() {
  clearTimeout(leaving);
  if (document.hidden) leaving = setTimeout(letGo, patience);
  else if (!source) listen();
}

function letGo() {
  clearTimeout(away);
  source?.close();
  source = undefined;
}

if (main) {
  listen();
  rest();
  document.addEventListener("visibilitychange", rest);
  addEventListener("pagehide", letGo);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (!source) listen();
    ask("*");
  });
}
