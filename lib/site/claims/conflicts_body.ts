import { formatNumber } from "../../quantity/phrase.ts";
import type { Alternatives } from "../../reconcile/reconciliation.ts";
import { mayGiveElse, whichFirst } from "./choice_parts.ts";
import { SET_ASIDE } from "../../reconcile/proof/tell_set_aside.ts";
import { tools } from "../tools.ts";
import { choiceHtml, claimLink } from "./claim_link.ts";
import { countOf } from "./count_words.ts";
import {
  byId,
  type Entry,
  type EntryGroup,
  type NumberedConflict,
} from "./entry.ts";
import { alsoWith, listed } from "./entry_html.ts";
import { factWords, sumWords } from "./sum_words.ts";
import { namer } from "./who_says.ts";
import type { Findings } from "./findings.ts";
import { groupTitle, verdict } from "./group.ts";
import { verdictLine } from "./verdict_line.ts";
import { type Html, safe } from "../../text/html.ts";

/** Claims of a collection by id. */
type Names = ReadonlyMap<string, Entry>;

const SIDES = { low: "at least", high: "at most" } as const;

/** The rows of a proof, and the facts behind it, for those who ask. */
function behind(
  { proof = [], background = [], anchor }: NumberedConflict,
  of: Names,
): Html | null {
  if (proof.length === 0) return null;
  const labels = new Map(
    [...of.values()].flatMap(({ claim, measure, ofMeasure }) => [
      [claim.measure, measure?.label ?? claim.measure] as const,
      ...(claim.of_measure
        ? [[claim.of_measure, ofMeasure?.label ?? claim.of_measure] as const]
        : []),
    ]),
  );
  const facts = factWords(background, (id) => labels.get(id) ?? id);
  return safe`<details class="behind"><summary>The proof</summary><div class="scroll" role="region" tabindex="0" aria-label="Proof of ${anchor}"><table><thead><tr><th>Claim</th><th>Side</th><th>From</th><th>To</th><th class="number">Value</th><th class="number">Times</th></tr></thead><tbody>${
    proof.map(({ claim, side, start, end, value, times }) =>
      safe`<tr><td>${claimLink(claim)}</td><td>${
        SIDES[side]
      }</td><td class="date">${start}</td><td class="date">${end}</td><td class="number">${
        formatNumber(value)
      }</td><td class="number">${times}</td></tr>`
    )
  }</tbody></table></div>${
    facts.length > 0 &&
    safe`<ul>${facts.map((fact) => safe`<li>${fact}</li>`)}</ul>`
  }</details>`;
}

/** One conflict: who says what, the sum in one line, its claims, its proof. */
function conflict(one: NumberedConflict, of: Names): Html {
  const { anchor, number, claims, text, also, proof } = one;
  const words = proof && sumWords(proof, of);
  const name = namer(of);
  return safe`<li id="${anchor}" value="${number}">${
    words
      ? safe`<p>${words.sentence}</p><p class="sum">${words.line}</p>`
      : safe`<p dir="auto">${text}</p>`
  }<p class="soft">${
    words ? listed(claims.map(claimLink)) : listed(claims.map(name))
  }${alsoWith(also, name)}</p>${behind(one, of)}${
    tools(anchor, `Conflict ${number}`, "conflict")
  }</li>
`;
}

/** More conflicts than these are folded by what they are about. */
const FEW = 12;

/** What a conflict is about: the count that most of its claims are of. */
function subject({ claims }: NumberedConflict, of: Names): string {
  const times = new Map<string, number>();
  for (const id of claims) {
    const entry = of.get(id);
    const label = entry?.measure?.label ?? entry?.claim.measure ?? "";
    times.set(label, (times.get(label) ?? 0) + 1);
  }
  return [...times].reduce((a, b) => b[1] > a[1] ? b : a, ["", 0])[0];
}

/** Conflicts about one count, under an address of their own. */
interface Part {
  readonly id: string;
  readonly label: string;
  readonly conflicts: readonly NumberedConflict[];
}

/** A collection with its claims by id, and its parts where it is long. */
interface Section {
  readonly id: string;
  readonly group: EntryGroup;
  readonly of: Names;
  readonly parts: readonly Part[];
}

function sectionOf(group: EntryGroup, place: number): Section {
  const id = `conflicts:${place + 1}`;
  const of = byId(group.entries);
  return { ...{ id, group, of }, parts: partsOf(group, of, id) };
}

