import { refuse, type Takes } from "./check_options.ts";
import { takesWidth } from "./takes.ts";

/** What the options take that make an interval of a stated number. */
export const INTERVAL_TYPES = {
  width: takesWidth,
  hedges: (value, name) => {
    if (!(value instanceof Map)) refuse(name, value, "a Map of hedges by id");
  },
} satisfies Readonly<Record<string, Takes>>;
