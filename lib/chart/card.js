// Words at a mark of a chart, for a mouse, a finger and the keyboard: a card in
// the place of the browser's own tooltip. Tab comes to a chart, the arrow keys
// lead from mark to mark, Escape puts the card away.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const card = document.createElement("div");
  card.className = "chart-card";
  card.hidden = true;
  card.style.cssText = "position:fixed;z-index:9;max-width:min(24rem,92vw);" +
    "max-height:60vh;overflow:auto;padding:.6rem .75rem;border-radius:6px;" +
    "border:1px solid var(--line,#999);background:var(--raised,Canvas);" +
    "color:var(--ink,CanvasText);font-size:.875rem;line-height:1.4;" +
    "box-shadow:0 2px 12px #0004;white-space:pre-line;overflow-wrap:anywhere";
  document.body.append(card);

  /** The mark whose words are shown, and its title while it is kept empty. */
  let shown = null;
  let kept = null;

  function hide() {
    if (kept) kept.title.textContent = kept.text;
    kept = null;
    shown = null;
    card.hidden = true;
  }

  /** Shows a mark's words at a place, or below the mark. */
  function show(mark, at) {
    if (shown === mark) return;
    hide();
    shown = mark;
    const title = mark.querySelector("title");
    kept = { title, text: title.textContent };
    // Otherwise the browser would show its own beside the card.
    title.textContent = "";
    card.textContent = kept.text;
    const href = mark.getAttribute("href");
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = "Open the claim";
      card.append("\n", link);
    }
    card.hidden = false;
    const box = mark.getBoundingClientRect();
    const { x, y } = at ?? { x: box.left, y: box.bottom };
    const { width, height } = card.getBoundingClientRect();
    const over = (at ? y : box.top) - height - 8;
    const below = y + 14;
    card.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 8))}px`;
    card.style.top = `${
      below + height < innerHeight || over < 4
        ? Math.max(4, Math.min(below, innerHeight - height - 4))
        : over
    }px`;
  }

  const markOf = (target) => target.closest?.("[data-mark]") ?? null;

  /** Makes each mark a group with a name that the keyboard can come to. */
  function prepare(svg) {
    if (svg.hasAttribute("data-cards")) return;
    svg.setAttribute("data-cards", "");
    for (const title of svg.querySelectorAll("title")) {
      const shape = title.parentElement;
      const around = shape.parentElement;
      let mark = around;
      if (!around.matches("a, [data-claim]")) {
        mark = document.createElementNS(SVG, "g");
        shape.replaceWith(mark);
        mark.append(shape);
      }
      if (mark.localName !== "a") mark.setAttribute("role", "img");
      const says = title.textContent.trim();
      // A name begins with what is to be seen of it.
      const seen = [...mark.querySelectorAll("text")].map((text) =>
        [...text.childNodes].filter((node) => node.localName !== "title")
          .map((node) => node.textContent).join("").trim()
      ).join(" ").trim();
      mark.setAttribute("data-mark", says);
      mark.setAttribute("tabindex", "-1");
      mark.setAttribute("aria-label", seen ? `${seen}: ${says}` : says);
    }
    for (const drawing of svg.children) {
      const first = drawing.querySelector("[data-mark]");
      first?.setAttribute("tabindex", "0");
      // Nothing inside an image could be reached.
      if (first) svg.setAttribute("role", "figure");
    }
  }

  /** The marks of a drawing, those that say the same once, from top to bottom. */
  function marksOf(mark) {
    const all = mark.closest(".wide, .narrow").querySelectorAll("[data-mark]");
    const found = new Map();
    for (const one of all) {
      const says = one.getAttribute("data-mark");
      if (one === mark || !found.has(says)) found.set(says, one);
    }
    const top = (one) => one.getBoundingClientRect();
    return [...found.values()].map((one) => ({ one, box: top(one) }))
      .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
      .map(({ one }) => one);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = markOf(event.target);
    if (mark) show(mark, event);
    else if (!card.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    if (card.contains(event.target)) return;
    const mark = markOf(event.target);
    if (!mark) return void hide();
    // A finger reads before it follows.
    if (event.pointerType === "mouse" || shown === mark) return;
    event.preventDefault();
    show(mark, { x: event.clientX, y: event.clientY });
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark?.matches(":focus-visible")) show(mark);
  });
  document.addEventListener("focusout", (event) => {
    if (markOf(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return void hide();
    const mark = markOf(event.target);
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (!mark || !(event.key in way)) return;
    event.preventDefault();
    const marks = marksOf(mark);
    const next = marks[marks.indexOf(mark) + way[event.key]];
    if (!next) return;
    mark.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
  addEventListener("scroll", () => shown?.matches(":focus") || hide(), {
    passive: true,
  });

  const all = () =>
    document.querySelectorAll("svg.tallystick").forEach(prepare);
  new MutationObserver(all).observe(document.body, {
    childList: true,
    subtree: true,
  });
  all();
})();
