// The page of a code: checks a file in the browser, where it stays. A browser that can't do all of it sends the form.
"use strict";

(() => {
  const section = document.querySelector("[data-check]");
  if (!section || !globalThis.crypto?.subtle || typeof DecompressionStream !== "function") return;
  const answers = JSON.parse(section.dataset.check);
  const [form, field, result] = ["form", "input[type=file]", "[data-result]"].map((what) => section.querySelector(what));
  // No document of ours is larger; the server says the same of a body of this size.
  const most = 4000000;
  let turn = 0;

  const answerTo = async (file) => {
    if (file.size > most) return [false, answers.tooLarge];
    const bytes = new Uint8Array(await file.arrayBuffer());
    const hash = await Bestand.sha256(bytes);
    if (Object.hasOwn(answers.known, hash)) return [true, answers.known[hash]];
    for (const inside of await Bestand.embedded(bytes)) {
      if ((await Bestand.sha256(inside)) === answers.snapshot) return [false, answers.sameData];
    }
    return [false, answers.anotherFile];
  };

  const say = (kind, text) => {
    const [alert, content, message] = ["div", "div", "p"].map((name) => document.createElement(name));
    alert.className = `utrecht-alert utrecht-alert--${kind}`;
    content.className = "utrecht-alert__content";
    message.className = "utrecht-alert__message";
    message.textContent = text;
    content.append(message);
    alert.append(content);
    result.replaceChildren(alert);
  };

  const check = async (file) => {
    const mine = ++turn;
    try {
      const [same, text] = await answerTo(file);
      if (mine === turn) say(same ? "ok" : "warning", `${file.name}: ${text}`);
    } catch {
      if (mine === turn) say("warning", "Wij kunnen dit bestand niet lezen. Kies het opnieuw.");
    }
  };

  section.querySelector("[data-sent]").hidden = true;
  section.querySelector("[data-stays]").hidden = false;
  // Choosing is enough; the button does the same once more, for who looks for it.
  field.addEventListener("change", () => { if (field.files.length) check(field.files[0]); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.files.length) check(field.files[0]);
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) check(file);
  });
})();
