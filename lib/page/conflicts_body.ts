import { claimHref } from "./anchor.ts";
import type { EntryGroup, NumberedConflict } from "./entry.ts";
import { groupTitle, verdict } from "./group.ts";
import { type Html, html } from "./html.ts";

function claim(id: string): Html {
  return html`<a href="${claimHref(id)}"><code>${id}</code></a>`;
}

function conflict({ anchor, claims, text }: NumberedConflict): Html {
  return html`
    <li id="${anchor}">
      <p dir="auto">${text}</p>
      <p class="soft">${claims.map((id, i) =>
        html`${i > 0 && ", "}${claim(id)}`
      )}</p>
    </li>
  `;
}

function section(group: EntryGroup): Html {
  const { findings, conflicts } = group;
  const drop = findings.drop;
  return html`
    <section>
    <h2>${groupTitle(group)}</h2>
    <p>${verdict(group)}</p>
    ${drop.length > 0 &&
      html`
        <p>The cheapest repair leaves out ${drop.map((id, i) =>
          html`${i > 0 && ", "}${claim(id)}`
        )}. It is the smallest change that makes the rest agree, not a finding about which claims are wrong.</p>
      `}${conflicts.length > 0 &&
      html`
        <ol class="conflicts">
        ${conflicts.map(conflict)}</ol>
      `}</section>
  `;
}

/**
 * The body of the page that lists every conflict found, with its arithmetic.
 *
 * @example
 * ```ts
 * import { conflictsBody } from "./conflicts_body.ts";
 * import assert from "node:assert/strict";
 *
 * assert.match(`${conflictsBody([])}`, /<h1>/);
 * ```
 */
export function conflictsBody(groups: readonly EntryGroup[]): Html {
  return html`
    <article class="prose">
    <h1>Every conflict, with its arithmetic</h1>
    <p class="question">Which claims cannot all be true?</p>
    <p>A conflict is a set of claims that cannot all be true, and that can once any one of them is left out. Each is told by the sum that shows it, the shortest first. Claims of one collection are held against each other and against no others.</p>
    ${groups.map(section)}</article>
  `;
}
