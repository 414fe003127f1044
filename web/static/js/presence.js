// Presence: tells every fifteen seconds that one is here, while the page is in view, and shows who else is. The address takes
// a POST and answers {"here": ["Lars"]}; a POST with leave=1 says that one has gone.

import { fetchPage } from "./trust.js";

const main = document.querySelector("[data-presence-url]");
const place = document.querySelector("[data-presence]");

async function beat() {
  if (document.hidden) return;
  const answer = await fetchPage(main.dataset.presenceUrl, { method: "POST" });
  if (!answer.ok || answer.redirected) return;
  const { here = [] } = await answer.json();
  const words = here.length ? `${main.dataset.here} ${here.join(", ")}` : "";
  if (place.textContent === words) return; // said once is enough
  place.textContent = words;
  place.hidden = !words;
}

if (main && place) {
  const quietly = () => beat().catch(() => {});
  quietly();
  setInterval(quietly, 15000);
  document.addEventListener("visibilitychange", quietly);
  addEventListener("pagehide", () => navigator.sendBeacon(main.dataset.presenceUrl, new URLSearchParams({ leave: "1" })));
}
