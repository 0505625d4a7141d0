import { toNumber } from "../../quantity/rational.ts";
import { parseWidth } from "../../quantity/width.ts";
import { formatPercent } from "../../quantity/percent.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import type { Reconciliation } from "../../reconcile/reconciliation.ts";
import type { ReconcileOptions } from "../../reconcile/model/tables.ts";
import { tellAlternatives } from "../../reconcile/proof/tell_alternatives.ts";
import { tellSetAside } from "../../reconcile/proof/tell_set_aside.ts";
import { boundsLines } from "./bounds_lines.ts";
import { clean, cleanSentence } from "./clean.ts";
import { columns, wrap } from "./layout.ts";
import type { Paint } from "./paint.ts";
import { plural } from "./plural.ts";

const WIDTH = 88;

/** How many conflicts, and how many choices of what gives, are told in full. */
const TOLD = 40;

/** How many other claims of a conflict are named. */
const ALSO = 6;

/** Of how many claims the share of repairs is shown. */
const BLAMED = 6;

/** How many claims that are set aside are named. */
const ASIDE = 12;

/** What an analyst assumed, a line each. */
export function assumptions(options: ReconcileOptions): string[] {
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
  if (options.vintages) {
    lines.push("Every vintage taken, as if nobody knew what was replaced");
  }
  if (options.by) {
    lines.push("By origin: a witness is kept or left out with all its claims");
  }
  for (const [status, factor] of Object.entries(options.weights ?? {})) {
    lines.push(
      `Claims that are ${clean(status)} weigh ${factor} times as much`,
    );
  }
  if (options.width !== undefined) {
    const width = toNumber(parseWidth(options.width));
    lines.push(`At width ${formatNumber(width)}`);
  }
  return lines;
}

/** What was set aside, by what; a line where nothing was is not needed. */
export function asideLines(result: Reconciliation, paint: Paint): string[] {
  const told = tellSetAside(result.setAside, result.selected);
  if (!told) return [];
  const some = told.each.slice(0, ASIDE).map((one) => cleanSentence(one));
  const rest = told.each.length - some.length;
  const list = rest > 0 ? [...some, `${rest} more (--json)`] : some;
  const text = `${told.text} (--vintages all takes them): ${list.join("; ")}.`;
  return wrap(text, WIDTH, "  ", "").split("\n").map(paint.dim);
}

function verdict(result: Reconciliation, paint: Paint): string[] {
  const modelled = result.modelled.length;
  const recorded = result.recorded.length;
  if (modelled === 0) {
    return [
      ...asideLines(result, paint),
      recorded === 0
        ? "No claim is selected: there is nothing to reconcile."
        : `No claim is modelled, so that nothing can be said: ${
          plural(recorded, "claim is", "claims are")
        } recorded only (kind none).`,
    ];
  }
  const n = plural(modelled, "claim");
  const lines = [
    result.consistent
      ? paint.green(
        modelled === 1
          ? `${n}: it can be true.`
          : `${n}: all of them can be true together.`,
      )
      : paint.red(
        modelled === 1
          ? `${n}: it cannot be true.`
          : `${n}: they cannot all be true.`,
      ),
  ];
  if (!result.consistent) {
    const most = result.isCertain("slack") ? "" : " at the most";
    lines.push(
      `They would agree if every bound gave by ${
        formatPercent(result.slack)
      }${most}.`,
    );
  }
  lines.push(...asideLines(result, paint));
  for (const { measure, same_as, grounds } of result.sameAs) {
    const why = grounds ? `: ${cleanSentence(grounds)}` : "";
    const text = `Taken as the data has it: ${clean(measure)} is the same as ${
      clean(same_as)
    }${why}`;
    lines.push(paint.dim(wrap(text, WIDTH, "  ", "")));
  }
  if (recorded > 0) {
    lines.push(
      paint.dim(
        `${plural(recorded, "more is", "more are")} recorded and not modelled.`,
      ),
    );
  }
  return lines;
}

