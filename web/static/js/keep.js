// Keep: what is written is kept in the browser until the server has it, so that a crash or an expired sign-in loses nothing.
// It is kept under the name of whoever wrote it. When somebody else opens the desk in the same browser it is thrown away
// unseen, and so are entries older than a week.

const all = "tilltal.draft.";
const reader = document.body.dataset.reader;
const hers = `${all}${reader}.`;
const week = 7 * 24 * 3600 * 1000;

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

let leaving = false; // she is signing out: the page that goes away keeps nothing more

// keeper looks after one text under one name.
export function keeper(name) {
  const key = hers + name;
  return {
    kept: () => read(key)?.text ?? "",
    keep(text) {
      if (leaving) return;
      try {
        localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
      } catch {
        // The browser's shelf is full or closed: the server's copy is what there is.
      }
    },
    drop: () => localStorage.removeItem(key),
  };
}

// forget throws away what is kept, but for the keys that may stay.
function forget(stays = () => false) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(all) && !stays(key)) localStorage.removeItem(key);
  }
}

// leave throws away everything, and holds for as long as a page takes to go away.
export function leave() {
  forget();
  leaving = true;
  setTimeout(() => { leaving = false; }, 10000); // she stayed after all
}

if (reader) forget((key) => key.startsWith(hers) && Date.now() - (read(key)?.at ?? 0) < week);
