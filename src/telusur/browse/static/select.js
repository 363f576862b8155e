// Takes words that are selected in a report into the form that adds a finding. Without this file the
// words are pasted there.
(() => {
  const report = document.querySelector("[data-report]"), box = document.getElementById("tambah-temuan");
  if (!report || !box) return;
  const words = box.querySelector("[data-words]"), start = box.querySelector("[data-start]");
  document.addEventListener("selectionchange", () => {
    const selected = document.getSelection();
    if (!selected || selected.isCollapsed || !report.contains(selected.anchorNode)) return;
    const text = selected.toString().trim();
    if (text.length < 3 || text.length > 4000) return;
    const before = document.createRange();
    before.setStart(report, 0);
    before.setEnd(selected.getRangeAt(0).startContainer, selected.getRangeAt(0).startOffset);
    words.value = text;
    start.value = String(before.toString().length);
    box.open = true;
  });
})();
