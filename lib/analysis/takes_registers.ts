import { takesId, takesList, takesRecord } from "../quantity/takes.ts";

/**
 * For a claimed measure, the registers' measures that count the same thing: an
 * analyst's choice, never made silently. One register has one place in all lists.
 */
export type Registers = Readonly<Record<string, readonly string[]>>;

/** For a claimed measure, the registers' measures that it is set beside. */
export const takesRegisters = takesRecord(
  takesList(takesId, "ids"),
  "lists of ids by measure",
);
