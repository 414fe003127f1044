// Text: counting as networks count, and finding a place given in bytes.

const bytes = new TextEncoder();
const graphemes = globalThis.Intl?.Segmenter ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

// count counts a text as a network does: by bytes, by UTF-16 units, or by what a reader would call characters.
export function count(text, how) {
  if (how === "bytes") return bytes.encode(text).length;
  if (how === "utf16") return text.length;
  if (!graphemes) return [...text].length;
  let n = 0;
  for (const _ of graphemes.segment(text)) n++;
  return n;
}

// index turns a place in bytes of UTF-8 into a place in the string.
export function index(text, byte) {
  let at = 0;
  let n = 0;
  for (const letter of text) {
    if (n >= byte) break;
    n += bytes.encode(letter).length;
    at += letter.length;
  }
  return at;
}

// locate finds the words of a finding: where it says they are, or, when the text has moved since, where they now stand nearest
// to that. It returns [start, end], or null when they are gone.
export function locate(text, start, end, words) {
  const from = index(text, start);
  const to = index(text, end);
  if (!words) return to > from ? [from, to] : null;
  if (text.slice(from, to) === words) return [from, to];
  let best = -1;
  for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + 1)) {
    if (best < 0 || Math.abs(i - from) < Math.abs(best - from)) best = i;
  }
  return best < 0 ? null : [best, best + words.length];
}
