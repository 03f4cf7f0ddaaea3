// On a question's page: what the chosen options come to, before they are saved. Without it the page shows what is saved.
"use strict";

(() => {
  const outlook = document.querySelector("[data-outlook]");
  const inputs = [...document.querySelectorAll(".option-card__input")];
  if (!outlook) return;

  const codesOf = (chosen) => inputs.filter((input) => input.value && chosen(input)).map((input) => input.value);
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
      outlook.textContent = "Na het opslaan leest u hier wat dit antwoord betekent.";
      shownFor = null;
    }
  };

  const update = () => {
    const codes = codesOf((input) => input.checked);
    // A clash between two options of this question ends when one of them is chosen no longer.
    for (const note of document.querySelectorAll("[data-clash]")) note.hidden = !codes.includes(note.dataset.clash);
    clearTimeout(waiting);
    asking.abort();
    if (codes.join() !== shownFor) waiting = setTimeout(ask, 300, codes);
  };

  for (const input of inputs) input.addEventListener("change", update);
  window.addEventListener("pageshow", update);
})();
