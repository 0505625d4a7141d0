import { formatNumber } from "../../quantity/phrase.ts";
import type { Alternatives } from "../../reconcile/reconciliation.ts";
import { mayGiveElse, whichFirst } from "./choice_parts.ts";
import { choiceHtml, claimLink } from "./claim_link.ts";
import type { EntryGroup, NumberedConflict } from "./entry.ts";
import { alsoWith, asideWords, listed } from "./entry_html.ts";
import type { Findings } from "./findings.ts";
import { groupTitle, verdict } from "./group.ts";
import { type Html, safe } from "../../text/html.ts";

function conflict({ anchor, claims, text, also }: NumberedConflict): Html {
  return safe`<li id="${anchor}"><p dir="auto">${text}</p><p class="soft">${
    listed(claims.map(claimLink))
  }${alsoWith(also, claimLink)}</p></li>
`;
}

/** How many choices of what gives are told. */
const TOLD = 40;

function choiceList(choices: readonly Alternatives[]): Html {
  const rest = choices.length - TOLD;
  return safe`<ul class="choices">${
    choices.slice(0, TOLD).map((one) => safe`<li>${choiceHtml(one)}</li>`)
  }${rest > 0 && safe`<li>and ${formatNumber(rest)} more</li>`}</ul>
`;
}

const NO_FINDING = "no finding about which claims are wrong";

/** What must give, or may: where there is a choice, no side is taken. */
function repair({ drop, dropCertain, choices }: Findings): Html | null {
  if (drop.length === 0) return null;
  const left = listed(drop.map(claimLink));
  if (!dropCertain) {
    return safe`<p>The rest agrees without ${left}. The time ran out before it was known whether something of less weight does; it is ${NO_FINDING}.</p>
`;
  }
  if (!mayGiveElse(choices)) {
    return safe`<p>The cheapest repair leaves out ${left}. It is the least that has to go for the rest to agree, and ${NO_FINDING}.</p>
`;
  }
  const [first] = choices;
  const what = choices.length === 1
    ? safe` ${choiceHtml(first!)}.</p>
`
    : safe`</p>
${choiceList(choices)}`;
  return safe`<p>What has to go at the least for the rest to agree:${what}<p>Where one of them has to be taken, it is ${left}: ${
    whichFirst(choices)
  }, not the likeliest to be wrong.</p>
`;
}

/** Each claim that was set aside, with what replaced it. */
function asideList({ setAside }: Findings): Html | null {
  if (setAside.length === 0) return null;
  const told = setAside.slice(0, TOLD);
  const rest = setAside.length - told.length;
  return safe`<ul class="choices">${
    told.map((one) =>
      safe`<li>${claimLink(one.claim)}: ${asideWords(one)}</li>`
    )
  }${rest > 0 && safe`<li>and ${formatNumber(rest)} more</li>`}</ul>
`;
}

function section(group: EntryGroup): Html {
  const { findings, conflicts } = group;
  return safe`<section>
<h2>${groupTitle(group)}</h2>
<p>${verdict(group)}${
    conflicts.length !== findings.found.length &&
    ` The conflicts are told as ${formatNumber(conflicts.length)}.`
  }</p>
${asideList(findings)}${repair(findings)}${
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
<p>A conflict is a set of claims that cannot all be true, and that can once any one of them is left out. Each is told by the sum that shows it, those of the fewest claims first. Conflicts that differ only by a claim that restates another are told once, and so are those of one fall of a running total, and several numbers for one count. Claims of one collection are held against each other and against no others.</p>
${groups.map(section)}</article>
`;
}
