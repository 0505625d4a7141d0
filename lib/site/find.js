// The search of claims.html: shows the entries that have every word and every
// choice of the form. It asks for nothing and keeps nothing.
"use strict";
{
  const at = (name) => document.getElementById(`find:${name}`);
  const form = at("form");
  const words = at("words");
  const filters = [...form.querySelectorAll("[data-filter]")];
  const entries = [...document.querySelectorAll("article.claim")];
  const sections = [...document.querySelectorAll("section.collection")];
  const parts = [...document.querySelectorAll("details.part")];
  const number = new Intl.NumberFormat("en-US");

  /** The same for "Ministère", "ministere"; for "60,000" and "60000". */
  const plain = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
      .replace(/(?<=\d)[,\u00a0\u202f](?=\d{3})/g, "").replace(/\s+/g, " ");

  const texts = new Map();
  const textOf = (entry) => {
    if (!texts.has(entry)) texts.set(entry, plain(entry.textContent));
    return texts.get(entry);
  };

  /** What was open before a search, which opens all that it finds. */
  let opened = null;
  const unfold = (searching) => {
    if (searching === (opened !== null)) return;
    if (searching) opened = new Set(parts.filter((part) => part.open));
    for (const part of parts) part.open = searching || opened.has(part);
    if (!searching) opened = null;
  };

  /** Whether all is shown: then nothing has to be looked through. */
  let whole = true;

  const show = () => {
    const wanted = plain(words.value).split(" ").filter(Boolean);
    const chosen = filters
      .map((field) => [
        field.dataset.filter,
        field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value,
      ])
      .filter(([, value]) => value !== "");
    const searching = chosen.length + wanted.length > 0;
    if (!searching && whole) return;
    whole = !searching;
    let shown = 0;
    for (const entry of entries) {
      const fits = chosen.every(([name, value]) =>
        (entry.dataset[name] ?? "") === value
      ) && wanted.every((word) =>
        textOf(entry).includes(word)
      );
      entry.hidden = !fits;
      if (fits) shown++;
    }
    for (const section of [...sections, ...parts]) {
      section.hidden = !section.querySelector("article.claim:not([hidden])");
    }
    unfold(searching);
    const all = number.format(entries.length);
    at("found").textContent = shown === entries.length
      ? `${all} claims`
      : `${number.format(shown)} of ${all} claims`;
    at("none").hidden = shown > 0;
  };

  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  };

  const clear = () => {
    form.reset();
    show();
  };

  /** A link to an entry that is hidden or folded shows it. */
  const reveal = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // As it stands, then.
    }
    const target = id && document.getElementById(id);
    if (!target) return;
    const hidden = target.closest("[hidden]");
    if (hidden) clear();
    let folded = false;
    for (
      let part = target.closest("details");
      part;
      part = part.parentElement.closest("details")
    ) {
      folded ||= !part.open;
      part.open = true;
    }
    if (hidden || folded) target.scrollIntoView();
  };

  words.addEventListener("input", soon);
  for (const field of filters) field.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  at("clear").addEventListener("click", () => {
    clear();
    words.focus();
  });
  addEventListener("hashchange", reveal);
  // What the browser restores when it comes back to the page.
  addEventListener("pageshow", () => {
    show();
    reveal();
  });
  form.hidden = false;
}
