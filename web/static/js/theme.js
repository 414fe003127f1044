// Theme: the choice shows at once, and is told to the server in the same form that works without a script. The buttons may
// send another form, which takes along what is typed: here nothing leaves the page, and nothing need be taken along.

import { fetchPage } from "./trust.js";

addEventListener(
  "submit",
  async (event) => {
    const value = event.submitter?.value;
    const form = event.submitter?.closest("[data-theme-form]");
    if (!form || !value) return;
    event.preventDefault();
    event.stopPropagation();
    if (value === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    for (const b of document.querySelectorAll("[data-theme-form] button")) {
      b.setAttribute("aria-pressed", String(b.value === value));
    }
    const data = new URLSearchParams(new FormData(form));
    data.set("theme", value);
    await fetchPage(form.action, { method: "POST", body: data }).catch(() => {}); // chosen for this page, at least
  },
  true,
);
