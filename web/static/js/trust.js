// Trust: the only place where a string becomes HTML, or the address of a worker. Fragments come from our own server, by our own fetch, and are parsed under
// the policy "tilltal", the one that the page's Content-Security-Policy names.

const policy = globalThis.trustedTypes
  ? trustedTypes.createPolicy("tilltal", { createHTML: (html) => html, createScriptURL: (url) => onlyOurs(url) })
  : { createHTML: (html) => html, createScriptURL: (url) => onlyOurs(url) };

// onlyOurs refuses every worker but the one that shows notices.
function onlyOurs(url) {
  const to = new URL(url, location.href);
  if (to.href !== `${location.origin}/aviseringar/arbetare.js`) throw new Error("another worker");
  return to.href;
}

// ourWorker is the address of the worker that shows notices, which the browser may run.
export const ourWorker = (url) => policy.createScriptURL(url);

// parse turns a page or a fragment from our own server into a document, where nothing in it runs.
export function parse(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}

// fetchPage fetches an address of this server, and refuses any other.
export async function fetchPage(url, options = {}) {
  const to = new URL(url, location.href);
  if (to.origin !== location.origin) throw new Error("another origin");
  return fetch(to, { credentials: "same-origin", ...options, headers: { "Tilltal-Fragment": "1", ...options.headers } });
}

// put replaces what is inside a place with what is inside another, from a parsed document.
export function put(place, from) {
  place.replaceChildren(...[...from.childNodes].map((n) => document.importNode(n, true)));
}
