import {
  negate,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../quantity/rational.ts";
import type { Certificate } from "./certificate.ts";
import type { Constraint } from "./item.ts";
import type { FullGroup, PartFact } from "./measure_model.ts";
import { type Program, type Row, rowOf } from "./program.ts";
import type { CellRange } from "./solver.ts";
import { cellsOf, cellSpan, type Component, type System } from "./system.ts";

/** Where a row comes from: a claim's condition or a background fact. */
export type Origin =
  | { readonly constraint: Constraint; readonly item: number }
  | { readonly group: FullGroup; readonly cell: number }
  | { readonly fact: PartFact; readonly cell: number };

/** A component as a linear program over the flow of each measure and cell. */
export interface ComponentProgram extends Program {
  /** Where each row comes from; claims' rows come first. */
  readonly origins: readonly Origin[];
  /** How many rows are claims'. */
  readonly claimed: number;
  /** The columns that add up to a count. */
  columnsOf(range: CellRange): number[];
}

type Term = [column: number, coefficient: Rational];

/**
 * States a component as a linear program: one column for the flow of each
 * measure in each cell, at least zero; a row for each condition of a claim,
 * each whole and its full parts, and each part and its whole.
 */
export function componentProgram(
  system: System,
  component: Component,
): ComponentProgram {
  const { measures } = system;
  const columnAt = new Map<number, number>();
  let columns = 0;
  const familyOfCell = new Map<number, number>();
  for (const cell of component.cells) {
    const { family } = cellSpan(system, cell);
    familyOfCell.set(cell, family);
    columnAt.set(cell, columns);
    columns += measures.families[family]!.measures.length;
  }
  const place = new Map<number, number>();
  for (const family of measures.families) {
    family.measures.forEach((measure, i) => place.set(measure, i));
  }
  const columnOf = (measure: number, cell: number) =>
    columnAt.get(cell)! + place.get(measure)!;
  const columnsOf = ({ measure, from, to }: CellRange) => {
    const list: number[] = [];
    for (let cell = from; cell < to; cell++) list.push(columnOf(measure, cell));
    return list;
  };

  const rows: Row[] = [];
  const origins: Origin[] = [];
  component.items.forEach((item, local) => {
    for (const constraint of system.items[item]!.constraints) {
      const { count, of, value } = constraint;
      const terms = columnsOf(cellsOf(system, count)).map((
        c,
      ): Term => [c, ONE]);
      if (of) {
        const factor = negate(value);
        for (const c of columnsOf(cellsOf(system, of))) terms.push([c, factor]);
      }
      const sense = constraint.side === "low" ? ">=" : "<=";
      rows.push(rowOf(terms, sense, of ? ZERO : value));
      origins.push({ constraint, item: local });
    }
  });
  const claimed = rows.length;
  for (const cell of component.cells) {
    const family = measures.families[familyOfCell.get(cell)!]!;
    for (const group of family.full) {
      const terms: Term[] = [[columnOf(group.whole, cell), ONE]];
      for (const part of group.parts) {
        terms.push([columnOf(part, cell), rational(-1)]);
      }
      const row = rowOf(terms, "=", ZERO);
      if (row.columns.length === 0) continue;
      rows.push(row);
      origins.push({ group, cell });
    }
    for (const fact of family.part) {
      const terms: Term[] = [
        [columnOf(fact.whole, cell), ONE],
        [columnOf(fact.part, cell), rational(-1)],
      ];
      rows.push(rowOf(terms, ">=", ZERO));
      origins.push({ fact, cell });
    }
  }
  return { columns, rows, origins, claimed, columnsOf };
}

/** Multipliers of rows as a certificate: what is said, and how many times. */
export function certificateOf(
  program: ComponentProgram,
  multipliers: ReadonlyMap<number, Rational>,
): Certificate {
  const rows = [];
  const full = [];
  const part = [];
  for (const [i, y] of multipliers) {
    const origin = program.origins[i]!;
    if ("constraint" in origin) {
      const times = y.n < 0n ? negate(y) : y;
      rows.push({ constraint: origin.constraint, times });
    } else if ("group" in origin) full.push({ ...origin, times: y });
    else part.push({ ...origin, times: y });
  }
  return { rows, full, part };
}
