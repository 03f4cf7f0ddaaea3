// On the screens of a meeting: the clash line of what is chosen now, options that exclude each other, the clock, and the keys of the vergaderstand.
// Every screen works without it.
"use strict";

(() => {
  const form = document.getElementById("antwoord");
  const inputs = form ? [...form.querySelectorAll(".opt__in")] : [];

  // What the chosen options clash with, before they are saved. Without it the page says it of what is saved.
  const outlook = form && form.querySelector("[data-outlook]");
  const codesOf = (chosen) => inputs.filter(chosen).map((input) => input.value);
  let shownFor = codesOf((input) => input.defaultChecked).join();
  let waiting = 0;
  let asking = new AbortController();

  const ask = async (codes) => {
    asking = new AbortController();
    try {
      const query = new URLSearchParams(codes.map((code) => ["o", code]));
      const answer = await fetch(`${outlook.dataset.outlook}?${query}`, { signal: asking.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      outlook.innerHTML = await answer.text();
      shownFor = codes.join();
    } catch (error) {
      if (error.name === "AbortError") return;
      outlook.textContent = "Na het opslaan ziet u hier of dit botst.";
      shownFor = null;
    }
  };

  const update = () => {
    if (!outlook) return;
    const codes = codesOf((input) => input.checked);
    clearTimeout(waiting);
    asking.abort();
    if (codes.join() !== shownFor) waiting = setTimeout(ask, 200, codes);
  };

  // An option that excludes the others clears them, and the other way round.
  const alone = (input) => input.closest(".opt").hasAttribute("data-alone");
  const clearOthers = (chosen) => {
    if (!chosen.checked || chosen.type !== "checkbox") return;
    for (const other of inputs) if (other !== chosen && (alone(chosen) || alone(other))) other.checked = false;
  };

  for (const input of inputs) {
    input.addEventListener("change", () => {
      clearOthers(input);
      update();
    });
  }
  if (form) window.addEventListener("pageshow", update);

  // The clock goes on between two pages; it isn't announced.
  const clock = document.querySelector("[data-clock]");
  if (clock) {
    const until = Date.parse(clock.dataset.clock);
    const shown = () => {
      const now = new Date();
      const left = Math.ceil((until - now) / 60000);
      const time = document.createElement("strong");
      time.textContent = `${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")}`;
      clock.replaceChildren(time, left > 0 ? ` · nog ${left} ${left === 1 ? "minuut" : "minuten"}` : "");
    };
    setInterval(shown, 60000);
  }

  // What was opened stays open when the page comes back, in this window alone.
  const remembered = `open ${location.pathname.split("/").slice(-3).join("/")}`;
  const folds = [...document.querySelectorAll("details[data-fold]")];
  try {
    const opened = new Set((sessionStorage.getItem(remembered) || "").split(" "));
    for (const fold of folds) {
      if (opened.has(fold.dataset.fold)) fold.open = true;
      fold.addEventListener("toggle", () => {
        sessionStorage.setItem(remembered, folds.filter((one) => one.open).map((one) => one.dataset.fold).join(" "));
      });
    }
  } catch {
    // a browser that remembers nothing opens its pages closed
  }

  // The keys of the vergaderstand. A key on its own does nothing in a text field, with Ctrl, Alt or Meta, or held down.
  if (!form || !document.body.classList.contains("room")) return;
  const wide = window.matchMedia("(min-width: 48rem)");
  const button = (name) => form.elements[name];
  const press = (which) => { if (which) which.click(); };
  const types = (element) => element.matches("textarea, select, input:not([type=checkbox], [type=radio])");

  const toggle = (input) => {
    if (!input) return;
    if (input.type === "radio" && input.checked) input.checked = false;
    else input.checked = !input.checked;
    input.focus({ focusVisible: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const explanation = () => {
    const focused = document.activeElement.closest(".opt");
    const chosen = inputs.find((input) => input.checked) || inputs[0];
    return (focused || chosen.closest(".opt")).querySelector(".opt__more");
  };

  const keys = {
    m: () => document.querySelector("#notities textarea").focus(),
    u: () => { explanation().open = !explanation().open; },
    0: () => press(button("openlaten")),
    "?": () => document.getElementById("toetsen").togglePopover(),
  };

  document.addEventListener("keydown", (event) => {
    if (!wide.matches || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const focused = document.activeElement;
    if (event.key === "Escape" && types(focused)) {
      focused.blur();
      return;
    }
    if (types(focused)) return;
    const key = event.key.toLowerCase();
    const at = "abcd".includes(key) ? "abcd".indexOf(key) : "1234".indexOf(key);
    if (event.key === "Enter") {
      if (focused.matches("a, summary, button")) return;
      event.preventDefault();
      if (!event.repeat) form.querySelector(".btn--go").click();
    } else if (event.repeat) {
      return;
    } else if (event.key === "ArrowLeft") {
      if (!focused.matches("input[type=radio]")) press(button("vorige"));
    } else if (key in keys) {
      event.preventDefault();
      keys[key]();
    } else if (key.length === 1 && at >= 0) {
      event.preventDefault();
      toggle(inputs[at]);
    }
  });
})();
