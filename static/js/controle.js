// regiostaf-controle.html: what can be checked of files without us. It asks nothing of anybody.
"use strict";

const Controle = (() => {
  // FIPS 180-4, for a browser that keeps its own SHA-256 from pages that come from disk.
  const ownSha256 = (bytes) => {
    const rotate = (word, by) => (word >>> by) | (word << (32 - by));
    const fraction = (number) => ((number % 1) * 2 ** 32) | 0;
    const primes = [];
    for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
    const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
    const state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
    const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
    view.setUint32(padded.length - 4, bytes.length << 3);
    const words = new Int32Array(64);
    for (let block = 0; block < padded.length; block += 64) {
      for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + 4 * at);
      for (let at = 16; at < 64; at++) {
        const [low, high] = [words[at - 15], words[at - 2]];
        const first = rotate(low, 7) ^ rotate(low, 18) ^ (low >>> 3);
        const second = rotate(high, 17) ^ rotate(high, 19) ^ (high >>> 10);
        words[at] = words[at - 16] + first + words[at - 7] + second;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let at = 0; at < 64; at++) {
        const upper = (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g));
        const lower = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        const one = (h + upper + constants[at] + words[at]) | 0;
        [a, b, c, d, e, f, g, h] = [(one + lower) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] = (state[at] + word) | 0; });
    }
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  };

  const sha256 = async (bytes) => (globalThis.crypto?.subtle ? Bestand.sha256(bytes) : ownSha256(bytes));
  const bytesOf = (text) => new TextEncoder().encode(text);

  const read = (bytes) => {
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      const value = JSON.parse(text);
      return value !== null && typeof value === "object" ? { text, value } : null;
    } catch {
      return null;
    }
  };

  const isSnapshot = (part) => /^regiostaf-(advies|evaluatie)\/1$/.test(part.json?.value.format);
  const isChain = (part) => part.json?.value.format === "regiostaf-ketting/1" && Array.isArray(part.json.value.links);

  // Whether each link has the hash that it says, and one of them settles this snapshot.
  const chainFits = async (chain, code, hash) => {
    let settles = false;
    for (const link of chain.links) {
      const body = read(bytesOf(String(link?.body)));
      if (!body || (await sha256(bytesOf(String(link.body)))) !== link.sha256) return false;
      const { event, code: settled, snapshot } = body.value;
      settles ||= event === "vastgesteld" && settled === code && snapshot === hash;
    }
    return settles;
  };

  // What is in a file: its hash, the files in it, and what its snapshot and its chain say of each other.
  const examine = async (file) => {
    const isPdf = new TextDecoder("latin1").decode(file.bytes.slice(0, 1024)).includes("%PDF-");
    const unpacks = typeof DecompressionStream === "function";
    const inside = isPdf && unpacks ? await Bestand.embedded(file.bytes) : [];
    const parts = [file.bytes, ...inside].map((bytes) => ({ bytes, json: read(bytes) }));
    const [snapshot, chain] = [parts.find(isSnapshot), parts.find(isChain)];
    const found = { name: file.name, size: file.bytes.length, sha256: await sha256(file.bytes), isPdf, unpacks };
    found.parts = parts.slice(1);
    if (!snapshot) return found;
    const hash = await sha256(snapshot.bytes);
    const { code, version, site, settled } = snapshot.json.value;
    found.snapshot = { sha256: hash, code: String(code), version: String(version), settled: String(settled?.date) };
    found.snapshot.address = `${site}/advies/${code}/`;
    found.snapshot.exact = Bestand.canonical(snapshot.json.value) === snapshot.json.text;
    found.snapshot.chain = chain ? await chainFits(chain.json.value, code, hash) : null;
    return found;
  };

  // `SHA256SUMS`: a hash, two signs and a name on each line.
  const sumsIn = (text) => new Map(
    [...text.matchAll(/^\\?([0-9a-fA-F]{64}) [ *](.+?)\r?$/gm)].map(([, hash, name]) => [name, hash.toLowerCase()]),
  );

  const line = (fits, text) => ({ fits, text });

  const aboutFile = (found, sums, typed) => {
    const lines = [];
    if (typed) {
      const same = typed === found.sha256;
      lines.push(line(same, same ? "De SHA-256 is gelijk aan de waarde die u invulde."
        : "Niet hetzelfde bestand: de SHA-256 is niet gelijk aan de waarde die u invulde."));
    }
    if (sums) {
      const other = [...sums].find(([, hash]) => hash === found.sha256);
      if (other) lines.push(line(true, `De SHA-256 staat in SHA256SUMS, bij ${other[0]}.`));
      else if (sums.has(found.name)) lines.push(line(false, "Niet hetzelfde bestand: in SHA256SUMS staat bij deze naam een andere SHA-256."));
      else lines.push(line(false, "Dit bestand staat niet in SHA256SUMS."));
    }
    return lines;
  };

  const aboutSnapshot = (snapshot, typed) => {
    const lines = [
      snapshot.exact ? line(true, "De gegevens staan in de vaste schrijfwijze (RFC 8785), byte voor byte.")
        : line(false, "De gegevens staan niet in de vaste schrijfwijze (RFC 8785)."),
    ];
    if (snapshot.chain) lines.push(line(true, "De schakel in ketting.json noemt dezelfde SHA-256."));
    else if (snapshot.chain === null) lines.push(line(null, "Er is geen ketting.json bij de gegevens."));
    else lines.push(line(false, "De schakel in ketting.json hoort niet bij deze gegevens."));
    if (typed) {
      const same = typed === snapshot.sha256;
      lines.push(line(same, same ? "De SHA-256 van de gegevens is die van de laatste bladzijde."
        : "De SHA-256 van de gegevens is niet gelijk aan wat u overtypte van de laatste bladzijde."));
    }
    return lines;
  };

  const conclusion = (snapshot, ofFile, ofSnapshot) => {
    const where = `Of dit de laatste versie is, staat op ${snapshot.address}.`;
    if ([...ofFile, ...ofSnapshot].some(({ fits }) => fits === false)) return "Niet alles hoort bij elkaar.";
    if (snapshot.chain === null) return `Er is geen schakel om de gegevens mee te vergelijken. ${where}`;
    if (ofFile.length) return `Bestand en gegevens horen bij elkaar. ${where}`;
    return "De gegevens horen bij elkaar. Wat er op de bladzijden staat, is daarmee niet nagegaan: vergelijk ook de SHA-256 "
      + `van het bestand. ${where}`;
  };

  const withoutSpaces = (text) => text.replace(/[\s:-]/g, "").toLowerCase();

  return { ownSha256, sha256, examine, sumsIn, aboutFile, aboutSnapshot, conclusion, withoutSpaces };
})();

