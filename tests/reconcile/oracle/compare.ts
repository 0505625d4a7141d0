import { nearest } from "./fraction.ts";
import type { Input, Options } from "./input.ts";
import { Oracle } from "./oracle.ts";
import { checkProof, type ConflictJson } from "./proof.ts";

/** The contract's JSON, as far as it is compared. */
export interface ResultJson {
  readonly version: number;
  readonly consistent: boolean;
  readonly slack: number;
  readonly claims: readonly {
    claim: string;
    reading: string;
    low: number;
    high: number | null;
    implied_low: number | null;
    implied_high: number | null;
  }[];
  readonly conflicts: readonly ConflictJson[];
  readonly conflicts_complete: boolean;
  readonly repairs: readonly { drop: string[]; weight: number }[];
  readonly repairs_complete: boolean;
  readonly bounds: readonly {
    measure: string;
    start: string;
    end: string;
    low: number;
    high: number | null;
  }[];
  readonly bounds_without: readonly string[];
}

/** A field in which an engine's answer and the oracle's part. */
export interface Mismatch {
  readonly field: string;
  readonly engine: unknown;
  readonly oracle: unknown;
}

/** Where an engine's answer is not what trying every subset gives. */
export function compare(
  input: Input,
  options: Options,
  result: ResultJson,
): Mismatch[] {
  const oracle = new Oracle(input, options);
  const found: Mismatch[] = [];
  const check = (field: string, engine: unknown, own: unknown) => {
    if (JSON.stringify(engine) !== JSON.stringify(own)) {
      found.push({ field, engine, oracle: own });
    }
  };
  check("version", result.version, 2);
  check("consistent", result.consistent, oracle.consistent);
  const slack = nearest(oracle.slack());
  if (!(Math.abs(result.slack - slack) <= 1e-6)) {
    check("slack", result.slack, slack);
  }
  check(
    "claims",
    result.claims.map(({ claim, reading, low, high }) => [
      claim,
      reading,
      low,
      high,
    ]),
    oracle.said.map(({ id, reading, low, high }) => [
      id,
      reading,
      nearest(low),
      Oracle.number(high),
    ]),
  );
  oracle.said.forEach(({ id }, i) => {
    const { low, high } = oracle.implied(i);
    const told = result.claims[i];
    check(
      `implied for ${id}`,
      [told?.implied_low, told?.implied_high],
      [Oracle.number(low), Oracle.number(high)],
    );
  });
  check(
    "conflicts",
    result.conflicts.map(({ claims }) => claims),
    oracle.conflicts(),
  );
  check("conflicts_complete", result.conflicts_complete, true);
  check("repairs_complete", result.repairs_complete, true);
  const repairs = oracle.repairs();
  check(
    "repairs",
    result.repairs.map(({ drop, weight }) => [drop, weight]),
    // Nothing to repair: no repair rather than an empty one.
    oracle.consistent
      ? []
      : repairs.map(({ drop, weight }) => [drop, nearest(weight)]),
  );
  check("bounds_without", result.bounds_without, repairs[0]?.drop);
  const bound = (b: ResultJson["bounds"][number]) =>
    [`${b.measure} ${b.start} ${b.end}`, [b.low, b.high]] as const;
  const engine = new Map(result.bounds.map(bound));
  for (const b of oracle.bounds()) {
    const [key, own] = bound({
      ...b,
      low: nearest(b.low!),
      high: Oracle.number(b.high),
    });
    check(`bounds of ${key}`, engine.get(key), own);
    engine.delete(key);
  }
  check("further bounds", [...engine.keys()], []);
  for (const conflict of result.conflicts) {
    const wrong = checkProof(input, conflict, options);
    check(`proof of ${conflict.claims.join(", ")}`, wrong, []);
  }
  return found;
}
