import type { UncountedSpan } from "../../analysis/uncounted_spans.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { byId, type EntryGroup } from "../claims/entry.ts";
import { isAnswered } from "../claims/findings.ts";
import { describeRange } from "../claims/range.ts";
import { verdictLine } from "../claims/verdict_line.ts";
import { agreement } from "./agreement.ts";
import { asideWords } from "./aside_words.ts";
import { besideWords } from "./beside_words.ts";
import { contradiction } from "./contradiction.ts";
import { allOf, countOf, some } from "../claims/count_words.ts";
import { flipWords } from "./flip_words.ts";
import { whereTheyStand } from "./stands.ts";
import { briefly, nameOf } from "../claims/who_says.ts";
import { whoseWord } from "./whose_word.ts";

/** How many spans that nobody counted are told. */
const SPANS = 5;

/** How many claims that are left out for it are named. */
const LEFT_OUT = 3;

/** "at most 62,128", "40,350 to 61,450": what is left of a count. */
function left({ low, high }: { low: number; high: number | null }): string {
  return low === 0 && high !== null
    ? `at most ${formatNumber(high)}`
    : describeRange({ low, high }, "total");
}

function room({ low, high }: { low: number; high: number | null }): number {
  return high === null ? Infinity : high - low;
}

/** What follows for spans that no claim counts. */
function follows({ findings, entries }: EntryGroup): Html | null {
  const spans = (findings.uncounted ?? []).slice(0, SPANS);
  const [first] = spans;
  if (!first) return null;
  const of = byId(entries);
  const without = ({ without: ids }: UncountedSpan) =>
    ids.length > 0 &&
    safe`, with ${
      ids.length > LEFT_OUT
        ? safe`<a href="conflicts.html">${countOf(ids.length, "claim")}</a>`
        : allOf(ids.flatMap((id) => of.get(id) ?? []).map(briefly))
    } left out`;
  const labels = new Map(
    entries.map(({ claim, measure }) => [claim.measure, measure?.label]),
  );
  const alike = spans.every((span) =>
    span.without.join() === first.without.join()
  );
  // Of several registers the one that leaves least open.
  const official = ({ measure, start, end }: UncountedSpan) =>
    (findings.official ?? []).filter((one) =>
      one.measure === measure && one.start === start && one.end === end
    ).sort((a, b) => room(a) - room(b)).slice(0, 1);
  return safe`No claim counts these by themselves; all together they imply${
    alike && without(first)
  }:<ul>${
    spans.map((span) =>
      safe`<li><bdi>${labels.get(span.measure) ?? span.measure}</bdi>, ${
        describePeriod(period(span.start, span.end))
      }: <strong>${left(span)}</strong>${!alike && without(span)}${
        official(span).map((one) =>
          safe`; by the official figures of <bdi>${one.name}</bdi> ${left(one)}`
        )
      }</li>`
    )
  }</ul>`;
}

/** What the claims leave open. */
function unknown({ findings, entries }: EntryGroup): Html {
  const unsaid = entries.filter(({ claim }) =>
    claim.kind !== "none" && claim.status === "unverified"
  );
  const labels = new Map(
    entries.map(({ claim, measure }) => [claim.measure, measure?.label]),
  );
  const open = findings.open ?? [];
  const parts = [
    open.length > 0 &&
    safe`Nothing that is said sets an upper limit on: ${
      some(open.map((id) => safe`<bdi>${labels.get(id) ?? id}</bdi>`))
    }.`,
    unsaid.length > 0 &&
    safe`The sources do not tell where ${countOf(unsaid.length, "number")} ${
      unsaid.length === 1 ? "comes" : "come"
    } from: ${some(unsaid.map(nameOf))}.`,
    "That numbers can be true together does not make any of them true, and none is judged by who published it.",
  ].filter((part) => part !== false);
  return safe`${parts.map((part, i) => safe`${i > 0 && " "}${part}`)}`;
}

function row(name: string, what: Html | null): Html | null {
  return what && safe`<div><dt>${name}</dt><dd>${what}</dd></div>
`;
}

/**
 * The answer of a collection, for the first page: whether it agrees, who
 * contradicts whom and by how much, what would change that, which numbers fit
 * official figures, what follows for what nobody counted, by whose word the
 * numbers in dispute are, what was set aside, what is not known, and where the
 * numbers stand. Every number is one of the findings'. Nothing where nothing was
 * worked out.
 *
 * @param all All collections, of which it tells what was set aside.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "../claims/entry.ts";
 * import { answer } from "./answer.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * assert.equal(answer(reports!), null);
 * ```
 */
export function answer(
  group: EntryGroup,
  all: readonly EntryGroup[] = [group],
): Html | null {
  const { findings } = group;
  if (!isAnswered(findings)) return null;
  const against = !findings.consistent;
  const named = safe`${row("Do they agree?", agreement(group))}${
    against && row("Who contradicts whom?", contradiction(group))
  }${
    against &&
    row("What would make them agree?", flipWords(group, findings.flips))
  }${row("Do they fit official figures?", besideWords(group))}${
    row("What follows for what nobody counted?", follows(group))
  }${row("How many, by whose word?", whoseWord(group))}${
    row("What is not known?", unknown(group))
  }`;
  return safe`${verdictLine(group)}<dl class="answer">
${named}${row("What was set aside?", asideWords(all))}${
    row(
      "Where do the numbers stand?",
      whereTheyStand(named.markup, group.entries),
    )
  }</dl>
`;
}
