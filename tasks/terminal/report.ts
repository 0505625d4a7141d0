import { period } from "../../lib/quantity/period.ts";
import { describePeriod } from "../../lib/quantity/describe_period.ts";
import { formatNumber } from "../../lib/quantity/phrase.ts";
import type { Reconciliation } from "../../lib/reconcile/reconciliation.ts";
import type { BoundsJson } from "../../lib/reconcile/result.ts";
import type { ReconcileOptions } from "../../lib/reconcile/tables.ts";
import { clean, cleanSentence } from "./clean.ts";
import { columns, wrap } from "./layout.ts";
import type { Paint } from "./paint.ts";

const WIDTH = 88;

/** How many conflicts are told in full. */
const TOLD = 12;

function plural(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/** What an analyst assumed, a line each. */
function assumptions(options: ReconcileOptions): string[] {
  const lines: string[] = [];
  const say = (what: string, list: readonly string[] | undefined) => {
    if (list?.length) {
      lines.push(`${what} ${list.map((x) => clean(x)).join(", ")}`);
    }
  };
  say("Only the collections", options.collections);
  say("Known by", options.knownBy ? [options.knownBy] : []);
  say("Without the claims", options.without);
  say("Without the sources", options.withoutSources);
  for (const [claim, reading] of Object.entries(options.reading ?? {})) {
    lines.push(`${clean(claim)} in its reading ${clean(reading)}`);
  }
  for (const [a, b] of options.same ?? []) {
    lines.push(`Assumed: ${clean(a)} is the same as ${clean(b)}`);
  }
  if (options.echoes) lines.push("Echoes of one origin counted once");
  if (options.width !== undefined) lines.push(`At width ${options.width}`);
  return lines;
}

function verdict(result: Reconciliation, paint: Paint): string[] {
  const n = plural(result.modelled.length, "claim");
  if (result.consistent) {
    return [paint.green(`${n}: all of them can be true together.`)];
  }
  const percent = (result.slack * 100).toPrecision(3).replace(/\.?0+$/, "");
  return [
    paint.red(`${n}: they cannot all be true.`),
    `They would agree if every bound gave by ${percent}%.`,
  ];
}

function conflicts(result: Reconciliation, paint: Paint): string[] {
  const all = result.conflicts;
  if (result.consistent) return [];
  const more = result.conflictsComplete ? "" : " or more";
  const lines = [
    "",
    paint.bold(`${plural(all.length, "conflict")}${more}`),
  ];
  for (const { claims, text } of all.slice(0, TOLD)) {
    lines.push("", wrap(cleanSentence(text), WIDTH, "    ", "  "));
    lines.push(
      paint.dim(
        wrap(claims.map((c) => clean(c)).join(", "), WIDTH, "    "),
      ),
    );
  }
  if (all.length > TOLD) {
    lines.push("", `  … and ${all.length - TOLD} more (--json lists them)`);
  }
  return lines;
}

function repairs(result: Reconciliation, paint: Paint): string[] {
  if (result.consistent) return [];
  const { drop, weight, certain } = result.cheapestRepair;
  const title = certain
    ? "The cheapest repair"
    : "A cheap repair (the time ran out before it was known to be the cheapest)";
  const lines = ["", paint.bold(title)];
  for (const id of drop) lines.push(`  leave out ${clean(id)}`);
  const more = result.repairsComplete ? "" : " or more";
  lines.push(
    paint.dim(
      `  weight ${formatNumber(weight)}; ${
        plural(result.repairs.length, "repair")
      }${more} in all`,
    ),
  );
  const blamed = result.blame.filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share).slice(0, 6);
  lines.push("", paint.bold("Share of the repairs that leave a claim out"));
  lines.push(
    ...columns(
      blamed.map((
        b,
      ) => [`  ${clean(b.claim)}`, `${Math.round(b.share * 100)}%`]),
    ),
  );
  return lines;
}

function bounds(result: Reconciliation, paint: Paint): string[] {
  const { span } = result;
  if (!span) return [];
  const year = span.end.slice(0, 4);
  const months = result.monthly().filter((row) => row.start.startsWith(year));
  const title = result.consistent
    ? `What follows for ${year}`
    : `What follows for ${year}, after the cheapest repair`;
  const lines = ["", paint.bold(title)];
  const open: string[] = [];
  for (const measure of result.measures) {
    const own = months.filter((row) => row.measure === measure);
    if (own.every((row) => row.low === 0 && row.high === null)) {
      open.push(clean(measure));
      continue;
    }
    const row = (b: BoundsJson, name: string) => [
      `    ${name}`,
      formatNumber(b.low),
      b.high === null ? "open" : formatNumber(b.high),
    ];
    const first = own[0]!;
    const last = own.at(-1)!;
    const whole = result.bounds(measure, first.start, last.end);
    const name = (b: BoundsJson) => describePeriod(period(b.start, b.end));
    lines.push(`  ${clean(measure)}`);
    lines.push(
      ...columns([
        ["", "at least", "at most"],
        ...own.map((b) => row(b, name(b))),
        row(whole, "together"),
      ]),
    );
  }
  if (open.length > 0) {
    lines.push(
      paint.dim(wrap(`Nothing follows for ${open.join(", ")}.`, WIDTH, "  ")),
    );
  }
  return lines;
}

/** A result as a report to read in a terminal. */
export function report(
  result: Reconciliation,
  options: ReconcileOptions,
  paint: Paint,
): string {
  return [
    ...verdict(result, paint),
    ...assumptions(options).map((line) => paint.dim(line)),
    ...conflicts(result, paint),
    ...repairs(result, paint),
    ...bounds(result, paint),
    "",
    paint.dim(
      wrap(
        "All of this takes registers never to be revised downward: a count over a period is a sum of flow that is never negative.",
        WIDTH,
      ),
    ),
  ].join("\n");
}
