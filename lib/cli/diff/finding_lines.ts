import type {
  FindingsDiff,
  LowHigh,
  ToldConflict,
} from "../../diff/compare_findings.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { firstDay, lastDay } from "../../quantity/date.ts";
import { formatPercent } from "../../quantity/percent.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { phraseBetween } from "../../quantity/phrase_bounds.ts";
import type { CheapestRepair } from "../../reconcile/reconciliation.ts";
import type { SetAsideJson } from "../../reconcile/result.ts";
import { clean, cleanSentence } from "../terminal/clean.ts";
import { columns, wrap } from "../terminal/layout.ts";
import type { Paint } from "../terminal/paint.ts";
import { more, TOLD } from "./table_lines.ts";

const WIDTH = 88;

type Section = (diff: FindingsDiff, paint: Paint) => string[];

function list(ids: readonly string[]): string {
  return ids.map((id) => clean(id)).join(", ");
}

function range({ low, high }: LowHigh): string {
  const exactly = low !== null && low === high ? "exactly " : "";
  return exactly + phraseBetween(low, high);
}

const verdict: Section = ({ consistent, slack, modelled }, paint) => {
  const claims = (count: number) =>
    `${formatNumber(count)} claim${count === 1 ? "" : "s"}`;
  const says = (agree: boolean) =>
    agree ? "can all be true" : "cannot all be true";
  const mark = (agree: boolean, text: string) =>
    agree ? paint.green(text) : paint.red(text);
  if (consistent.old !== consistent.new) {
    return [
      `  ${claims(modelled.old)} that ${says(consistent.old)} → ` +
      mark(
        consistent.new,
        `${claims(modelled.new)} that ${says(consistent.new)}`,
      ),
      `  slack ${formatPercent(slack.old)} → ${formatPercent(slack.new)}`,
    ];
  }
  const lines = [
    modelled.old === modelled.new
      ? `  ${claims(modelled.new)} that ${says(consistent.new)}, as before`
      : `  ${claims(modelled.old)} → ${claims(modelled.new)}, which still ${
        says(consistent.new)
      }`,
  ];
  if (Math.abs(slack.old - slack.new) > 1e-6) {
    lines.push(
      `  slack ${formatPercent(slack.old)} → ${formatPercent(slack.new)}`,
    );
  }
  return lines;
};

const aside: Section = ({ set_aside }, paint) => {
  if (set_aside.length === 0) return [];
  const said = (row: SetAsideJson | null) =>
    row === null
      ? "taken"
      : `${row.why}${row.by === null ? "" : ` by ${clean(row.by)}`}`;
  return [
    "",
    paint.bold("What is set aside"),
    ...set_aside.slice(0, TOLD).map((row) =>
      `  ${clean(row.claim)}: ${said(row.old)} → ${said(row.new)}`
    ),
    ...more(set_aside.length),
  ];
};

const intervals: Section = ({ intervals, read }, paint) => {
  if (intervals.length + read.length === 0) return [];
  return [
    "",
    paint.bold("What claims are taken to mean"),
    ...read.slice(0, TOLD).map((row) =>
      `  ${clean(row.claim)}: reading ${clean(row.old)} → ${clean(row.new)}`
    ),
    ...more(read.length),
    ...intervals.slice(0, TOLD).map((row) =>
      `  ${clean(row.claim)}: ${range(row.old)} → ${range(row.new)}`
    ),
    ...more(intervals.length),
  ];
};

function conflictList(
  title: string,
  conflicts: readonly ToldConflict[],
  paint: Paint,
): string[] {
  if (conflicts.length === 0) return [];
  return [
    "",
    paint.bold(`${title} (${conflicts.length})`),
    ...conflicts.slice(0, TOLD).flatMap(({ claims, text }) => [
      wrap(cleanSentence(text), WIDTH, "    ", "  "),
      paint.dim(wrap(list(claims), WIDTH, "    ")),
    ]),
    ...more(conflicts.length),
  ];
}

const conflicts: Section = ({ conflicts }, paint) => {
  const { gone, retold, complete } = conflicts;
  const cut = !complete.old || !complete.new;
  const told = [
    ...conflictList("Conflicts that are gone", gone, paint),
    ...conflictList("New conflicts", conflicts.new, paint),
  ];
  if (retold.length > 0) {
    told.push(
      "",
      paint.bold(`Conflicts with another arithmetic (${retold.length})`),
      ...retold.slice(0, TOLD).flatMap((row) => [
        paint.dim(wrap(list(row.claims), WIDTH, "  ")),
        wrap(cleanSentence(row.old), WIDTH, "      ", "    - "),
        wrap(cleanSentence(row.new), WIDTH, "      ", "    + "),
      ]),
      ...more(retold.length),
    );
  }
  if (told.length > 0 && cut) {
    told.push(
      paint.dim(
        wrap(
          "A list of conflicts was cut: one that is gone or new here may only have moved out of it or into it (--most, --seconds).",
          WIDTH,
          "  ",
        ),
      ),
    );
  }
  return told;
};

