import type { ProofWords, Step } from "../proof_words.ts";
import { el, fill, listed } from "./dom.ts";
import type { Names } from "./names.ts";

function row({ times, claim, words }: Step, names: Names): HTMLElement {
  return el(
    "tr",
    claim ? { "data-claim": claim } : {},
    el("td", { class: "times" }, times),
    el(
      "td",
      {},
      words,
      claim && el(
        "p",
        { class: "soft" },
        names.link(claim),
      ),
    ),
  );
}

function sum(words: ProofWords, names: Names, what: string): HTMLElement[] {
  const { result, steps, divisor } = words;
  const rows = steps.map((step) => row(step, names));
  return [
    el("p", { class: "comes-to" }, result),
    ...(rows.length === 0 ? [] : [el(
      "table",
      { class: "sum" },
      el("caption", { class: "unseen" }, `${what}: the sum`),
      el(
        "thead",
        { class: "unseen" },
        el(
          "tr",
          {},
          el("th", { scope: "col" }, "Taken"),
          el("th", { scope: "col" }, "What is said"),
        ),
      ),
      el("tbody", {}, rows),
    )]),
    ...(divisor === 1
      ? []
      : [el("p", { class: "soft" }, `All of it divided by ${divisor}.`)]),
  ];
}

/** Shows a proof in its place: a heading, and one sum or two. */
export function showProof(
  place: Element,
  title: string,
  proofs: readonly { readonly name: string; readonly words: ProofWords }[],
  without: readonly string[],
  names: Names,
): void {
  fill(
    place,
    el("h3", {}, title),
    proofs.flatMap(({ name, words }) => sum(words, names, name)),
    without.length > 0 && el(
      "p",
      { class: "soft" },
      "The claims disagree; left out here, as the cheapest repair (of several the first) has it: ",
      ...listed(without.map((id) => names.link(id))),
      ".",
    ),
  );
}
