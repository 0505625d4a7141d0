import { firstDay } from "../../quantity/date.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Unit, unitStart } from "../../quantity/units.ts";
import type { Reconciliation } from "../../reconcile/reconciliation.ts";
import type { BoundsJson } from "../../reconcile/result.ts";
import type { Show } from "../../reconcile/show.ts";
import { whenCounted } from "../../reconcile/proof/when_counted.ts";
import { nameAndId } from "./explanation.ts";
import { columns, wrap } from "./layout.ts";
import type { Paint } from "./paint.ts";

const WIDTH = 88;

/** Of how much is told, where nobody says: the last that has something. */
const WINDOW: Readonly<Record<Unit, Unit | null>> = {
  day: "month",
  week: "year",
  month: "year",
  quarter: null,
  year: null,
};

type Row = Pick<BoundsJson, "start" | "end" | "low" | "high">;

const says = ({ low, high }: Row) => low > 0 || high !== null;

/** The units that are told: those asked for, or the last with something. */
function told(rows: readonly BoundsJson[], show: Show): readonly BoundsJson[] {
  const window = WINDOW[show.per ?? "month"];
  if (show.from || show.to || !window) return rows;
  const last = rows.findLast(says);
  if (!last) return [];
  const start = (row: BoundsJson) => unitStart(firstDay(row.start), window);
  return rows.filter((row) => start(row) === start(last));
}

/** Units in a row of which the same follows, as one. */
function runs(rows: readonly Row[]): { row: Row; units: number }[] {
  const found: { row: Row; units: number }[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.row.low === row.low && last.row.high === row.high) {
      last.row = { ...last.row, end: row.end };
      last.units++;
    } else found.push({ row, units: 1 });
  }
  return found;
}

const alone = (row: Row) => ({ row, units: 1 });

function cells(name: string, { low, high }: Row): string[] {
  return [
    `    ${name}`,
    formatNumber(low),
    high === null ? "open" : formatNumber(high),
  ];
}

/** What follows for the measures that are shown. */
export function boundsLines(
  result: Reconciliation,
  show: Show,
  paint: Paint,
): string[] {
  const by = Map.groupBy(result.boundsEach(), ({ measure }) => measure);
  const lines: string[] = [];
  const nothing = new Map<string, string[]>();
  const over = ({ start, end }: Row) => describePeriod(period(start, end));
  for (const [measure, rows] of by) {
    const name = nameAndId(measure, result.nameOf(measure));
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const own = told(rows, show).some(says) ? told(rows, show) : [];
    const [from, to] = own.length > 0 ? [own[0]!, own.at(-1)!] : [first, last];
    // A level is of single days: over all of them nothing is to be told.
    const level = result.counts(measure) === "level";
    const whole = level
      ? { start: from.start, end: to.end, low: 0, high: null }
      : result.bounds(measure, from.start, to.end);
    if (own.length === 0 && !says(whole)) {
      const span = whenCounted(period(first.start, last.end));
      nothing.set(span, [...nothing.get(span) ?? [], name]);
      continue;
    }
    const table = (level ? own.map(alone) : runs(own)).map(({ row, units }) =>
      cells(`${over(row)}${units > 1 ? ", each" : ""}`, row)
    );
    if (own.length !== 1 && !level) {
      const all = own.length === 0 ? over(whole) : "together";
      table.push(cells(all, whole));
    }
    lines.push(
      ...wrap(name, WIDTH, "    ", "  ").split("\n"),
      ...columns([["", "at least", "at most"], ...table]),
    );
  }
  for (const [span, names] of nothing) {
    const text = `Nothing follows ${span} for ${names.join("; ")}.`;
    lines.push(...wrap(text, WIDTH, "    ", "  ").split("\n").map(paint.dim));
  }
  for (const id of show.measures ?? []) {
    if (by.has(id) || result.measures.includes(id)) continue;
    const name = nameAndId(id, result.nameOf(id));
    lines.push(paint.dim(`  No claim says anything about ${name}.`));
  }
  if (by.size === 0 && result.measures.length > 0 && lines.length === 0) {
    lines.push(paint.dim("  No claim says anything about that time."));
  }
  if (lines.length === 0) return [];
  const title = result.consistent
    ? "What follows"
    : "What follows, without what is left out above";
  return ["", paint.bold(title), ...lines];
}
