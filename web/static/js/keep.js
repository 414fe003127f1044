// Keep: what is written is kept in the browser until the server has it, so that a crash or an expired sign-in loses nothing.
// Entries older than a week are thrown away.

const prefix = "tilltal.draft.";
const week = 7 * 24 * 3600 * 1000;

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

// keeper looks after one text under one name.
export function keeper(name) {
  const key = prefix + name;
  return {
    kept: () => read(key)?.text ?? "",
    keep(text) {
      try {
        localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
      } catch {
        // The browser's shelf is full or closed: the server's copy is what there is.
      }
    },
    drop: () => localStorage.removeItem(key),
  };
}

for (const key of Object.keys(localStorage)) {
  if (key.startsWith(prefix) && !(Date.now() - (read(key)?.at ?? 0) < week)) localStorage.removeItem(key);
}
