// Follows a meeting: asks the server whether there is something new, and replaces the one part of the page that shows it.
// A form is never touched. Every screen works without it: then a button fetches the page again.
//
// The page: one element with data-live, the address to ask; data-reload beside it where more of the page than #stand
// belongs to a step, so that a new step needs the page anew. #stand: data-ronde and data-stap (which step this is),
// data-vraag, data-wacht (milliseconds until the next question), data-tot (until when the question may take), data-zegt
// (what a screen reader hears of it). The bar: [data-zegt], [data-verbinding], [data-vak].
// Tells the page: meeting:stand, with the data of #stand before and now. Hears from it: meeting:saved, what is typed is safe.
"use strict";

// While nothing can be followed the page is fetched again, once the server is there; there is nothing to fill in on it.
(() => {
  if (!document.querySelector("[data-later]")) return;
  const LATER = 15000;
  const look = async () => {
    try {
      const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
      if (answer.ok) return location.replace(location.pathname + location.search);
    } catch { /* the server is away */ }
    later();
  };
  const later = () => setTimeout(look, LATER * (0.8 + 0.4 * Math.random()));
  later();
})();

(() => {
  const screen = document.querySelector("[data-live]");
  if (!screen || !document.getElementById("stand")) return;

  const LIMIT = 5000;
  const HIDDEN = 15000;
  const AGAIN = [2000, 4000, 8000, 15000];
  const QUIET = 10000;
  const AGAIN_THERE = "Weer verbonden";
  const stand = () => document.getElementById("stand");
  const inBar = (name) => document.querySelector(`.top [data-${name}]`) || document.createElement("span");
  const say = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  // With GET, also where the page answered a form.
  const here = () => location.pathname + location.search;
  const link = (text) => Object.assign(document.createElement("a"), { href: here(), textContent: text });

  // What somebody typed or chose and didn't send. A form that came back with an error holds that from the start.
  const forms = [...document.querySelectorAll("form[method=post]")];
  const contents = (form) => new URLSearchParams(new FormData(form)).toString();
  const sent = new Map();
  const remember = () => forms.forEach((form) => sent.set(form, contents(form)));
  const unsent = () => forms.some((form) => form.dataset.warnUnsaved === "typed" || contents(form) !== sent.get(form));
  remember();
  document.addEventListener("meeting:saved", remember);

  // A form that is on its way brings a page of its own: one that is fetched meanwhile would break it off.
  let sending = false;
  window.addEventListener("submit", ({ defaultPrevented }) => { if (!defaultPrevented) sending = true; });
  window.addEventListener("pageshow", () => { sending = false; });

  // The time that a question may take, in whole minutes, in the words of the page that the server made.
  const minutes = (count) => `${count} ${count === 1 ? "minuut" : "minuten"}`;
  const timeLeft = (until) => {
    const left = (until - Date.now()) / 60000;
    if (left > 0) return `nog ${minutes(Math.ceil(left))}`;
    return left > -1 ? "de tijd is om" : `${minutes(Math.floor(-left))} over`;
  };
  const showTime = () => {
    const box = inBar("vak");
    const until = Date.parse(stand().dataset.tot);
    box.hidden = Number.isNaN(until);
    if (!box.hidden) say(box.querySelector("strong") || box, timeLeft(until));
  };

  // A new step is said at once, a count at most once in ten seconds.
  let spoken = stand().dataset.zegt || "";
  let spokenAt = Date.now();
  const speak = (atOnce) => {
    const text = stand().dataset.zegt || "";
    if (text === spoken || (!atOnce && Date.now() - spokenAt < QUIET)) return;
    [spoken, spokenAt] = [text, Date.now()];
    say(inBar("zegt"), text);
  };

  const notice = document.createElement("p");
  notice.className = "note";
  const tell = (...parts) => {
    notice.replaceChildren(...parts);
    if (!notice.isConnected) screen.prepend(notice);
    say(inBar("zegt"), notice.textContent);
  };

  const replace = (html) => {
    const before = { ...stand().dataset };
    const focused = stand().contains(document.activeElement) && document.activeElement.id;
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.getElementById("stand");
    if (!fresh) throw new Error("no piece of a screen");
    stand().replaceWith(fresh);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    const now = { ...fresh.dataset };
    const step = before.ronde !== now.ronde || before.stap !== now.stap;
    document.dispatchEvent(new CustomEvent("meeting:stand", { detail: { before, now, step } }));
    if (step) stepped(before, now);
  };

  const stepped = (before, now) => {
    speak(true);
    if (sending) return;
    if (!unsent()) {
      if ("reload" in screen.dataset) location.replace(here());
    } else if (now.vraag && now.vraag !== before.vraag) {
      tell("Er is een nieuwe vraag: ", link(`Naar vraag ${now.vraag}`));
    } else if (now.ronde && before.ronde && now.ronde !== before.ronde) {
      tell("Deze vraag is opnieuw gesteld: ", link(`Naar vraag ${now.vraag}`));
    }
  };

  let etag = "";
  let failures = 0;
  let timer = 0;
  let asking = false;
  let stopped = false;

  const stop = (...parts) => {
    stopped = true;
    tell(...parts);
  };

  const lost = () => {
    failures += 1;
    if (failures < 2) return;
    const kept = forms.length ? " Wat u typte blijft staan." : "";
    say(inBar("verbinding"), `Geen verbinding met de server.${kept}`);
  };

  const found = () => {
    const line = inBar("verbinding");
    if (failures > 1) {
      say(line, AGAIN_THERE);
      setTimeout(() => { if (line.textContent === AGAIN_THERE) say(line, ""); }, QUIET);
    }
    failures = 0;
  };

  const take = async (answer) => {
    if (answer.status === 410) return stop("De vergadering is gesloten.");
    if (answer.status === 404) {
      if (sending) return;
      if (unsent()) return stop("Deze bladzijde is niet meer van nu. Kopieer wat u typte: ", link("Haal de bladzijde opnieuw op"));
      stopped = true;
      return location.replace(here());
    }
    if (answer.status === 200) {
      replace(await answer.text());
      etag = answer.headers.get("ETag") || "";
    } else if (answer.status !== 304) throw new Error(answer.statusText);
    found();
    speak(false);
  };

  const ask = async () => {
    clearTimeout(timer);
    if (asking || stopped) return;
    asking = true;
    const broken = new AbortController();
    const limit = setTimeout(() => broken.abort(), LIMIT);
    try {
      const headers = etag ? { "If-None-Match": etag } : {};
      // The browser's own store would give a 304 as an answer that is new.
      await take(await fetch(screen.dataset.live, { headers, cache: "no-store", signal: broken.signal }));
    } catch {
      lost();
    }
    clearTimeout(limit);
    asking = false;
    wait();
  };

  const wait = () => {
    clearTimeout(timer);
    if (stopped) return;
    const shown = Math.max(Number(stand().dataset.wacht) || AGAIN[0], document.hidden ? HIDDEN : 0);
    const pause = failures ? AGAIN[Math.min(failures, AGAIN.length) - 1] : shown;
    timer = setTimeout(ask, pause * (0.8 + 0.4 * Math.random()));
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? wait() : ask()));
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) ask(); });
  setInterval(showTime, 5000);
  document.addEventListener("meeting:stand", showTime);
  showTime();
  wait();
})();
