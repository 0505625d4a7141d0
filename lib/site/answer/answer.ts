import type { UncountedSpan } from "../../analysis/uncounted_spans.ts";
import { tellSetAside } from "../../reconcile/proof/tell_set_aside.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import type { EntryGroup } from "../claims/entry.ts";
import { describeRange } from "../claims/range.ts";
import { isAnswered } from "../claims/findings.ts";
import { contradiction } from "./contradiction.ts";
import { claimLink } from "../claims/claim_link.ts";
import { countOf, some } from "./count_words.ts";
import { flipWords } from "./flip_words.ts";

/** How many spans that nobody counted are told. */
const SPANS = 5;

/** What fits together, and what was set aside before. */
function fits({ findings, entries }: EntryGroup): Html {
  const { consistent, conflictsComplete, claims, found, setAside } = findings;
  const aside = tellSetAside(setAside, entries.length);
  const told = aside &&
    safe` <a href="conflicts.html">${aside.text}</a>.`;
  const all = `${countOf(claims.length, "claim")} that ${
    claims.length === 1 ? "states" : "state"
  } a number or a comparison`;
  if (consistent) return safe`All ${all} can be true together.${told}`;
  const alone = claims.length - new Set(found.flat()).size;
  if (!conflictsComplete) {
    return safe`The ${all} contradict each other in more ways than are listed.${told}`;
  }
  return safe`${alone === 0 ? "None" : formatNumber(alone)} of the ${all} ${
    alone === 1 ? "contradicts" : "contradict"
  } no other.${told}`;
}

/** "at most 62,128", "40,350 to 61,450": what is left of a count. */
function left({ low, high }: UncountedSpan): string {
  return low === 0 && high !== null
    ? `at most ${formatNumber(high)}`
    : describeRange({ low, high }, "total");
}

function without(ids: readonly string[]): Html | null {
  return ids.length === 0
    ? null
    : safe`, with ${some(ids.map(claimLink))} left out`;
}

/** What follows for spans that no claim counts. */
function follows({ findings, entries }: EntryGroup): Html | null {
  const spans = (findings.uncounted ?? []).slice(0, SPANS);
  const [first] = spans;
  if (!first) return null;
  const labels = new Map(
    entries.map(({ claim, measure }) => [claim.measure, measure?.label]),
  );
  const alike = spans.every((span) =>
    span.without.join() === first.without.join()
  );
  return safe`No claim counts these by themselves; all together they imply${
    alike && without(first.without)
  }:<ul>${
    spans.map((span) =>
      safe`<li><bdi>${labels.get(span.measure) ?? span.measure}</bdi>, ${
        describePeriod(period(span.start, span.end))
      }: ${left(span)}${!alike && without(span.without)}</li>`
    )
  }</ul>`;
}

/** What the claims leave open. */
function unknown({ findings, entries }: EntryGroup): Html {
  const unmodelled = entries.filter(({ claim }) => claim.kind === "none");
  const unsaid = entries.filter(({ claim }) =>
    claim.kind !== "none" && claim.status === "unverified"
  );
  const labels = new Map(
    entries.map(({ claim, measure }) => [claim.measure, measure?.label]),
  );
  const open = findings.open ?? [];
  const parts = [
    open.length > 0 &&
    safe`Nothing that is said limits from above: ${
      some(open.map((id) => safe`<bdi>${labels.get(id) ?? id}</bdi>`))
    }.`,
    unsaid.length > 0 &&
    safe`Of ${
      countOf(unsaid.length, "claim")
    } the source does not tell where the number comes from: ${
      some(unsaid.map(({ claim }) => claimLink(claim.claim_id)))
    }.`,
    unmodelled.length > 0 &&
    safe`${countOf(unmodelled.length, "claim")} ${
      unmodelled.length === 1 ? "is" : "are"
    } recorded without being reckoned with.`,
    "That a number is possible beside the others does not make it true.",
  ].filter((part) => part !== false);
  return safe`${parts.map((part, i) => safe`${i > 0 && " "}${part}`)}`;
}

function row(name: string, what: Html | null): Html | null {
  return what && safe`<div><dt>${name}</dt><dd>${what}</dd></div>
`;
}

/**
 * The answer of a collection, for the first page: what fits together, what
 * cannot all be true, what would change that, what follows for what nobody
 * counted, and what is not known. Every number is one of the findings'.
 * Nothing where nothing was worked out.
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
export function answer(group: EntryGroup): Html | null {
  const { findings } = group;
  if (!isAnswered(findings)) return null;
  const against = !findings.consistent;
  return safe`<dl class="answer">
${row("What fits together", fits(group))}${
    against && row("What cannot all be true", contradiction(group))
  }${
    against && row("What would change that", flipWords(group, findings.flips))
  }${row("What follows", follows(group))}${
    row("What is not known", unknown(group))
  }</dl>
`;
}
