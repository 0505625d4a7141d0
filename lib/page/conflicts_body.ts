import { claimHref } from "./anchor.ts";
import type { EntryGroup, NumberedConflict } from "./entry.ts";
import { listed } from "./entry_html.ts";
import { groupTitle, verdict } from "./group.ts";
import { type Html, safe } from "./html.ts";

function claim(id: string): Html {
  return safe`<a href="${claimHref(id)}"><code>${id}</code></a>`;
}

function conflict({ anchor, claims, text }: NumberedConflict): Html {
  return safe`<li id="${anchor}"><p dir="auto">${text}</p><p class="soft">${
    listed(claims.map(claim))
  }</p></li>
`;
}

function repair(drop: readonly string[]): Html | null {
  if (drop.length === 0) return null;
  return safe`<p>The cheapest repair leaves out ${
    listed(drop.map(claim))
  }. It is the least that has to go for the rest to agree, and no finding about which claims are wrong.</p>
`;
}

function section(group: EntryGroup): Html {
  const { findings, conflicts } = group;
  return safe`<section>
<h2>${groupTitle(group)}</h2>
<p>${verdict(group)}</p>
${repair(findings.drop)}${
    conflicts.length > 0 &&
    safe`<ol class="conflicts">\n${conflicts.map(conflict)}</ol>\n`
  }</section>
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
  return safe`<article class="prose">
<h1>Every conflict, with its arithmetic</h1>
<p class="question">Which claims cannot all be true?</p>
<p>A conflict is a set of claims that cannot all be true, and that can once any one of them is left out. Each is told by the sum that shows it, those of the fewest claims first. Claims of one collection are held against each other and against no others.</p>
${groups.map(section)}</article>
`;
}
