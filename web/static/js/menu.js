// Menu: the folded menus are plain details elements. Here they close by Escape, by a press beside them, and when another opens.

const open = () => document.querySelectorAll("details.menu[open]");

addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  }
});

// Whoever signs out leaves nothing she has written behind on the machine (js/keep.js keeps it there until the server has it).
addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/logga-ut") return;
  for (const key of Object.keys(localStorage)) if (key.startsWith("tilltal.draft.")) localStorage.removeItem(key);
});
