// On the phone of a gemeente: one voor where one is asked for, sending over a bad line, and a device that took over.
// Everything works without it.
"use strict";

(() => {
  const main = document.getElementById("inhoud");
  const here = location.pathname;
  const AGAIN = 4000;
  const LIMIT = 8000;

  const form = document.querySelector("form[data-answer]");
  const contents = () => new URLSearchParams(new FormData(form)).toString();
  const before = form && contents();
  const unsent = () => form && (form.dataset.warnUnsaved === "typed" || contents() !== before);
  const notice = form && form.querySelector("[data-melding]");
  const tell = (...parts) => {
    notice.replaceChildren(...parts);
    notice.hidden = !parts.length;
  };
  const onward = () => Object.assign(document.createElement("a"), { href: here, textContent: "Ga verder" });

  // The page of this phone is over: another device answers, or the question was closed. What was typed stays.
  const over = (text) => {
    if (unsent()) tell(`${text} `, onward());
    else location.replace(here);
  };
  const ENDED = ["gesloten", "uitslag", "vastgesteld", "afgebroken"];
  document.addEventListener("meeting:stand", ({ detail: { before: was, now, step } }) => {
    const own = main.dataset.apparaat;
    if (own && !now.apparaten.split(" ").includes(own)) over("Uw gemeente antwoordt nu op een ander apparaat.");
    else if (form && step && was.vraag === now.vraag && ENDED.includes(now.stap)) over("De vraag is gesloten.");
  });

  if (!form) return;

  // A second voor, where one is asked for or where one excludes the others, turns the first into 'kan ermee leven'.
  const said = document.querySelector(".top [data-gezegd]");
  const cards = [...form.querySelectorAll(".vote")];
  const stance = (card, value) => card.querySelector(`input[value="${value}"]`);
  const alone = (card) => "one" in form.dataset || "alone" in card.dataset;
  form.addEventListener("change", ({ target }) => {
    const card = target.closest(".vote");
    said.textContent = "";
    if (!card || target.value !== "voor") return;
    const turned = cards.filter((other) => other !== card && stance(other, "voor").checked && (alone(card) || alone(other)));
    for (const other of turned) stance(other, "kan").checked = true;
    const letters = turned.map((other) => other.querySelector(".key").textContent).join(" en ");
    if (letters) said.textContent = `${letters}: kan ermee leven`;
  });

  const button = form.querySelector(".btn--go");
  let pressed = null;
  let sending = false;
  let timer = 0;

  const lost = () => {
    const strong = Object.assign(document.createElement("strong"), { textContent: "Geen verbinding." });
    tell(strong, " Uw antwoord staat hier nog en wordt vanzelf verstuurd. Het telt één keer, ook als u weer drukt.");
    button.textContent = "Verstuur opnieuw";
    timer = setTimeout(send, AGAIN * (0.8 + 0.4 * Math.random()));
  };

  // The page that the server answers with: of what it can't take, and of what is no answer of ours.
  const showAnswer = () => {
    if (pressed?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value }));
    HTMLFormElement.prototype.submit.call(form);
  };

  const send = async () => {
    clearTimeout(timer);
    if (sending) return;
    sending = true;
    const body = new URLSearchParams(new FormData(form));
    if (pressed?.name) body.set(pressed.name, pressed.value);
    const broken = new AbortController();
    const limit = setTimeout(() => broken.abort(), LIMIT);
    try {
      const answer = await fetch(form.action, { method: "POST", body, signal: broken.signal });
      if (answer.status >= 500) throw new Error(answer.statusText);
      if (answer.ok && answer.redirected) {
        document.dispatchEvent(new CustomEvent("meeting:saved"));
        location.assign(answer.url);
      } else showAnswer();
    } catch {
      lost();
    }
    clearTimeout(limit);
    sending = false;
  };

  // Before the site's own script: it lets a button send once, and here it may send again.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pressed = event.submitter;
    send();
  }, true);
  window.addEventListener("online", () => { if (timer) send(); });
})();
