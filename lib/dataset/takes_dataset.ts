import { isRecord } from "../quantity/check_options.ts";
import { InputError } from "../quantity/input_error.ts";
import { showValue } from "../quantity/show_value.ts";

/**
 * Checks that an argument is a dataset: one that nobody awaited is none.
 *
 * @throws {InputError} When it has no tables.
 */
export function takesDataset(dataset: unknown): void {
  if (
    isRecord(dataset) && Array.isArray(dataset["claims"]) &&
    Array.isArray(dataset["measures"]) && Array.isArray(dataset["sources"])
  ) return;
  const advice = dataset instanceof Promise
    ? "; await it first"
    : "; give what loadDataset() reads";
  throw new InputError(`${showValue(dataset)} is not a dataset${advice}`);
}
