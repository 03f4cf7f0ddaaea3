// What a sighted reader gets of the question in this page before any scrolling. `labels`: the booklet's options.
(labels) => {
  const OPTIONS = "input[name$=options]:not([type=hidden])";
  const NOT_READ = "script, style, template, textarea, select, option, input";
  const squeeze = (text) => text.replace(/\s+/g, " ").trim();

  // Shown only to who hears the page: cut away, or one pixel small.
  const cutAway = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const small = style.overflow !== "visible" && (at.offsetWidth <= 1 || at.offsetHeight <= 1);
      if (style.clipPath.startsWith("inset(50%") || (small && style.position === "absolute")) return true;
    }
    return false;
  };

  const isSeen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !cutAway(element);

  // What stands beside or above the page, such as a skip link that waits for the focus, isn't seen.
  const onThePage = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(
      (box) => box.width > 0 && box.right + scrollX > 0 && box.bottom + scrollY > 0 && box.left < innerWidth,
    );
  };

  const textsIn = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest(NOT_READ) || !isSeen(parent) || !onThePage(node)) continue;
      found.push({ text: squeeze(node.data), size: parseFloat(getComputedStyle(parent).fontSize), parent });
    }
    return found;
  };

  // Wholly in the window, and not under a bar: the middle of each of its sides can be pointed at.
  const inWindow = (element) => {
    const box = element.getBoundingClientRect();
    if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) return false;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const sides = [[x, box.top + 3], [x, box.bottom - 3], [box.left + 3, y], [box.right - 3, y]];
    return sides.every(([left, top]) => {
      const hit = document.elementFromPoint(left, top);
      return hit !== null && element.contains(hit);
    });
  };

  // The card of an option: the largest part of the page with that option alone and its own words.
  const cardOf = (input) => {
    let card = input;
    while (card.parentElement.querySelectorAll(OPTIONS).length === 1) card = card.parentElement;
    return card;
  };

  const inputs = [...document.querySelectorAll(OPTIONS)];
  const words = textsIn(document.body);
  const short = inputs.map((input) => {
    const label = textsIn(document.querySelector(`label[for="${input.id}"]`));
    return Math.max(...label.filter((text) => !text.parent.closest("kbd")).map((text) => text.size));
  });
  const booklet = words.filter((text) => labels.includes(text.text)).map((text) => text.size);
  const save = [...document.querySelectorAll("button")].filter(
    (button) =>
      button.type === "submit" && /^Opslaan en (verder|terug)/.test(squeeze(button.textContent)) && isSeen(button),
  );
  const [heading] = document.getElementsByTagName("h1");
  const rest = [heading, ...document.querySelectorAll(".line")].filter(
    (element) => element.textContent.trim() && isSeen(element),
  );
  return {
    words: words.flatMap((text) => text.text.split(" ")).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    screens: document.documentElement.scrollHeight / innerHeight,
    heading: parseFloat(getComputedStyle(heading).fontSize),
    option: Math.min(...short),
    booklet: booklet.length ? Math.min(...booklet) : 0,
    options_in_window: inputs.map(cardOf).every(inWindow),
    save_in_window: save.some(inWindow),
    rest_in_window: rest.every(inWindow),
  };
}