/** "a, b and 3 more". */
function someOf(ids: readonly string[]): string {
  const shown = ids.slice(0, ALSO).map((id) => clean(id)).join(", ");
  const rest = ids.length - ALSO;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function conflicts(result: Reconciliation, paint: Paint): string[] {
  const all = result.conflicts;
  if (result.consistent) return [];
  const { told } = result;
  const more = result.conflictsComplete ? "" : " or more";
  const once = told.length === all.length ? "" : `, told as ${told.length}`;
  const lines = [
    "",
    paint.bold(`${plural(all.length, "conflict")}${more}${once}`),
  ];
  const origins = new Map(all.map((c) => [c.claims.join("\n"), c.origins]));
  for (const { claims, text, also } of told.slice(0, TOLD)) {
    lines.push("", wrap(cleanSentence(text), WIDTH, "    ", "  "));
    const spoken = origins.get(claims.join("\n"));
    if (spoken) {
      const names = spoken.map((name) => clean(name)).join(" against ");
      lines.push(wrap(`Witnesses: ${names}`, WIDTH, "    "));
    }
    const ids = claims.map((c) => clean(c)).join(", ");
    const others = also.length > 0 ? `; also with ${someOf(also)}` : "";
    lines.push(
      ...wrap(ids + others, WIDTH, "    ").split("\n").map(paint.dim),
    );
  }
  if (told.length > TOLD) {
    lines.push("", `  … and ${told.length - TOLD} more (--json lists them)`);
  }
  return lines;
}

/** What gives at the least, and which of it the bounds do without. */
function repairs(result: Reconciliation, paint: Paint): string[] {
  if (result.consistent) return [];
  const { drop, drop_origins, weight, certain } = result.cheapestRepair;
  const choices = result.alternatives;
  const several = choices.some(({ options }) => options.length > 1);
  const title = !certain
    ? "What may give (the time ran out before it was known to be the least)"
    : several
    ? "What must give at the least, and where there is a choice"
    : "What must give at the least: the cheapest repair";
  const lines = ["", paint.bold(title)];
  for (const choice of choices.slice(0, TOLD)) {
    const text = `leave out ${cleanSentence(tellAlternatives(choice))}`;
    lines.push(wrap(text, WIDTH, "    ", "  "));
  }
  if (choices.length > TOLD) {
    lines.push(`  … and ${choices.length - TOLD} more (--json lists repairs)`);
  }
  const more = result.repairsComplete ? "" : " or more";
  const dim = (text: string) =>
    lines.push(...wrap(text, WIDTH, "  ").split("\n").map(paint.dim));
  dim(
    `Weight ${formatNumber(weight)}; ${
      plural(result.repairs.length, "repair")
    }${more} in all.`,
  );
  if (several) {
    const sizes = choices.some(({ options }) =>
      options.some((option) => option.length !== options[0]!.length)
    );
    const first = drop_origins
      ? "the fewest witnesses, and of these the first in the order of names"
      : `${sizes ? "the fewest claims, and of these " : ""}the first in the ` +
        "order of ids";
    dim(
      `Several repairs weigh as little. What follows is without ${
        someOf(drop)
      }: ${first}, not the likeliest to be wrong.`,
    );
  }
  const blamed = result.blame.filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share);
  const found = result.repairsComplete ? "" : " found";
  lines.push(
    "",
    paint.bold(`Share of the repairs${found} that leave a claim out`),
  );
  lines.push(
    ...columns(
      blamed.slice(0, BLAMED).map((b) => [
        `  ${clean(b.claim)}`,
        formatPercent(b.share, 2),
      ]),
    ),
  );
  if (blamed.length > BLAMED) {
    lines.push(paint.dim(`  … and ${blamed.length - BLAMED} more`));
  }
  return lines;
}

/** What the time did not suffice for. */
function uncertain(result: Reconciliation, paint: Paint): string[] {
  const lines = [
    ...result.isCertain("slack") ? [] : ["the bounds may have to give less"],
    ...result.isCertain("conflicts")
      ? []
      : ["there may be more conflicts and repairs than these"],
    ...result.isCertain("cheapest") ? [] : ["a cheaper repair may do"],
    ...result.isCertain("bounds") || !result.isCertain("cheapest")
      ? []
      : ["some of what follows may be tighter"],
  ];
  if (lines.length === 0) return [];
  const text = `The time ran out (--seconds): ${lines.join("; ")}.`;
  return ["", paint.red(wrap(text, WIDTH))];
}

/** A result as a report to read in a terminal. */
export function report(
  result: Reconciliation,
  options: ReconcileOptions,
  paint: Paint,
): string {
  // What the rest depends on has the first part of the time.
  void result.conflicts;
  return [
    ...verdict(result, paint),
    ...assumptions(options).map((line) => paint.dim(line)),
    ...conflicts(result, paint),
    ...repairs(result, paint),
    ...boundsLines(result, options.show ?? {}, paint),
    ...uncertain(result, paint),
    "",
    paint.dim(
      wrap(
        "All of this takes registers never to be revised downward: a count over a period is a sum of flow that is never negative.",
        WIDTH,
      ),
    ),
  ].join("\n");
}
