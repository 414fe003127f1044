// Theme: the choice shows at once, and is told to the server in the same form that works without a script.

import { fetchPage } from "./trust.js";

for (const form of document.querySelectorAll("[data-theme-form]")) {
  form.addEventListener("submit", async (event) => {
    const value = event.submitter?.value;
    if (!value) return;
    event.preventDefault();
    if (value === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    for (const b of document.querySelectorAll("[data-theme-form] button")) {
      b.setAttribute("aria-pressed", String(b.value === value));
    }
    const data = new URLSearchParams(new FormData(form, event.submitter));
    await fetchPage(form.action, { method: "POST", body: data }).catch(() => {}); // chosen for this page, at least
  });
}
