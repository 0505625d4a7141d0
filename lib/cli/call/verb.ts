/** How a verb was called. */
export interface Asked {
  /** The words after the verb. */
  readonly args: string[];
  /** What the caller typed before the verb: `tallystick`, or `deno task`. */
  readonly program: string;
  /**
   * When the call began, in milliseconds of `performance.now()`; what may be
   * spent on it counts from then.
   */
  readonly since: number;
}

/** One thing that the program does. */
export interface Verb {
  /** The whole text of `--help`, with the program called `tallystick`. */
  readonly help: string;
  /**
   * Does it.
   *
   * @returns The exit status.
   */
  readonly run: (asked: Asked) => Promise<number>;
}

/** A text about the program, with the program called as the caller called it. */
export function asCalled(text: string, program: string): string {
  return text.replace(/\btallystick (?=[a-z]|VERB)/g, `${program} `);
}

/**
 * What of a verb's `--help` stands below an error: how it is called, with an
 * example. The whole would push the error itself out of the window.
 */
export function usageOf(help: string): string {
  const parts = help.split("\n\n")
    .filter((part) => /^(Usage|Example):/.test(part));
  return [...parts, "--help tells the rest."].join("\n\n");
}
