// Makes pages nicer; every page works without it.
"use strict";

(() => {
  const summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();

  // Printing is the browser's: without JavaScript its own menu does it.
  for (const offer of document.querySelectorAll("[data-print]")) {
    offer.hidden = false;
    offer.querySelector("button").addEventListener("click", () => window.print());
  }

  const progressAfter = (element) => {
    const status = document.createElement("p");
    status.className = "progress";
    status.setAttribute("role", "status");
    element.after(status);
    return status;
  };

  // Text that was changed and not saved, here or before an error: the browser asks before it leaves the page.
  for (const form of document.querySelectorAll("form[data-warn-unsaved]")) {
    const contents = () => new URLSearchParams(new FormData(form)).toString();
    const before = form.dataset.warnUnsaved === "typed" ? null : contents();
    let submitting = false;
    form.addEventListener("submit", () => { submitting = true; });
    window.addEventListener("pageshow", () => { submitting = false; });
    window.addEventListener("beforeunload", (event) => {
      if (!submitting && contents() !== before) event.preventDefault();
    });
  }

  // A second press of a button that is already sending is ignored; the button stays focusable. What takes a while says so.
  for (const form of document.querySelectorAll("form[method=post]:not([data-progress])")) {
    let button = null;
    const status = form.dataset.waiting ? progressAfter(form) : null;
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      if (button) {
        event.preventDefault();
        return;
      }
      button = event.submitter;
      if (button) button.setAttribute("aria-disabled", "true");
      if (status) status.textContent = form.dataset.waiting;
    });
    window.addEventListener("pageshow", () => {
      if (status) status.textContent = "";
      if (button) button.removeAttribute("aria-disabled");
      button = null;
    });
  }

  for (const field of document.querySelectorAll("input[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "utrecht-button utrecht-button--secondary-action";
    button.textContent = "Kopieer";
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = ` ${field.labels[0].textContent}`;
    button.append(name);
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        status.textContent = "Gekopieerd";
      } catch {
        status.textContent = "Kopiëren lukte niet. De link is nu geselecteerd: kopieer hem zelf.";
      }
    });
    field.after(button, status);
  }

  // How much of a capped text is left, said only when the end is near. The server counts and decides.
  for (const field of document.querySelectorAll("textarea[data-cap]")) {
    const cap = Number(field.dataset.cap);
    const status = document.createElement("p");
    status.className = "cap";
    status.setAttribute("aria-live", "polite");
    const count = () => {
      const left = cap - [...field.value].length;
      status.classList.toggle("cap--over", left < 0);
      if (left < 0) status.textContent = `${(-left).toLocaleString("nl")} ${left === -1 ? "teken" : "tekens"} te veel`;
      else status.textContent = left <= cap / 10 ? `Nog ${left.toLocaleString("nl")} tekens` : "";
    };
    field.after(status);
    field.addEventListener("input", count);
    count();
  }

  // A document takes a moment: say so, and fetch it here so that we know when it is there.
  const failed = "Het ophalen lukte niet. Probeer het opnieuw.";
  const fetchWithProgress = (form) => {
    const status = progressAfter(form);
    let busy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      const button = event.submitter;
      if (button) button.setAttribute("aria-disabled", "true");
      status.textContent = form.dataset.progress;
      try {
        const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
        const answer = await fetch(address, { method: "POST", body: new FormData(form) });
        if (answer.ok) await download(answer, status);
        else status.textContent = reasonIn(await answer.text()) || failed;
      } catch {
        status.textContent = failed;
      } finally {
        busy = false;
        if (button) button.removeAttribute("aria-disabled");
      }
    });
  };

  const download = async (answer, status) => {
    const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
    const target = document.createElement("a");
    target.href = URL.createObjectURL(await answer.blob());
    target.download = named ? named[1] : "advies.pdf";
    target.click();
    setTimeout(() => URL.revokeObjectURL(target.href), 60000);
    status.textContent = "Het document is opgehaald.";
  };

  // What the page that refuses says; empty when it isn't a page of ours.
  const reasonIn = (html) => {
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    if (!main) return "";
    return [...main.querySelectorAll("h1, .utrecht-paragraph--lead")].map((part) => part.textContent.trim()).join(" – ");
  };

  document.querySelectorAll("form[data-progress]").forEach(fetchWithProgress);

  // A table that scrolls in its own region shows what has the focus whole: a browser is content with a part of it.
  document.querySelectorAll(".scroll-inline").forEach((region) => {
    region.addEventListener("focusin", ({ target }) => {
      if (target !== region) target.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  });

  // Says every minute that this question is open here, and shows whether somebody else has it open too.
  const notice = document.querySelector("[data-presence]");
  if (notice) {
    const tell = async (left) => {
      const body = new URLSearchParams({
        csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]").value,
        vraag: notice.dataset.question,
      });
      if (left) body.set("weg", "1");
      try {
        const answer = await fetch(notice.dataset.presence, { method: "POST", body, keepalive: true });
        const text = await answer.text();
        if (answer.status === 200 && notice.textContent !== text) notice.textContent = text;
      } catch {
        // no connection: the next minute tries again
      }
    };
    window.addEventListener("pageshow", () => tell(false));
    window.addEventListener("pagehide", () => tell(true));
    setInterval(() => { if (!document.hidden) tell(false); }, 60000);
  }
})();
