// What a file is, worked out in the browser: its SHA-256, the files in a PDF, and JSON as everybody writes it. Used by the page of a code
// and by regiostaf-controle.html; domain/settled/embedded.py looks for the same files in the same way.
"use strict";

const Bestand = (() => {
  // More than all files in a document of ours, written out.
  const most = 16 * 1024 * 1024;
  const farthest = 1024;

  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const sha256 = async (bytes) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));

  // Fails when the bytes are no whole zlib stream, or when more than `room` comes out.
  const inflate = async (bytes, room) => {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    const pieces = [];
    let size = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.length;
      if (size > room) throw new RangeError("too large");
      pieces.push(piece.value);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  };

  // The streams of embedded files are objects of their own and stand in plain sight, also where other objects are packed.
  const embedded = async (pdf) => {
    const text = new TextDecoder("latin1").decode(pdf);
    const starts = />>\s{0,4}stream\r?\n/g;
    const files = [];
    let room = most;
    for (let found = starts.exec(text); found; found = starts.exec(text)) {
      const before = text.slice(Math.max(found.index - farthest, 0), found.index);
      const head = before.slice(before.lastIndexOf(" obj") + 1);
      const length = /\/Length\s+(\d{1,9})(?!\d|\s+\d+\s+R)/.exec(head);
      if (!length || !/\/EmbeddedFile(?![A-Za-z])/.test(head)) continue;
      const raw = pdf.slice(starts.lastIndex, starts.lastIndex + Number(length[1]));
      starts.lastIndex += raw.length;
      try {
        const file = head.includes("/FlateDecode") ? await inflate(raw, room) : raw;
        room -= file.length;
        files.push(file);
      } catch {
        // written in a way that we can't read
      }
    }
    return files;
  };

  // RFC 8785 is written in terms of JavaScript: its numbers, its strings, its order of keys.
  const canonical = (value) => {
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(canonical)}]`;
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
  };

  return { hex, sha256, embedded, canonical };
})();
