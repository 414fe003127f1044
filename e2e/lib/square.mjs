// What other servers can find out about the square by themselves.

/**
 * actors gives the address of each account on the square, found as a reader's server would find it: from the page of an
 * account, linked from the front page, by its `<link rel="alternate" type="application/activity+json">`.
 */
export async function actors(desk) {
  const found = new Set();
  for (const path of new Set(['/', ...links(await text(desk, '/'))])) {
    const actor = (await text(desk, path)).match(alternate)?.groups;
    if (actor) found.add(new URL(actor.href, desk.url).href);
  }
  const documents = await Promise.all([...found].map((where) => desk.activity(where)));
  return [...new Set(documents.filter((document) => document.inbox).map((document) => document.id))];
}

const alternate = /<link\b(?=[^>]*\brel="alternate")(?=[^>]*\btype="application\/activity\+json")[^>]*\bhref="(?<href>[^"]+)"/;

/** links gives the paths on the same site that a page links to. */
function links(html) {
  return [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#?]*)"/g)].map((match) => match[1]);
}

async function text(desk, path) {
  const response = await desk.get(path, { accept: 'text/html' });
  return response.ok ? await response.text() : '';
}
