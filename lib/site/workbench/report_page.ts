import { conflictsOf } from "../../chart/conflict.ts";
import { conflictDiagram } from "../../chart/conflict_diagram.ts";
import type { ClaimInterval } from "../../dataset/intervals.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { formatPercent } from "../../quantity/percent.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, markup, safe } from "../../text/html.ts";
import { plain } from "../../text/plain.ts";
import type {
  BoundsPart,
  ListsPart,
  RepairPart,
  SlackPart,
  VerdictPart,
} from "../explorer/answers.ts";
import { readWords } from "./read_words.ts";

/** What a report is made of. */
export interface ReportMaterial {
  /** What the dataset is called. */
  readonly title: string;
  /** The verdict in a sentence. */
  readonly sentence: string;
  readonly verdict?: VerdictPart | undefined;
  readonly repair?: RepairPart | undefined;
  readonly lists?: ListsPart | undefined;
  readonly slack?: SlackPart | undefined;
  readonly bounds?: BoundsPart | undefined;
  /** The claims as they are read. */
  readonly intervals: readonly ClaimInterval[];
  /** The command that gives the same. */
  readonly command: string;
  /** How measures are called. */
  measure(id: string): string;
  /** How claims are called. */
  label(claim: string): string;
}

const STYLE =
  `:root{color-scheme:light dark;--ink:#1f2023;--paper:#fdfcfa;--soft:#595b61;--line:#dedad3;--accent:#8f4720}
@media(prefers-color-scheme:dark){:root{--ink:#e7e5e1;--paper:#17181b;--soft:#aaa9a6;--line:#3a3c41;--accent:#e8a67e}}
body{max-width:58rem;margin:2rem auto;padding:0 1.25rem;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2{font-family:Georgia,serif;line-height:1.25}
.verdict{font-size:1.4rem;font-weight:600}
.soft,small{color:var(--soft)}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{padding:.35rem .5rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto}
svg{max-width:100%;height:auto}
li{margin:.4rem 0}`;

function named(id: string, { label }: ReportMaterial): Html {
  const words = label(id);
  return words === id
    ? safe`<code>${id}</code>`
    : safe`<bdi>${words}</bdi> <small><code>${id}</code></small>`;
}

function namedAll(ids: readonly string[], material: ReportMaterial): Html {
  return safe`${ids.map((id, i) => [i > 0 && "; ", named(id, material)])}`;
}

function conflicts(material: ReportMaterial): Html | null {
  const { lists, intervals } = material;
  if (!lists || lists.conflicts.length === 0) return null;
  const { conflicts, told } = lists;
  const drawn = conflictDiagram(
    conflictsOf({ conflicts, asRead: intervals }),
    { most: 5 },
  );
  return safe`<h2>What cannot all be true</h2>
<ol>${
    told.map(({ text, claims }) =>
      safe`<li>${text}<br><small>${namedAll(claims, material)}</small></li>\n`
    )
  }</ol>
${!lists.conflictsComplete && safe`<p class="soft">There are more.</p>`}
<div class="scroll">${markup(plain(drawn.svg))}</div>
`;
}

function repairs(material: ReportMaterial): Html | null {
  const { lists } = material;
  if (!lists || lists.repairs.length === 0) return null;
  return safe`<h2>What would have to go</h2>
<p class="soft">Each line is enough by itself. That a claim is in one does not make it false.</p>
<ul>${
    lists.repairs.map(({ drop, weight }) =>
      safe`<li>without ${
        namedAll(drop, material)
      } <span class="soft">· weight ${formatNumber(weight)}</span></li>\n`
    )
  }</ul>
${!lists.repairsComplete && safe`<p class="soft">There are more.</p>`}
`;
}

function bounds(material: ReportMaterial): Html | null {
  const { bounds, repair } = material;
  if (!bounds || bounds.measure === null || bounds.months.length === 0) {
    return null;
  }
  const dropped = repair?.drop ?? [];
  return safe`<h2>What follows: ${material.measure(bounds.measure)}</h2>
${
    dropped.length > 0 &&
    safe`<p class="soft">The claims disagree; this is without ${
      namedAll(dropped, material)
    }, as the cheapest repair has it.</p>`
  }
<div class="scroll"><table><thead><tr><th scope="col">${
    bounds.counts === "level" ? "At the end of" : bounds.per
  }</th><th scope="col" class="number">at least</th><th scope="col" class="number">at most</th></tr></thead><tbody>
${
    bounds.months.map(({ start, end, low, high }) =>
      safe`<tr><th scope="row">${
        describePeriod(period(start, end))
      }</th><td class="number">${formatNumber(low)}</td><td class="number">${
        high === null ? "open" : formatNumber(high)
      }</td></tr>\n`
    )
  }</tbody></table></div>
`;
}

function claims(material: ReportMaterial): Html {
  return safe`<h2>The claims</h2>
<div class="scroll"><table><thead><tr><th scope="col">Claim</th><th scope="col">As it is read</th><th scope="col">Who says so</th></tr></thead><tbody>
${
    material.intervals.map((row) => {
      const { claim, source } = row;
      const who = [claim.speaker, source?.publisher, source?.published]
        .filter(Boolean).join(", ");
      return safe`<tr><th scope="row"><code>${claim.claim_id}</code></th><td>${
        readWords(row, (id) => material.measure(id))
      }${
        claim.wording && safe`<br><q dir="auto">${claim.wording}</q>`
      }</td><td>${who}</td></tr>\n`;
    })
  }</tbody></table></div>
`;
}

/**
 * What the workbench shows as a page by itself, which runs nothing and fetches
 * nothing.
 *
 * @example
 * ```ts
 * import { reportOf } from "./report_page.ts";
 * import assert from "node:assert/strict";
 *
 * const html = reportOf({
 *   title: "A & B",
 *   sentence: "2 claims: all of them can be true together.",
 *   intervals: [],
 *   command: "deno task reconcile FOLDER --json",
 *   measure: (id) => id,
 *   label: (id) => id,
 * });
 * assert.match(html, /<h1>A &#38; B<\/h1>/);
 * ```
 */
export function reportOf(material: ReportMaterial): string {
  const { title, sentence, slack, verdict, command } = material;
  const body = safe`<h1>${title}</h1>
<p class="verdict">${sentence}</p>
${
    verdict && !verdict.consistent && slack &&
    safe`<p>They would agree if every bound gave by ${
      formatPercent(slack.slack)
    }${slack.certain ? "" : " at the most"}.</p>\n`
  }${conflicts(material)}${repairs(material)}${bounds(material)}${
    claims(material)
  }<footer><p class="soft">Made with Tallystick. Results hold if the claims are taken as stated; that a claim is in a conflict does not make it false. The dataset’s folder gives the same with <code>${command}</code></p></footer>
`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe`${title}`}</title>
<style>${STYLE}</style>
</head>
<body>
${body}</body>
</html>
`;
}
