import type { Claim, Source } from "../../quantity/claim.ts";
import { lastDay, lastDayOrYear } from "../../quantity/date.ts";
import { InputError, unknownId } from "./input_error.ts";
import type { ReconcileOptions } from "./tables.ts";

/** The last day a source may have appeared on; `null` where it has no date. */
export function publishedBy(source: Source | undefined): number | null {
  if (!source?.published) return null;
  try {
    return lastDayOrYear(source.published);
  } catch (error) {
    throw new InputError(
      `source '${source.source_id}': ${(error as Error).message}`,
    );
  }
}

function check(
  what: string,
  wanted: readonly string[] | undefined,
  known: () => Iterable<string | null | undefined>,
): Set<string> {
  if (!wanted?.length) return new Set();
  const ids = new Set<string>();
  for (const id of known()) {
    // The empty one is not offered; who asks for it means what has none.
    if (id || (id === "" && wanted.includes(""))) ids.add(id);
  }
  for (const id of wanted) if (!ids.has(id)) throw unknownId(what, id, ids);
  return new Set(wanted);
}

/**
 * The claims that an analysis keeps: those of the wanted collections, known by
 * a date, and not left out by claim or source. A month of publication means
 * its last day; a source without a date, or none, is left out where a date is
 * asked for. The collection `""` is that of the claims without one.
 *
 * @throws {InputError} When an option names an id that is not in the data.
 */
export function selectClaims(
  claims: readonly Claim[],
  sources: ReadonlyMap<string, Source>,
  options: ReconcileOptions,
): Claim[] {
  const collections = check("collection", options.collections, () => [
    ...claims.map((c) => c.collection ?? ""),
    ...[...sources.values()].map((s) => s.collection),
  ]);
  const without = check(
    "claim",
    options.without,
    () => claims.map((c) => c.claim_id),
  );
  const withoutSources = check("source", options.withoutSources, () => [
    ...sources.keys(),
    ...claims.map((c) => c.source_id),
  ]);
  let knownBy: number | undefined;
  if (options.knownBy !== undefined) {
    try {
      knownBy = lastDay(options.knownBy);
    } catch (error) {
      throw new InputError(`knownBy: ${(error as Error).message}`);
    }
  }
  return claims.filter((claim) => {
    if (collections.size && !collections.has(claim.collection ?? "")) {
      return false;
    }
    if (without.has(claim.claim_id)) return false;
    const source = claim.source_id ?? "";
    if (withoutSources.has(source)) return false;
    if (knownBy === undefined) return true;
    const published = publishedBy(sources.get(source));
    return published !== null && published <= knownBy;
  });
}
