// The bell: takes in how many notices she has not read, and says so aloud when there are more than before, at most once a
// minute and never that there are fewer. Nobody is interrupted: the words are in a status of their own.

import { fetchPage, parse, put } from "./trust.js";

const shown = document.querySelector("[data-bell]");
const tell = document.querySelector("[data-bell-tell]");
const pause = 60000;
let words = "";
let timer;
let said = -pause;

function speak() {
  timer = undefined;
  said = performance.now();
  if (tell) tell.textContent = words;
}

function announce(more) {
  words = more;
  timer ??= setTimeout(speak, Math.max(1000, said + pause - performance.now()));
}

function hush() {
  clearTimeout(timer);
  timer = undefined;
  if (tell) tell.textContent = "";
}

// ring takes the bell from a page that has been fetched.
export function ring(page) {
  const next = page.querySelector("[data-bell]");
  if (!shown || !next || next.isEqualNode(shown)) return;
  const before = Number(shown.dataset.unread);
  const now = Number(next.dataset.unread);
  put(shown, next);
  shown.dataset.unread = String(now);
  shown.dataset.told = next.dataset.told;
  if (now > before) announce(next.dataset.told);
  else if (now < before) hush();
}

// fetchBell fetches the bell alone: for a page that shows nothing else that is new.
export async function fetchBell() {
  if (!shown) return;
  const answer = await fetchPage(shown.dataset.bell, { cache: "no-store" });
  if (answer.ok && !answer.redirected) ring(parse(await answer.text()));
}
