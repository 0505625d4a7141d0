import { variable } from "../call/variable.ts";

/** Puts text in a colour or weight, or leaves it as it is. */
export interface Paint {
  /** What stands out. */
  bold(text: string): string;
  /** What is good. */
  green(text: string): string;
  /** What is wrong. */
  red(text: string): string;
  /** Words that are looked at in a text: readable on light and on dark. */
  marked(text: string): string;
  /** What may be skipped. */
  dim(text: string): string;
}

/** Colours only where a person looks at a terminal and has not said no. */
export function paintFor(terminal: boolean, noColor: boolean): Paint {
  const in_ = (open: number, close: number) => (text: string) =>
    terminal && !noColor ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    bold: in_(1, 22),
    green: in_(32, 39),
    red: in_(31, 39),
    marked: (text) => in_(1, 22)(in_(4, 24)(text)),
    dim: in_(2, 22),
  };
}

/** The paint for standard output, by what `NO_COLOR` and the terminal say. */
export function paintForOutput(): Paint {
  return paintFor(Deno.stdout.isTerminal(), variable("NO_COLOR") !== undefined);
}
