import { type Html, safe } from "../text/html.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Draft } from "./types.ts";

const HEAD = ["", "kind", "number", "period", "speaker", "why"];

/**
 * A colour that lets the page's own through, and text in its own: readable on
 * light and on dark, where a browser's plain yellow is not.
 */
const MARK = "background: rgba(240, 170, 0, 0.3); color: inherit; " +
  "border-bottom: 2px solid rgb(200, 130, 0); padding: 0 0.1em";

/** A paragraph with the words of its drafts marked. */
function marked(
  text: string,
  drafts: readonly { draft: Draft; mark: number }[],
): Html {
  const parts: (Html | string)[] = [];
  let at = 0;
  for (const { draft, mark } of drafts) {
    if (draft.offset < at) continue;
    const end = draft.offset + draft.length;
    parts.push(
      text.slice(at, draft.offset),
      safe`<mark style="${MARK}">${
        text.slice(draft.offset, end)
      }</mark><sup>${mark}</sup>`,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return safe`${parts}`;
}

function rowOf(draft: Draft, mark: number): Html {
  const number = draft.stated_high === null
    ? draft.stated
    : `${draft.stated} to ${draft.stated_high}`;
  const period = draft.start === draft.end
    ? draft.start ?? "not settled"
    : `${draft.start ?? "…"} to ${draft.end ?? "…"}`;
  const cells = [
    String(mark),
    draft.per ? `${draft.kind} a ${draft.per}` : draft.kind,
    draft.hedge === "bare" ? number : `${draft.hedge} ${number}`,
    period,
    draft.speaker ?? "nobody named",
  ];
  const why = draft.why.map((reason) => safe`<li>${reason}</li>`);
  return safe`<tr>${
    cells.map((cell) => safe`<td>${cell}</td>`)
  }<td><details><summary>why</summary><ul>${why}</ul></details></td></tr>`;
}

/**
 * A text with its numbers marked, and below each paragraph what is proposed of
 * them, and why. Paragraphs without drafts are left out.
 *
 * @example
 * ```ts
 * import { shownDrafts } from "./shown_drafts.ts";
 * import { readText } from "./read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const text = "About 300 <homes> were lost.";
 * const html = `${shownDrafts(text, readText(text).drafts)}`;
 * assert.match(html, /<mark [^>]*>About 300<\/mark><sup>1<\/sup> &#60;homes/);
 * ```
 */
export function shownDrafts(text: string, drafts: readonly Draft[]): Html {
  const places = new Map<string, { draft: Draft; mark: number }[]>();
  drafts.forEach((draft, i) => {
    const at = places.get(draft.locator) ?? [];
    at.push({ draft, mark: i + 1 });
    places.set(draft.locator, at);
  });
  const blocks = paragraphsOf(text).flatMap(({ locator, text }) => {
    const here = places.get(locator);
    if (!here) return [];
    return safe`<p><small>${locator}</small> ${marked(text, here)}</p>
<table><thead><tr>${
      HEAD.map((name) => safe`<th>${name}</th>`)
    }</tr></thead><tbody>${
      here.map(({ draft, mark }) => rowOf(draft, mark))
    }</tbody></table>
`;
  });
  return safe`<div>${blocks}</div>`;
}
