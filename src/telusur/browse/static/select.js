// Takes words that are selected in a report into the form that adds a finding. Without this file the
// words are pasted there.
(() => {
  const report = document.querySelector("[data-report]"), box = document.getElementById("tambah-temuan");
  if (!report || !box) return;
  const words = box.querySelector("[data-words]"), start = box.querySelector("[data-start]");
  let held = false;
  const take = () => {
    const selected = document.getSelection();
    if (held || !selected || selected.isCollapsed) return;
    const range = selected.getRangeAt(0);
    if (!report.contains(range.commonAncestorContainer)) return;
    const text = selected.toString().trim();
    if (text.length < 3 || text.length > 4000) return;
    const before = document.createRange();
    before.setStart(report, 0);
    before.setEnd(range.startContainer, range.startOffset);
    words.value = text;
    start.value = String(before.toString().length);
    // Beside the words, and not where the form stands in the page: that would move the page under
    // the reader's hand.
    box.classList.add("at-hand");
    box.open = true;
  };
  document.addEventListener("pointerdown", () => { held = true; });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => { held = false; setTimeout(take); });
  }
  document.addEventListener("selectionchange", take);
  box.addEventListener("toggle", () => { if (!box.open) box.classList.remove("at-hand"); });
  // A finding that was read is a link, in which browsers let nobody begin to select: while the mouse
  // is down it is none, and where nothing was selected the page goes where it leads.
  report.addEventListener("mousedown", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const there = link.getAttribute("href");
    link.removeAttribute("href");
    document.addEventListener("mouseup", (up) => setTimeout(() => {
      link.setAttribute("href", there);
      if (link.contains(up.target) && document.getSelection().isCollapsed) location.assign(there);
    }), {once: true});
  }, true);
})();
