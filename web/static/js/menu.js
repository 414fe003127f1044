// Menu: the folded menus are plain details elements. Here they close by Escape, by a press beside them, and when another opens.

import { leave } from "./keep.js";

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

// Whoever signs out leaves nothing she has written behind on the machine. That keep.js is here also throws away, on any page of
// the desk, what somebody else left who did not sign out.
addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") === "/logga-ut") leave();
});