function partsOf({ conflicts }: EntryGroup, of: Names, id: string): Part[] {
  if (conflicts.length <= FEW) return [];
  return [...Map.groupBy(conflicts, (one) => subject(one, of))].map(
    ([label, conflicts], i) => ({
      id: `${id}:${i + 1}`,
      ...{ label, conflicts },
    }),
  );
}

function list(conflicts: readonly NumberedConflict[], of: Names): Html {
  return safe`<ol class="conflicts">
${conflicts.map((one) => conflict(one, of))}</ol>
`;
}

/** The conflicts of a collection, folded by count where there are many. */
function lists({ group, of, parts }: Section): Html | null {
  if (group.conflicts.length === 0) return null;
  if (parts.length === 0) return list(group.conflicts, of);
  return safe`${
    parts.map((part, i) =>
      safe`<details class="part" id="${part.id}"${
        i === 0 && safe` open`
      }><summary><strong><bdi>${part.label}</bdi></strong> ${
        countOf(part.conflicts.length, "conflict")
      }</summary>
${list(part.conflicts, of)}</details>
`
    )
  }`;
}

/** How a claim is named, by its id. */
type Name = (id: string) => Html;

/** How many choices of what gives are told. */
const TOLD = 40;

function choiceList(choices: readonly Alternatives[], name: Name): Html {
  const rest = choices.length - TOLD;
  return safe`<ul class="choices">${
    choices.slice(0, TOLD).map((one) => safe`<li>${choiceHtml(one, name)}</li>`)
  }${rest > 0 && safe`<li>and ${formatNumber(rest)} more</li>`}</ul>
`;
}

const NO_FINDING = "no finding about which claims are wrong";

/** What must give, or may: where there is a choice, no side is taken. */
function repair(
  { drop, dropCertain, choices }: Findings,
  name: Name,
): Html | null {
  if (drop.length === 0) return null;
  const left = listed(drop.map(name));
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
    ? safe` ${choiceHtml(first!, name)}.</p>
`
    : safe`</p>
${choiceList(choices, name)}`;
  return safe`<p>What has to go at the least for the rest to agree:${what}<p>Where one of them has to be taken, it is ${left}: ${
    whichFirst(choices)
  }, not the likeliest to be wrong.</p>
`;
}

/** Each claim that was set aside, with what replaced it. */
function asideList({ setAside }: Findings, name: Name): Html | null {
  if (setAside.length === 0) return null;
  const told = setAside.slice(0, TOLD);
  const rest = setAside.length - told.length;
  return safe`<ul class="choices">${
    told.map((one) =>
      safe`<li>${name(one.claim)}: ${SET_ASIDE[one.why]}${
        one.by !== null && safe` ${name(one.by)}`
      }</li>`
    )
  }${rest > 0 && safe`<li>and ${formatNumber(rest)} more</li>`}</ul>
`;
}

function sectionHtml(section: Section): Html {
  const { id, group, of } = section;
  const { findings, conflicts } = group;
  const name = namer(of);
  return safe`<section id="${id}">
<h2>${groupTitle(group)}</h2>
${verdictLine(group, groupTitle(group))}<p>${verdict(group)}${
    conflicts.length !== findings.found.length &&
    ` The conflicts are told as ${formatNumber(conflicts.length)}.`
  }</p>
${asideList(findings, name)}${repair(findings, name)}${lists(section)}</section>
`;
}

/** What the page holds, where it is long. */
function contents(sections: readonly Section[]): Html | null {
  if (sections.every(({ parts }) => parts.length === 0)) return null;
  const items = sections.map(({ id, group, parts }) =>
    safe`<li><a href="#${id}">${groupTitle(group)}</a>${
      parts.length > 0 &&
      safe`<ul>${
        parts.map((part) =>
          safe`<li><a href="#${part.id}"><bdi>${part.label}</bdi></a> <span class="soft">${
            countOf(part.conflicts.length, "conflict")
          }</span></li>`
        )
      }</ul>`
    }</li>`
  );
  return safe`<nav class="toc" aria-label="On this page"><ul>${items}</ul></nav>
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
  const sections = groups.map(sectionOf);
  return safe`<article class="prose">
<h1>Every conflict, with its arithmetic</h1>
<p class="question">Which claims cannot all be true?</p>
<p>A conflict is a set of claims that cannot all be true, and that can once any one of them is left out. Each is told by the sum that shows it, those of the fewest claims first. Conflicts that differ only by a claim that restates another are told once, and so are those of one fall of a running total, and several numbers for one count. Claims of one collection are held against each other and against no others.</p>
${contents(sections)}${sections.map(sectionHtml)}</article>
`;
}
