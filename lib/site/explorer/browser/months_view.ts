import { cumulativeCorridors } from "../../../chart/cumulative_corridors.ts";
import { claimMarks } from "../../../chart/bounds_marks.ts";
import { monthlyBounds } from "../../../chart/monthly_bounds.ts";
import { forEach } from "../../../chart/unit_words.ts";
import { claimIntervals } from "../../../dataset/intervals.ts";
import type { BoundsPart, CorridorPart } from "../answers.ts";
import type { ExplorerData } from "../data.ts";
import { boundWords, claimsOf } from "../proof_words.ts";
import { describePeriod } from "../../../quantity/describe_period.ts";
import { period } from "../../../quantity/period.ts";
import { formatNumber } from "../../../quantity/phrase.ts";
import type { BoundsJson } from "../../../reconcile/result.ts";
import { showChart } from "./chart_view.ts";
import { at, el, fill } from "./dom.ts";
import type { Drawings } from "./drawings.ts";
import type { Marks } from "./marks.ts";
import type { Names } from "./names.ts";
import { showProof } from "./proof_panel.ts";
import type { Solver } from "./solver.ts";

/** How many months or other units are listed. */
const LISTED = 1500;

/** What the months are shown with. */
export interface MonthsContext {
  readonly names: Names;
  readonly marks: Marks;
  readonly solver: Solver;
  readonly drawings: Drawings;
  /** The claims as they are read. */
  readonly data: ExplorerData;
  /** The width of hedges. */
  readonly width: string;
}

function name({ start, end }: BoundsJson): string {
  return describePeriod(period(start, end));
}

/** Proves one month and marks it. */
async function prove(
  month: BoundsJson,
  { names, marks, solver }: MonthsContext,
): Promise<void> {
  const { measure, start, end } = month;
  for (const button of at("x-months").querySelectorAll("[aria-pressed]")) {
    button.setAttribute(
      "aria-pressed",
      String(button.getAttribute("data-month") === start),
    );
  }
  const proof = await solver.prove(measure, start, end);
  const { low, high } = boundWords(proof, (id) => names.measure(id));
  showProof(
    at("x-month-proof"),
    `${name(month)}: ${names.measure(measure)}`,
    [{ name: "At least", words: low }, { name: "At most", words: high }],
    proof.without,
    names,
  );
  marks.show(claimsOf(low, high));
}

function monthRow(month: BoundsJson, context: MonthsContext): HTMLElement {
  const button = el("button", {
    type: "button",
    class: "tell",
    "data-month": month.start,
    "aria-pressed": "false",
  }, name(month));
  const row = el(
    "tr",
    {},
    el("th", { scope: "row" }, button),
    el("td", { class: "number" }, formatNumber(month.low)),
    el(
      "td",
      { class: "number" },
      month.high === null ? "open" : formatNumber(month.high),
    ),
  );
  const show = () => void prove(month, context);
  row.addEventListener("mouseenter", show);
  button.addEventListener("focus", show);
  button.addEventListener("click", show);
  return row;
}

/** Pointing at the band is pointing at its month. */
function tieBand(
  place: Element,
  months: readonly BoundsJson[],
  context: MonthsContext,
): void {
  // Neighbours of which the same follows share a mark, and its name.
  const runs = new Map<string, BoundsJson[]>();
  let run: BoundsJson[] = [];
  for (const month of months) {
    const first = run[0];
    if (first && first.low === month.low && first.high === month.high) {
      run.push(month);
    } else run = [month];
    if (run.length === 1) runs.set(month.start, run);
  }
  const byName = new Map(
    [...runs.values()].map((run) => [
      describePeriod(period(run[0]!.start, run.at(-1)!.end)),
      run,
    ]),
  );
  for (const title of place.querySelectorAll("rect > title")) {
    const words = (title.textContent ?? "").replace(/^each \w+ from /, "")
      .split(": ")[0]!;
    const run = byName.get(words);
    if (!run) continue;
    const mark = title.parentElement!;
    mark.addEventListener("mousemove", (event) => {
      const { left, width } = mark.getBoundingClientRect();
      const share = Math.min(
        0.999,
        Math.max(0, (event.clientX - left) / width),
      );
      const month = run[Math.floor(share * run.length)]!;
      if (mark.getAttribute("data-shown") === month.start) return;
      for (const other of place.querySelectorAll("[data-shown]")) {
        other.removeAttribute("data-shown");
      }
      mark.setAttribute("data-shown", month.start);
      void prove(month, context);
    });
  }
}

/** The band of monthly bounds and its table. */
export function showMonths(
  { measure, months, per, counts, refused }: BoundsPart,
  context: MonthsContext,
): void {
  const { names, marks, data, width } = context;
  at("x-months-section").hidden = measure === null;
  if (measure === null) return;
  const shown = { per, level: counts === "level" };
  const title = `What follows ${forEach(shown)}`;
  at("x-months-title").textContent = title;
  at("x-months-unit").textContent = shown.level
    ? "At the end of"
    : `${per[0]!.toUpperCase()}${per.slice(1)}`;
  const rest = months.length - LISTED;
  const note = refused ??
    (months.length === 0
      ? "No claim of this count says anything about that time."
      : rest > 0
      ? `${
        formatNumber(rest)
      } more are not listed: choose days or a longer unit.`
      : "");
  at("x-months-note").textContent = note;
  at("x-months-note").hidden = note === "";
  fill(
    at("x-months"),
    months.slice(0, LISTED).map((month) => monthRow(month, context)),
  );
  fill(
    at("x-month-proof"),
    el(
      "p",
      { class: "soft" },
      `Point at a ${
        shown.level ? "day" : per
      }: why it lies between its bounds stands here, and the claims that say so are marked.`,
    ),
  );
  context.drawings.later("months", () => {
    const rows = claimIntervals({ folder: "", ...data }, { width })
      .filter(({ claim }) => claim.measure === measure);
    const chart = monthlyBounds({
      name: names.measure(measure),
      bounds: months,
      per,
      counts,
      ...claimMarks(rows, shown),
    }, { title: `${title} from the claims switched on` });
    const place = at("x-months-chart");
    showChart(place, chart, names);
    tieBand(place, months, context);
    marks.refresh();
  });
}

/** The corridor of the running total. */
export function showCorridor(
  { starts, since, corridor }: CorridorPart,
  { names, marks, drawings }: MonthsContext,
): void {
  at("x-corridor-section").hidden = corridor === null;
  if (!corridor || since === null) return;
  const select = at<HTMLSelectElement>("x-since");
  fill(
    select,
    starts.map((start) =>
      el("option", { value: start, selected: start === since }, start)
    ),
  );
  select.value = since;
  drawings.later("corridor", () => {
    const chart = cumulativeCorridors([corridor], {
      title: "What follows for the running total",
    });
    showChart(at("x-corridor-chart"), chart, names);
    marks.refresh();
  });
}
