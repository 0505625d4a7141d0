import { type Day, dayOf } from "./day.ts";
import { order } from "./fraction.ts";
import { type Input, renamed, type ToTheLetter } from "./input.ts";
import { levelsOf } from "./parts.ts";
import { chosen, type Statement, statementOf } from "./statement.ts";
import type { Claim, Reading } from "../../../lib/quantity/claim.ts";

/** A claim that is set aside, by which, and why. */
export interface Aside {
  readonly claim: string;
  readonly by: string | null;
  readonly why: "corrected" | "superseded" | "vintage" | "revised";
}

/** The last day of a cell that may be a year. */
export function lastOf(cell: string): Day {
  return /^\d{4}$/.test(cell) ? dayOf(`${cell}-12`, "end") : dayOf(cell, "end");
}

/** The days that a reading names, whatever is made of it. */
function daysOf(said: Reading, statement: Statement | null): unknown[] {
  if (statement) {
    const [start, end] = [said.of_start, said.of_end];
    const unstated = said.kind === "highest" || said.kind === "lowest";
    return [
      statement.count,
      statement.of,
      unstated ? [dayOf(start!, "start"), dayOf(end!, "end")] : null,
    ];
  }
  const day = (cell: string | null | undefined, side: "start" | "end") =>
    cell ? dayOf(cell, side) : null;
  return [
    said.measure,
    day(said.start, "start"),
    day(said.end, "end"),
    day(said.of_start, "start"),
    day(said.of_end, "end"),
  ];
}

/** What is set aside among some claims, in file order. */
export function setAside(
  input: Input,
  options: ToTheLetter,
  claims: readonly Claim[],
): Aside[] {
  if (options.vintages === "all") return [];
  const found = new Map<string, Aside>();
  const put = (claim: string, by: string, why: Aside["why"]) => {
    if (!found.has(claim)) found.set(claim, { claim, by, why });
  };
  for (const { claim_id } of claims) {
    for (const other of claims) {
      const row = input.relations?.find(({ from, relation, to }) =>
        from === other.claim_id && to === claim_id &&
        (relation === "corrects" || relation === "supersedes")
      );
      if (!row) continue;
      const why = row.relation === "corrects" ? "corrected" : "superseded";
      put(claim_id, other.claim_id, why);
    }
  }

  const levels = levelsOf(input, options);
  const rename = (id: string) => renamed(options, id, input);
  const dayOfClaim = (claim: Claim): Day | null => {
    if (claim.as_of) return lastOf(claim.as_of);
    const source = input.sources?.find((s) => s.source_id === claim.source_id);
    return source?.published ? lastOf(source.published) : null;
  };
  const plain: ToTheLetter = { ...options, width: 1 };
  const rows = claims.filter(({ series }) => series).map((claim) => {
    const reading = options.reading?.[claim.claim_id] ?? "default";
    const said = chosen(input, claim, reading);
    const statement = statementOf(input, plain, claim, levels);
    const key = JSON.stringify([
      claim.series,
      rename(said.measure),
      said.kind,
      said.per || "month",
      said.spread || "mean",
      said.of_measure && rename(said.of_measure),
      daysOf(said, statement),
    ]);
    return { claim, statement, key, day: dayOfClaim(claim) };
  });
  for (const { claim, key, day } of rows) {
    if (day === null) continue;
    const same = rows.filter((row) => row.key === key && row.day !== null);
    const latest = Math.max(...same.map((row) => row.day!));
    if (day === latest) continue;
    const by = same.find((row) => row.day === latest)!;
    put(claim.claim_id, by.claim.claim_id, "vintage");
  }

  const totals = rows.filter(({ statement, claim }) =>
    statement?.kind === "total" && !found.has(claim.claim_id)
  );
  const ends = [...new Set(totals.map((row) => row.statement!.count.end))]
    .sort((a, b) => b - a);
  for (const end of ends) {
    for (const { claim, statement } of totals) {
      const { count, low } = statement!;
      if (count.end !== end) continue;
      const later = totals.filter((other) => {
        const theirs = other.statement!;
        return other.claim.series === claim.series &&
          !found.has(other.claim.claim_id) &&
          theirs.count.measure === count.measure &&
          theirs.count.start === count.start && theirs.count.end > end &&
          theirs.high !== null && order(low!, theirs.high) > 0;
      });
      if (later.length === 0) continue;
      const nearest = Math.min(...later.map((row) => row.statement!.count.end));
      const by = later.find((row) => row.statement!.count.end === nearest)!;
      put(claim.claim_id, by.claim.claim_id, "revised");
    }
  }
  return claims.flatMap(({ claim_id }) => found.get(claim_id) ?? []);
}
