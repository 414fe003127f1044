// Keys: shortcuts from the page itself. Whatever carries data-key="a" or data-key="g i" can be reached by it; in a list
// (data-list) j and k move between its rows (data-row). Nothing happens while one types, and they can be switched off
// (WCAG 2.1.4). The help, ?, lists what the page has just now.

const help = document.getElementById("tangenter");
const store = "tilltal.keys";
let first = ""; // the key that waits for its second
let timer = 0;

const on = () => localStorage.getItem(store) !== "off";
const typing = (el) => el.isContentEditable || /^(TEXTAREA|SELECT)$/.test(el.tagName) || (el.tagName === "INPUT" && !/^(checkbox|radio|submit|button)$/.test(el.type));
const shown = (el) => el.checkVisibility?.({ visibilityProperty: true }) ?? el.getClientRects().length > 0;
// A door in a folded menu opens all the same; of several alike the one in view is meant.
const find = (key) => {
  const all = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  return all.find(shown) ?? all[0];
};

function use(el) {
  if (el.matches("input:not([type=checkbox], [type=radio]), textarea, select")) {
    el.focus();
    el.select?.();
  } else if (el.tagName === "DETAILS") {
    el.open = true;
    (el.querySelector("textarea, input:not([type=hidden]), select") ?? el.querySelector("summary"))?.focus();
  } else {
    el.focus();
    el.click();
  }
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-list] [data-row]")].filter(shown);
  if (!rows.length) return false;
  let at = rows.indexOf(document.activeElement?.closest("[data-row]"));
  if (at < 0) at = rows.findIndex((r) => r.hasAttribute("aria-current"));
  const to = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  to.focus();
  to.scrollIntoView({ block: "nearest" });
  return true;
}

function line(list, keys, name) {
  const dt = document.createElement("dt");
  keys.split(" ").forEach((k, i) => {
    if (i) dt.append(` ${help.dataset.then} `);
    const kbd = document.createElement("kbd");
    kbd.textContent = k;
    dt.append(kbd);
  });
  const dd = document.createElement("dd");
  dd.textContent = name;
  list.append(dt, dd);
}

function show() {
  const list = help.querySelector("[data-keys]");
  list.replaceChildren();
  if (document.querySelector("[data-list] [data-row]")) {
    line(list, "j", help.dataset.next);
    line(list, "k", help.dataset.previous);
  }
  const seen = new Set();
  for (const el of document.querySelectorAll("[data-key]")) {
    if (seen.has(el.dataset.key)) continue;
    seen.add(el.dataset.key);
    line(list, el.dataset.key, el.dataset.keyName || el.textContent.trim());
  }
  help.querySelector("[data-keys-on]").checked = on();
  help.showModal();
}

if (help) {
  help.querySelector("[data-keys-on]").addEventListener("change", (event) => localStorage.setItem(store, event.target.checked ? "on" : "off"));
  help.addEventListener("click", (event) => event.target === help && help.close());
  for (const a of document.querySelectorAll('a[href="#tangenter"]')) {
    a.addEventListener("click", (event) => {
      event.preventDefault();
      show();
    });
  }
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (!help || help.open || typing(event.target) || !on()) return;
  const pressed = first ? `${first} ${event.key}` : event.key;
  first = "";
  clearTimeout(timer);
  const target = event.key.length === 1 && find(pressed);
  if (target) use(target);
  else if (event.key.length === 1 && document.querySelector(`[data-key^="${CSS.escape(pressed)} "]`)) {
    first = pressed;
    timer = setTimeout(() => (first = ""), 1200);
  } else if (!((pressed === "j" && move(1)) || (pressed === "k" && move(-1)))) return;
  event.preventDefault();
});