(() => {
  const [choose, result, said] = ["bestanden", "uitkomst", "gezegd"].map((id) => document.getElementById(id));
  const typed = ["waarde", "gegevens"].map((id) => document.getElementById(id));
  if (!choose) return;
  let files = [];
  let turn = 0;

  const element = (name, text, className = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
  };

  const lines = (all) => {
    const list = element("ul", "", "lines");
    const shapes = { true: "✓ ", false: "✕ ", null: "– " };
    list.append(...all.map(({ fits, text }) => element("li", shapes[fits] + text, fits === false ? "differs" : "")));
    return list;
  };

  const dayIn = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    const written = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return Number.isNaN(day.getTime()) ? text : day.toLocaleDateString("nl", written);
  };

  const groups = (hash) => hash.match(/.{8}/g).join(" ");

  const saved = (part, number) => {
    const names = { "regiostaf-ketting/1": "ketting.json", "regiostaf-advies/1": "regiostaf-advies.json" };
    const link = element("a", `Bewaar ${names[part.json?.value.format] || `bijlage-${number}`}`);
    link.download = names[part.json?.value.format] || `bijlage-${number}`;
    link.href = URL.createObjectURL(new Blob([part.bytes]));
    const item = element("li", "");
    item.append(link, ` (${part.bytes.length.toLocaleString("nl")} bytes)`);
    return item;
  };

  const shown = (found, sums, [ofFile, ofData]) => {
    const section = document.createElement("section");
    const fileLines = Controle.aboutFile(found, sums, ofFile);
    section.append(element("h2", found.name), element("p", `${found.size.toLocaleString("nl")} bytes, SHA-256:`));
    section.append(element("p", groups(found.sha256), "hash"), lines(fileLines));
    if (found.snapshot) {
      const { version, code, settled, sha256 } = found.snapshot;
      const dataLines = Controle.aboutSnapshot(found.snapshot, ofData);
      const shownCode = code.match(/.{1,4}/g)?.join("-") || "";
      section.append(element("h3", "De gegevens"));
      section.append(element("p", `Versie ${version}, code ${shownCode}, vastgesteld op ${dayIn(settled)}. SHA-256 van de gegevens:`));
      section.append(element("p", groups(sha256), "hash"), lines(dataLines));
      section.append(element("p", Controle.conclusion(found.snapshot, fileLines, dataLines), "conclusion"));
    } else if (found.isPdf) {
      section.append(element("p", found.unpacks ? "Wij kunnen de gegevens in dit bestand niet lezen."
        : "Deze browser kan de gegevens in een PDF niet uitpakken. De SHA-256 van het bestand kunt u wel vergelijken."));
    }
    if (found.parts.length) {
      const list = document.createElement("ul");
      list.append(...found.parts.map((part, at) => saved(part, at + 1)));
      section.append(element("h3", "Bestanden in de PDF"), list);
    }
    return section;
  };

  const show = async () => {
    const mine = ++turn;
    said.textContent = "Bezig met lezen …";
    const texts = files.filter(({ name }) => /^SHA256SUMS/.test(name)).map(({ bytes }) => new TextDecoder().decode(bytes));
    const sums = texts.length ? Controle.sumsIn(texts.join("\n")) : null;
    const others = files.filter(({ name }) => !/^SHA256SUMS/.test(name));
    const found = [];
    for (const file of others) found.push(await Controle.examine(file));
    if (mine !== turn) return;
    for (const link of result.querySelectorAll("a")) URL.revokeObjectURL(link.href);
    result.replaceChildren(...found.map((one) => shown(one, sums, typed.map(({ value }) => Controle.withoutSpaces(value)))));
    const count = `${found.length} ${found.length === 1 ? "bestand" : "bestanden"} bekeken`;
    said.textContent = sums ? `${count}, met ${sums.size} regels in SHA256SUMS.` : `${count}.`;
  };

  const take = async (chosen) => {
    files = await Promise.all([...chosen].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
    await show();
  };

  choose.addEventListener("change", () => take(choose.files));
  for (const field of typed) field.addEventListener("input", () => { if (files.length) show(); });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) take(event.dataTransfer.files);
  });
})();
