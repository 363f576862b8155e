// Moves the map by dragging. Everything else on the page works without this file: when the map is
// let go, the part in view is asked for as any link of the page would ask for it.
(() => {
  const box = () => document.querySelector("[data-map]");
  let start = null;

  const scale = (svg) => svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;

  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest?.("[data-map] svg");
    if (!svg || event.button || box().dataset.zoom === "0") return;
    const { x, y } = svg.viewBox.baseVal;
    start = { svg, x, y, left: event.clientX, top: event.clientY, moved: false };
  });

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

  // A click that ends a drag opens nothing.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-map]") && event.detail && dragged(event)) event.preventDefault();
  }, true);
  let last = null;
  document.addEventListener("pointerdown", (event) => { last = event; }, true);
  const dragged = (event) =>
    last && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) >= 5;
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.("[data-map]")) event.preventDefault();
  });

  async function show(address) {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("peta-bagian");
    if (!fresh) return location.assign(address);
    document.getElementById("peta-bagian").replaceWith(fresh);
    history.replaceState(null, "", address);
  }
})();
