// Moves the map by dragging, and zooms it in place. Everything works without this file: each step is
// a link, and what a link asks for is put in the place of the old part of the page.
(() => {
  const PART = "peta-bagian";
  const box = () => document.querySelector("[data-map]");
  let start = null, last = null, asked = 0;

  const scale = (svg) => svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;

  document.addEventListener("pointerdown", (event) => {
    last = event;
    const svg = event.target.closest?.("[data-map] svg");
    if (!svg || event.button || box().dataset.zoom === "0") return;
    const { x, y } = svg.viewBox.baseVal;
    start = { svg, x, y, left: event.clientX, top: event.clientY, moved: false };
  }, true);

  document.addEventListener("pointermove", (event) => {
    if (!start) return;
    const right = event.clientX - start.left, down = event.clientY - start.top;
    if (!start.moved && Math.hypot(right, down) < 5) return;
    start.moved = true;
    const view = start.svg.viewBox.baseVal, size = scale(start.svg);
    view.x = start.x - right * size;
    view.y = start.y - down * size;
  });

  document.addEventListener("pointerup", () => {
    const dragged = start;
    start = null;
    if (!dragged?.moved) return;
    const view = dragged.svg.viewBox.baseVal, address = new URL(location.href);
    const latitude = -(view.y + view.height / 2) / 100, longitude = (view.x + view.width / 2) / 100;
    address.searchParams.set("pusat", `${latitude.toFixed(2)},${longitude.toFixed(2)}`);
    show(address);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(`#${PART} a[href]`);
    // A click that ends a drag opens nothing.
    if (event.target.closest?.("[data-map]") && event.detail && dragged(event)) {
      event.preventDefault();
      return;
    }
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    const address = new URL(link.getAttribute("href"), location.href);
    if (address.origin !== location.origin || address.pathname !== location.pathname) return;
    event.preventDefault();
    show(address, link.closest(".map-moves") ? link.textContent : null);
  }, true);

  const dragged = (event) =>
    last && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) >= 5;
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.("[data-map]")) event.preventDefault();
  });
  addEventListener("popstate", () => show(new URL(location.href), null, false));

  // `pressed`: the words of the button to stay on.
  async function show(address, pressed = null, remember = true) {
    const mine = ++asked;
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(PART);
      if (mine !== asked) return;
      if (!answer.ok || !fresh) return location.assign(address);
      address.hash = "";
      if (remember) history.pushState(null, "", address);
      document.getElementById(PART).replaceWith(fresh);
      const buttons = [...fresh.querySelectorAll(".map-moves a")];
      (buttons.find((one) => one.textContent === pressed) ?? box()).focus({ preventScroll: true });
    } catch {
      location.assign(address);
    }
  }
})();
