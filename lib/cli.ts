/**
 * The toolkit as one program, `tallystick VERB`. In a clone of the project
 * `deno task VERB` is the same, with no more permissions than the verb needs.
 *
 * @example Check a dataset
 * ```ts
 * import { tallystick } from "./cli.ts";
 * import { fileURLToPath } from "node:url";
 * import assert from "node:assert/strict";
 *
 * const data = fileURLToPath(new URL("../data", import.meta.url));
 * assert.equal(await tallystick(["validate", data]), 0);
 * ```
 *
 * @module
 */
import { enterCallersFolder } from "./cli/call/caller.ts";
import { asCalled } from "./cli/call/verb.ts";
import { verbOf } from "./cli/verbs.ts";

/** How the program is called. */
export interface CallOptions {
  /** What stands before the verb where calls are shown: `tallystick`. */
  readonly program?: string;
  /**
   * When the call began, in milliseconds of `performance.now()`: now. What
   * `--seconds` allows counts from then.
   */
  readonly since?: number;
}

const HELP = new Set(["--help", "-h"]);

/**
 * Runs the program: prints as it does in a terminal, and does not end the
 * process. Relative paths are those of the process's own folder.
 *
 * @param args The verb, and what goes with it.
 * @returns The exit status. 2 where the input or the call is wrong; what else
 * there is, the verb's `--help` says.
 *
 * @example
 * ```ts
 * import { tallystick } from "./cli.ts";
 * import { fileURLToPath } from "node:url";
 * import assert from "node:assert/strict";
 *
 * const data = fileURLToPath(new URL("../data", import.meta.url));
 * assert.equal(await tallystick(["validate", data]), 0);
 * ```
 */
export async function tallystick(
  args: readonly string[],
  { program = "tallystick", since = performance.now() }: CallOptions = {},
): Promise<number> {
  const [name, ...rest] = args;
  const verb = name === undefined ? undefined : await verbOf(name);
  if (!verb) {
    const { help, unknownVerb } = await import("./cli/help.ts");
    if (name === "help") {
      return await help(rest.filter((arg) => !HELP.has(arg)), program);
    }
    return name !== undefined && HELP.has(name)
      ? await help([], program)
      : unknownVerb(name, program);
  }
  const end = rest.indexOf("--");
  if (rest.slice(0, end < 0 ? undefined : end).some((arg) => HELP.has(arg))) {
    console.log(asCalled(verb.help, program));
    return 0;
  }
  const { runCall } = await import("./cli/call/run_call.ts");
  return await runCall(verb, { args: rest, program, since });
}

if (import.meta.main) {
  // The time of a call is that of the whole process.
  const program = enterCallersFolder();
  Deno.exit(await tallystick(Deno.args, { program, since: 0 }));
}
