// Comment: the words that are marked in the text stand in the comment's box when it is opened, with where they begin.

const box = document.querySelector("details[data-comment]");
const text = document.querySelector("textarea[name=text]");
let marked = { from: 0, words: "" };

document.addEventListener("selectionchange", () => {
  if (document.activeElement !== text || text.selectionStart === text.selectionEnd) return;
  marked = { from: text.selectionStart, words: text.value.slice(text.selectionStart, text.selectionEnd) };
});

if (box && text) {
  const words = box.querySelector("[name=kommentar-ord]");
  const start = box.querySelector("[name=kommentar-start]");
  box.addEventListener("toggle", () => {
    if (!box.open || words.value || !marked.words) return;
    words.value = marked.words;
    start.value = new TextEncoder().encode(text.value.slice(0, marked.from)).length; // the desk counts bytes
  });
}
