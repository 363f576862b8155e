// Marks in the contents where one is, and shows the Pasal of that bab. Without this file the contents
// lead everywhere all the same.
(() => {
  const contents = document.querySelector(".toc");
  const links = new Map(
    Array.from(contents?.querySelectorAll('a[href^="#"]') ?? [], (link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))), link]),
  );
  links.delete(null);
  const headings = [...links.keys()].sort((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  if (!headings.length) return;
  contents.classList.add("follows");
  let waiting = false;

  function mark() {
    waiting = false;
    const line = innerHeight / 4;
    let first = 0, last = headings.length;  // the last heading above the line, found by halves
    while (first < last) {
      const middle = (first + last) >> 1;
      if (headings[middle].getBoundingClientRect().top <= line) first = middle + 1;
      else last = middle;
    }
    const now = links.get(headings[Math.max(0, first - 1)]);
    const before = contents.querySelector("[aria-current]");
    if (before === now) return;
    before?.removeAttribute("aria-current");
    contents.querySelector(".now")?.classList.remove("now");
    now.setAttribute("aria-current", "location");
    const part = now.closest(".toc-pasal")?.parentElement ?? now.parentElement;
    part.classList.add("now");
    if (getComputedStyle(contents).position === "sticky") {
      const box = contents.getBoundingClientRect(), at = now.getBoundingClientRect();
      if (at.top < box.top + 40 || at.bottom > box.bottom - 40)
        contents.scrollTop += at.top - box.top - box.height / 3;
    }
  }

  function soon() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();
})();