function repairText({ drop, weight, certain }: CheapestRepair): string {
  if (drop.length === 0) return "nothing to leave out";
  const sure = certain ? "" : ", not certainly the cheapest";
  return `leave out ${list(drop)} (weight ${formatNumber(weight)}${sure})`;
}

const repair: Section = ({ cheapest_repair: cheapest, repairs }, paint) => {
  const [old, now] = [repairText(cheapest.old), repairText(cheapest.new)];
  const lines = old === now ? [] : [
    "",
    paint.bold(
      "The cheapest repair: of several the fewest claims, then the first by ids",
    ),
    wrap(old, WIDTH, "    ", "  - "),
    wrap(now, WIDTH, "    ", "  + "),
  ];
  const counts = [
    ...repairs.gone.length > 0 ? [`${repairs.gone.length} gone`] : [],
    ...repairs.new.length > 0 ? [`${repairs.new.length} new`] : [],
  ];
  if (counts.length > 0) {
    lines.push(
      ...lines.length === 0 ? [""] : [],
      paint.dim(`  Of all repairs: ${counts.join(", ")} (--json has them)`),
    );
  }
  return lines;
};

type MovedBound = FindingsDiff["bounds"][number] & { readonly units: number };

/** Units of the calendar in a row that moved alike, as one. */
function runs(rows: FindingsDiff["bounds"]): MovedBound[] {
  const same = (a: LowHigh | null, b: LowHigh | null) =>
    a?.low === b?.low && a?.high === b?.high;
  const found: MovedBound[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    const follows = last && last.measure === row.measure &&
      lastDay(last.end) + 1 === firstDay(row.start) &&
      same(last.old, row.old) && same(last.new, row.new);
    if (follows) {
      const units = last.units + 1;
      found[found.length - 1] = { ...last, end: row.end, units };
    } else found.push({ ...row, units: 1 });
  }
  return found;
}

const bounds: Section = ({ bounds }, paint) => {
  if (bounds.length === 0) return [];
  const name = (side: LowHigh | null) => side ? range(side) : "not listed";
  const by = Map.groupBy(runs(bounds), ({ measure }) => measure);
  return [
    "",
    paint.bold("Bounds that moved"),
    ...[...by].flatMap(([measure, rows]) => [
      `  ${clean(measure)}`,
      ...columns(
        rows.slice(0, TOLD).map((row) => {
          const period = { start: firstDay(row.start), end: lastDay(row.end) };
          const each = row.units > 1 ? ", each" : "";
          return [
            `    ${describePeriod(period)}${each}`,
            name(row.old),
            "→",
            name(row.new),
          ];
        }),
      ),
      ...more(rows.length),
    ]),
  ];
};

const readings: Section = ({ readings }, paint) => {
  if (!readings) return [];
  const named = (rows: readonly { claim: string; reading: string }[]) =>
    rows.map(({ claim, reading }) => `${claim}=${reading}`);
  const line = (what: string, ids: readonly string[]) =>
    ids.length > 0 ? [wrap(`${what}: ${list(ids)}`, WIDTH, "    ", "  ")] : [];
  const lines = [
    ...readings.chosen.map((row) =>
      `  ${clean(row.claim)}: best taken as ${clean(row.old)} → ${
        clean(row.new)
      }`
    ),
    ...line("Agree now, in the best choice", readings.agree),
    ...line("Do not agree, even in the best choice", readings.dropped),
    ...line("No longer ruled out", named(readings.possible)),
    ...line("Ruled out now", named(readings.never)),
  ];
  return lines.length > 0 ? ["", paint.bold("Readings"), ...lines] : [];
};

/** What changed in what follows from the claims, line by line. */
export function findingLines(diff: FindingsDiff, paint: Paint): string[] {
  if (!diff.changed) {
    return ["", "Nothing that follows from the claims has changed."];
  }
  return [
    "",
    paint.bold("What follows"),
    ...[verdict, aside, intervals, conflicts, repair, bounds, readings].flatMap(
      (section) => section(diff, paint),
    ),
  ];
}
