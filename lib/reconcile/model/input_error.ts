import { InputError } from "../../quantity/input_error.ts";

export { InputError };
export { unknownId } from "../../quantity/unknown_id.ts";

/** What `read` gives. What it throws is the input's fault, and says so. */
export function readInput<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
