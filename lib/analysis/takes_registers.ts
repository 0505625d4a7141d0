import { takesId, takesList, takesRecord } from "../quantity/takes.ts";

/** For a claimed measure, the registers' measures that it is set beside. */
export const takesRegisters = takesRecord(
  takesList(takesId, "ids"),
  "lists of ids by measure",
);
