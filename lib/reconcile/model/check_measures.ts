import { circular } from "../../quantity/circles.ts";
import { rounds } from "../../quantity/rounds.ts";
import { instead } from "../../quantity/nearest.ts";
import { showValue } from "../../quantity/show_value.ts";
import { InputError } from "./input_error.ts";
import { pairsOf } from "../../quantity/pairs.ts";
import type { AllTables } from "./tables.ts";

type Cell = string | null | undefined;

/**
 * Checks that claims, readings and parts name measures of the measures table,
 * where there is one: a misspelt measure would else be one of its own, about
 * which nothing else is known. A whole may lack a row where a claim names it
 * too: two places that agree are no slip. Nothing is a part of itself: two that
 * are parts of each other would be taken to be equal without a word.
 *
 * @throws {InputError} When a measure is unknown, with the nearest one, or a part
 * of itself.
 */
export function checkMeasures(
  { claims, readings, measures, splits, balances }: AllTables,
): void {
  checkParts(measures, splits);
  if (measures.length === 0) return;
  const known = new Set(measures.map(({ measure }) => measure));
  const wholes = new Set<Cell>(measures.map(({ part_of }) => part_of));
  const named = new Set<Cell>();
  const check = (who: string, id: Cell, others: ReadonlySet<Cell>) => {
    if (!id || known.has(id) || others.has(id)) return;
    throw new InputError(
      `${who}: ${showValue(id)} is not in the measures table` +
        instead(id, [...known]),
    );
  };
  for (const { claim_id, measure, of_measure } of claims) {
    check(claim_id, measure, wholes);
    check(claim_id, of_measure, wholes);
    named.add(measure).add(of_measure);
  }
  for (const { claim_id, reading, measure, of_measure } of readings) {
    for (const id of [measure, of_measure]) {
      if (id === "-") continue;
      check(`${claim_id} (reading ${reading})`, id, wholes);
      named.add(id);
    }
  }
  for (const { measure, part_of } of measures) check(measure, part_of, named);
  for (const { measure, same_as } of measures) check(measure, same_as, named);
  for (const { whole, part } of splits) {
    for (const id of [whole, part]) check("splits", id, named);
  }
  for (const { level, flow } of balances) {
    for (const id of [level, flow]) check("balances", id, named);
  }
  const names = new Map(measures.map((row) => [row.measure, row.same_as]));
  for (const measure of circular(names)) {
    throw new InputError(
      `${measure}: same_as ${
        showValue(names.get(measure))
      } ends in the measure itself`,
    );
  }
}

/** Checks that nothing is a part of itself, in whatever dimensions. */
function checkParts(
  measures: AllTables["measures"],
  splits: AllTables["splits"],
): void {
  const pairs = pairsOf({ measures, splits });
  const round = rounds(pairs.map(({ part, whole }) => [part, whole]));
  pairs.forEach(({ part, whole }, i) => {
    if (!round[i]) return;
    throw new InputError(
      `${part}: part_of ${showValue(whole)} makes it a part of itself`,
    );
  });
}
