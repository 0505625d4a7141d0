import { type Media, showing } from "../text/showing.ts";
import { table } from "./table.ts";
import { type Form, setForm } from "./tabular.ts";

/** The rows of a list, which it shows as a table. */
export function listing<T extends unknown[]>(
  rows: T,
  form: Form,
  caption: string,
): T {
  setForm(rows, form);
  return showing(rows, () => mediaOf(table(rows, { caption })));
}

/** What shows a value that shows itself. */
export function mediaOf(shown: object): Media {
  return (shown as Record<symbol, () => Media>)[
    Symbol.for("Jupyter.display")
  ]!();
}
