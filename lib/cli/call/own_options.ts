import type { ParseArgsConfig } from "node:util";
import { parseCall } from "./call.ts";
import { SELECTION } from "./selection.ts";

/** A command line without the options that are a task's own. */
export interface OwnOptions {
  /** The values of its own options, by name, in order. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  /** Its own options without a value that were given. */
  readonly flags: ReadonlySet<string>;
  /** Everything else, for `readCall`. */
  readonly rest: string[];
}

/**
 * Takes a task's own options off a command line that also holds the selection.
 *
 * @param names Names of those with a value.
 * @param switches Names of those without one.
 * @throws {CallError} When an option is unknown or lacks its value.
 */
export function takeOptions(
  args: string[],
  names: readonly string[],
  switches: readonly string[] = [],
): OwnOptions {
  const own: Record<string, string[]> = Object.fromEntries(
    names.map((name) => [name, []]),
  );
  const options: NonNullable<ParseArgsConfig["options"]> = { ...SELECTION };
  for (const name of names) options[name] = { type: "string", multiple: true };
  for (const name of switches) options[name] = { type: "boolean" };
  const { tokens } = parseCall(args, options);
  const taken = new Set<number>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (switches.includes(token.name)) {
      flags.add(token.name);
      taken.add(token.index);
    }
    if (!names.includes(token.name)) continue;
    own[token.name]!.push(token.value ?? "");
    taken.add(token.index);
    if (!token.inlineValue) taken.add(token.index + 1);
  }
  return { own, flags, rest: args.filter((_, index) => !taken.has(index)) };
}
