import { blameChart } from "../../../chart/blame_chart.ts";
import { conflictsOf } from "../../../chart/conflict.ts";
import { conflictDiagram } from "../../../chart/conflict_diagram.ts";
import type { ClaimInterval } from "../../../dataset/intervals.ts";
import type { ListsPart, RepairPart } from "../answers.ts";
import { claimsOf, conflictWords } from "../proof_words.ts";
import { formatNumber } from "../../../quantity/phrase.ts";
import type { ConflictJson } from "../../../reconcile/result.ts";
import { showChart } from "./chart_view.ts";
import type { ToldConflict } from "../../../reconcile/proof/tell_conflicts.ts";
import { at, type Child, count, el, fill, listed } from "./dom.ts";
import type { Marks } from "./marks.ts";
import type { Names } from "./names.ts";
import { showProof } from "./proof_panel.ts";

/** How many conflicts and repairs are listed before the rest is folded. */
const LISTED = 12;

/** How many conflicts are drawn. */
const DRAWN = 5;

/** What the lists are shown with. */
export interface ListsContext {
  readonly names: Names;
  readonly marks: Marks;
  /** The claims as they are read, with their intervals. */
  readonly intervals: readonly ClaimInterval[];
}

function choose(list: Element, chosen: Element): void {
  for (const button of list.querySelectorAll("[aria-pressed]")) {
    button.setAttribute("aria-pressed", String(button === chosen));
  }
}

function conflictItem(
  told: ToldConflict,
  index: number,
  conflicts: readonly ConflictJson[],
  { names, marks }: ListsContext,
): HTMLElement {
  const button = el("button", {
    type: "button",
    class: "tell",
    "aria-pressed": "false",
  }, told.text);
  const item = el(
    "li",
    {},
    button,
    el(
      "p",
      { class: "soft" },
      ...listed(told.claims.map((id) => names.link(id))),
      ...alsoWith(told.also, names),
    ),
  );
  const show = () => {
    choose(at("x-conflicts"), button);
    // The sum of the first that it stands for: that of the claims told, if any.
    const all = told.conflicts.map((i) => conflicts[i]!);
    const own = all.find(({ claims }) => sameIds(claims, told.claims));
    const conflict = own ?? all[0];
    if (!conflict) {
      marks.show(told.claims);
      fill(
        at("x-conflict-proof"),
        el("h3", {}, `Conflict ${index + 1}`),
        el(
          "p",
          { class: "soft" },
          "The list of conflicts was full before this one: its sum was not worked out.",
        ),
      );
      marks.refresh();
      return;
    }
    const words = conflictWords(conflict, (id) => names.measure(id));
    marks.show(told.claims.length ? told.claims : claimsOf(words));
    showProof(
      at("x-conflict-proof"),
      `Conflict ${index + 1}`,
      [{ name: `Conflict ${index + 1}`, words }],
      [],
      names,
    );
    marks.refresh();
  };
  item.addEventListener("mouseenter", show);
  button.addEventListener("focus", show);
  button.addEventListener("click", show);
  return item;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** How many other claims of a conflict are named. */
const ALSO = 6;

function alsoWith(also: readonly string[], names: Names): Child[] {
  if (also.length === 0) return [];
  const rest = also.length - ALSO;
  return [
    "; also with ",
    ...listed(also.slice(0, ALSO).map((id) => names.link(id))),
    rest > 0 && ` and ${formatNumber(rest)} more`,
  ];
}

/** A list whose tail is folded. */
function folded(
  items: readonly HTMLElement[],
  attributes: Record<string, string>,
): HTMLElement[] {
  const rest = items.slice(LISTED);
  return [
    el("ol", attributes, items.slice(0, LISTED)),
    ...(rest.length === 0 ? [] : [el(
      "details",
      {},
      el("summary", {}, `${formatNumber(rest.length)} more`),
      el("ol", { ...attributes, start: String(LISTED + 1) }, rest),
    )]),
  ];
}

/** Folded away, and drawn when it is opened. */
function drawing(title: string, draw: (place: Element) => void): HTMLElement {
  const place = el("div", {
    class: "chart scroll",
    role: "region",
    tabindex: "0",
    "aria-label": `Chart: ${title}`,
  });
  const details = el("details", { class: "drawing" }, el("summary", {}, title));
  details.addEventListener("toggle", () => {
    if (!details.open || place.isConnected) return;
    details.append(place);
    draw(place);
  });
  return details;
}

/** The conflicts, and a drawing of the first of them. */
export function showConflicts(lists: ListsPart, context: ListsContext): void {
  const { conflicts, told, conflictsComplete: complete } = lists;
  const { names, marks, intervals } = context;
  at("x-conflicts-section").hidden = conflicts.length === 0;
  at("x-conflicts-title").textContent = `${
    count(conflicts.length, "conflict")
  }${complete ? "" : " or more"}${
    told.length === conflicts.length ? "" : `, told as ${told.length}`
  }`;
  fill(
    at("x-conflicts"),
    ...folded(
      told.map((one, i) => conflictItem(one, i, conflicts, context)),
      { class: "told" },
    ),
  );
  fill(
    at("x-conflict-proof"),
    el(
      "p",
      { class: "soft" },
      "Point at a conflict: the sum that shows it stands here, and its claims are marked.",
    ),
  );
  fill(
    at("x-conflicts-drawing"),
    conflicts.length > 0 && drawing("The conflicts as a drawing", (place) => {
      const drawn = conflictsOf({ conflicts, asRead: intervals });
      showChart(place, conflictDiagram(drawn, { most: DRAWN }), names);
      marks.refresh();
    }),
  );
}

/** What would have to go. */
export function showRepairs(
  { repairs, repairsComplete, blame }: ListsPart,
  cheapest: RepairPart,
  { names, marks }: ListsContext,
): void {
  at("x-repairs-section").hidden = repairs.length === 0 &&
    cheapest.drop.length === 0;
  const more = repairsComplete ? "" : " or more";
  at("x-repairs-title").textContent = `${
    count(repairs.length, "repair")
  }${more}`;
  fill(
    at("x-repairs"),
    ...folded(
      repairs.map(({ drop, weight }) =>
        el(
          "li",
          {},
          "without ",
          ...listed(drop.map((id) => names.link(id))),
          el("span", { class: "soft" }, ` · weight ${formatNumber(weight)}`),
        )
      ),
      { class: "repairs" },
    ),
  );
  fill(
    at("x-repairs-drawing"),
    repairs.length > 0 && drawing("The repairs as a drawing", (place) => {
      const chart = blameChart({
        claims: names.claims,
        blame,
        repairs,
        cheapest,
      });
      showChart(place, chart, names);
      marks.refresh();
    }),
  );
}
