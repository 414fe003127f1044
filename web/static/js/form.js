// Form: one press sends once, the list of errors takes the focus, and nobody leaves unsaved text without being asked. A form
// says data-unsaved when its text is worth asking about; js/editor.js clears data-dirty on it when the draft is saved.

const body = document.body;

function release(form) {
  delete form.dataset.sent;
  for (const b of form.querySelectorAll("[aria-busy]")) {
    b.removeAttribute("aria-busy");
    const words = b.querySelector("span:not(.unseen)");
    if (words && b.dataset.words) words.textContent = b.dataset.words;
  }
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  delete form.dataset.dirty;
  const button = event.submitter;
  if (button?.matches("button.button") && form.contains(button)) {
    button.setAttribute("aria-busy", "true");
    const words = button.querySelector("span:not(.unseen)");
    if (words && body.dataset.busy) {
      button.dataset.words = words.textContent;
      words.textContent = body.dataset.busy;
    }
  }
  setTimeout(release, 10000, form); // an answer that is a file leaves the page standing
});

// A page that comes back from the browser's memory has not sent anything.
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
});

addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && "unsaved" in form.dataset) form.dataset.dirty = "1";
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-dirty]")) event.preventDefault();
});

document.querySelector("[data-focus]")?.focus();

// What only works with a script is hidden until there is one.
for (const el of document.querySelectorAll("[data-script]")) el.hidden = false;
