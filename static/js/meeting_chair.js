// The bediening of a meeting: Enter for the next step, texts that save themselves, and an invitation to copy.
// Every button works without it.
"use strict";

(() => {
  const copy = document.querySelector("[data-copy-invitation]");
  if (copy) {
    const field = document.querySelector("[data-invitation]");
    const told = document.querySelector("[data-copied]");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        told.textContent = "De uitnodiging is gekopieerd.";
      } catch {
        field.closest("details").open = true;
        field.select();
        told.textContent = "Kopiëren lukte niet. De tekst is nu geselecteerd: kopieer hem zelf.";
      }
    });
  }

  const form = document.getElementById("bediening");
  if (!form) return;
  const status = document.querySelector("[data-saved]");

  // Enter is the next step, but not where it means something of its own, and never what settles.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.repeat || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (document.activeElement.matches("a, button, summary, input, textarea, select")) return;
    const next = document.querySelector(".foot [data-enter]");
    if (!next) return;
    event.preventDefault();
    next.click();
  });

  // The button that settles says what.
  const settle = document.querySelector(".foot button[name=actie][value=vaststellen]");
  const options = [...form.querySelectorAll("input[name=optie]")];
  const named = () => {
    const words = options.filter((one) => one.checked).map((one) => one.dataset.words);
    const text = words.join(" en ");
    settle.textContent = text ? `Stel vast: ${text[0].toUpperCase()}${text.slice(1)}` : "Stel vast";
  };
  if (settle) for (const option of options) option.addEventListener("change", named);

  // The two texts save themselves a second after somebody typed.
  const texts = [...form.querySelectorAll("textarea[name=motivation], textarea[name=minority]")];
  if (!texts.length) return;
  const typed = () => texts.map((one) => one.value).join("\u0000");
  let saved = typed();
  let timer = 0;
  let sending = null;
  let stopped = false;

  const body = () => {
    const data = new URLSearchParams();
    for (const name of ["csrfmiddlewaretoken", "kijkt", "version", "motivation", "minority"]) data.set(name, form.elements[name].value);
    return data;
  };

  const send = async () => {
    const mine = typed();
    const answer = await fetch(form.dataset.words, { method: "POST", body: body(), redirect: "error" });
    const { version, told } = await answer.json();
    status.textContent = told;
    if (answer.status === 409) stopped = true;
    if (!answer.ok) return;
    form.elements.version.value = version;
    saved = mine;
    document.dispatchEvent(new Event("meeting:saved"));
  };

  const save = async () => {
    clearTimeout(timer);
    if (sending || stopped || typed() === saved) return;
    sending = send().catch(() => { status.textContent = "Nog niet opgeslagen: geen verbinding. Wat u typte blijft staan."; });
    await sending;
    sending = null;
    if (typed() !== saved && !stopped) timer = setTimeout(save, 1000);
  };

  for (const text of texts) {
    text.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 1000);
    });
  }

  // A press waits for a save that is under way: it would else meet its own text as somebody else's.
  let pressed = false;
  document.addEventListener("submit", async (event) => {
    if (event.target !== form) return;
    clearTimeout(timer);
    pressed = true;
    if (!sending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    await sending;
    form.requestSubmit(submitter);
  }, true);

  // Who leaves within that second loses nothing either.
  window.addEventListener("pagehide", () => {
    if (pressed || sending || stopped || typed() === saved) return;
    fetch(form.dataset.words, { method: "POST", body: body(), keepalive: true }).catch(() => {});
  });

  // Another step was taken on another screen while something is typed here: the page waits until it is asked.
  document.addEventListener("meeting:stand", ({ detail }) => {
    if (!detail.step || document.querySelector("[data-moved]")) return;
    const line = document.createElement("p");
    line.className = "note";
    line.dataset.moved = "";
    const link = Object.assign(document.createElement("a"), { href: location.pathname + location.search, textContent: "Toon hoe het nu is" });
    line.append("De vraag is op een ander scherm verdergegaan. Wat u typt, blijft hier staan. ", link);
    form.querySelector(".con__q").prepend(line);
  });
})();
