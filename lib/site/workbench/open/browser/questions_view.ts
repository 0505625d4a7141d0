import { el, fill } from "../../../explorer/browser/dom.ts";
import { columnLabel, TABLE_LABELS } from "../../labels.ts";
import { contractColumns } from "../../tables.ts";
import { SPAN } from "../match_columns.ts";
import type { Answers, Question, UnderstoodSheet } from "../understand.ts";

/** An answer to a question, or what a column is read as. */
export type Answered = (answers: Answers) => void;

let groups = 0;

/** A question with its choices; the likely one is chosen from the start. */
export function questionView(
  { id, words, choices, likely }: Question,
  answers: Answers,
  answered: Answered,
): HTMLElement {
  const now = answers[id] ?? "";
  const group = `w-open-${id}-${++groups}`;
  if (choices.length === 0) {
    const input = el("input", {
      type: "text",
      autocomplete: "off",
      maxlength: "200",
      "data-question": id,
    });
    input.value = now;
    input.addEventListener("change", () => {
      answered({ ...answers, [id]: input.value.trim() });
    });
    return el(
      "div",
      { class: "question" },
      el("label", { class: "field" }, el("span", {}, words), input),
    );
  }
  return el(
    "fieldset",
    { class: "question" },
    el("legend", {}, words),
    choices.map(({ value, words }) => {
      const radio = el("input", {
        type: "radio",
        name: group,
        value,
        "data-question": id,
      });
      radio.checked = value === now;
      radio.addEventListener("change", () => {
        answered({ ...answers, [id]: value });
      });
      return el(
        "label",
        {},
        radio,
        ` ${words}${value === likely ? " (likely)" : ""}`,
      );
    }),
  );
}

/** What the columns of a sheet are read as, each to be changed. */
export function columnsView(
  { name, table, columns }: UnderstoodSheet,
  number: number,
  answers: Answers,
  answered: Answered,
): HTMLElement | null {
  if (table === null) return null;
  const known = contractColumns(table);
  const choices = [
    ...(table === "claims" ? [[SPAN, "From and to: one date"]] : []),
    ...known.map((column) => {
      const label = columnLabel(table, column);
      return [column, label === column ? label : `${label} (${column})`];
    }),
  ] as [string, string][];
  const [many] = TABLE_LABELS[table];
  return el(
    "details",
    {},
    el("summary", {}, `${name}: ${many}, and what its columns are`),
    el(
      "div",
      { class: "fields" },
      columns.map(({ header, column, how }, i) => {
        const key = `${number}:${i}`;
        const select = el("select", { "data-column": key });
        fill(
          select,
          el("option", { value: "" }, "a column of its own"),
          choices.map(([value, words]) => el("option", { value }, words)),
        );
        select.value = how === "own" ? "" : column;
        select.addEventListener("change", () => {
          answered({
            ...answers,
            columns: { ...answers.columns, [key]: select.value },
          });
        });
        return el(
          "label",
          { class: "field" },
          el("span", {}, `“${header}” is`),
          select,
        );
      }),
    ),
  );
}
