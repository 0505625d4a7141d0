import { at, count, el, fill } from "../../explorer/browser/dom.ts";
import type { Located } from "../check.ts";
import { type Fix, fixesOf, fixWords } from "../fix.ts";
import { columnLabel, TABLE_LABELS } from "../labels.ts";
import { columnOf, type Tables } from "../state.ts";

/** So many problems are listed before the rest is only counted. */
const LISTED = 50;

/** What the list of problems can do. */
export interface ProblemsHost {
  readonly tables: Tables;
  go(problem: Located): void;
  fix(problem: Located, fix: Fix): void;
  /** Takes every fix that is certain. */
  fixAll(): void;
  /** Adds an id to the table in which it was not found. */
  define(table: "measures" | "sources", id: string): void;
}

/** The id that a message says is not in a table of ids. */
function missing(
  { field, table, row }: Located,
  message: string,
  tables: Tables,
): readonly ["measures" | "sources", string] | null {
  const [, name] = /is not in (measures|sources)\.csv/.exec(message) ??
    (field.endsWith("measure") &&
        /is not a measure|not among the measures/.exec(
          message,
        )
      ? ["", "measures"]
      : []);
  const id = columnOf(tables[table], field)[row];
  return name && id ? [name as "measures" | "sources", id] : null;
}

/** Everything that is wrong, each with the way to its cell. */
export function showProblems(
  problems: readonly Located[],
  host: ProblemsHost,
): void {
  const place = at<HTMLDetailsElement>("w-problems");
  place.hidden = problems.length === 0;
  at("w-problems-title").textContent = `${
    count(problems.length, "problem")
  } to put right`;
  const certain = problems.filter((problem) =>
    fixesOf(problem).some((fix) => fix.certain)
  );
  const all = el(
    "button",
    { type: "button", class: "w-fix" },
    `Take all ${count(certain.length, "certain correction")}`,
  );
  all.addEventListener("click", () => {
    host.fixAll();
    at("w-problems-title").focus();
  });
  const rest = problems.length - LISTED;
  fill(
    at("w-problem-list"),
    certain.length > 1 && el("li", { class: "w-all-fixes" }, all),
    problems.slice(0, LISTED).map((problem) => item(problem, host)),
    rest > 0 && el("li", {}, `and ${count(rest, "more", "more")}`),
  );
}

function item(problem: Located, host: ProblemsHost): HTMLElement {
  const { table, row, field, message } = problem;
  const where = [
    TABLE_LABELS[table][0],
    row < 0 ? "the columns" : `row ${row + 1}`,
    field.startsWith("(") ? "" : columnLabel(table, field),
  ].filter(Boolean).join(", ");
  const go = el("button", { type: "button", class: "link" }, where);
  go.addEventListener("click", () => host.go(problem));
  const unknown = missing(problem, message, host.tables);
  const define = unknown && el(
    "button",
    { type: "button", class: "w-fix" },
    `add ${unknown[1]} to ${TABLE_LABELS[unknown[0]][0]}`,
  );
  define?.addEventListener("click", () => {
    host.define(...unknown!);
    at("w-problems-title").focus();
  });
  return el(
    "li",
    {},
    go,
    ": ",
    message,
    " ",
    fixesOf(problem).map((fix) => {
      const button = el(
        "button",
        { type: "button", class: "w-fix" },
        fixWords(fix),
      );
      button.addEventListener("click", () => {
        host.fix(problem, fix);
        at("w-problems-title").focus();
      });
      return button;
    }),
    define,
  );
}
