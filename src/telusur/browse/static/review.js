// Keys of the review queue, and the next screen without loading a page. Everything works without
// this file: keys press buttons that are there, and forms are sent as they would be anyway.
(() => {
  const KEY = "telusur-tombol";
  let busy = false;

  const keysOff = () => { try { return localStorage.getItem(KEY) === "mati"; } catch { return false; } };
  const writing = (one) => one.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || busy) return;
    if (event.key === "Escape" && writing(event.target)) return event.target.blur();
    if (writing(event.target) || keysOff()) return;
    const pressed = document.querySelector(`main [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!pressed || pressed.disabled) return;
    event.preventDefault();
    pressed.click();
    if (pressed.tagName === "SUMMARY") pressed.closest("details").querySelector("textarea")?.focus();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-queue]");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    const sent = new URLSearchParams(new FormData(form, event.submitter));
    show(form.action, { method: "POST", body: sent }, () => HTMLFormElement.prototype.submit.call(form));
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-key]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.href, {}, () => location.assign(link.href));
  });

  addEventListener("popstate", () => location.reload());

  async function show(address, how, otherwise) {
    if (busy) return;
    busy = true;
    document.body.classList.add("busy");
    try {
      const answer = await fetch(address, { ...how, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("main");
      if (!fresh) throw new Error("no page");
      document.querySelector("main").replaceWith(document.adoptNode(fresh));
      document.title = page.title;
      if (answer.ok && answer.redirected) history.pushState(null, "", answer.url);
      else if (answer.ok) history.pushState(null, "", address);
      scrollTo(0, 0);
      offerChoice();
      fresh.focus({ preventScroll: true });
    } catch {
      // The decision may be on its way already: sending it twice would be taken once.
      return otherwise();
    } finally {
      busy = false;
      document.body.classList.remove("busy");
    }
  }

  function offerChoice() {
    const box = document.querySelector("[data-keys]");
    if (!box) return;
    box.closest("[data-keys-choice]").hidden = false;
    box.checked = !keysOff();
    box.addEventListener("change", () => {
      try { localStorage.setItem(KEY, box.checked ? "hidup" : "mati"); } catch { /* not kept */ }
    });
  }
  offerChoice();
})();
