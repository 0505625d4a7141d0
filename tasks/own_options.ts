import { parseArgs, type ParseArgsConfig } from "node:util";
import { CallError, SELECTION } from "./selection.ts";

/** A command line without the options that are a task's own. */
export interface OwnOptions {
  /** The values of its own options, by name, in order. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  /** Everything else, for `readCall`. */
  readonly rest: string[];
}

/**
 * Takes a task's own options, each with a value, off a command line that also
 * holds the selection.
 *
 * @param names Their names.
 * @throws {CallError} When an option is unknown or lacks its value.
 */
export function takeOptions(
  args: string[],
  names: readonly string[],
): OwnOptions {
  const own: Record<string, string[]> = Object.fromEntries(
    names.map((name) => [name, []]),
  );
  const options: NonNullable<ParseArgsConfig["options"]> = { ...SELECTION };
  for (const name of names) options[name] = { type: "string", multiple: true };
  let tokens;
  try {
    ({ tokens } = parseArgs({
      args,
      allowPositionals: true,
      tokens: true,
      options,
    }));
  } catch (error) {
    throw new CallError((error as Error).message);
  }
  const taken = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== "option" || !names.includes(token.name)) continue;
    own[token.name]!.push(token.value ?? "");
    taken.add(token.index);
    if (!token.inlineValue) taken.add(token.index + 1);
  }
  return { own, rest: args.filter((_, index) => !taken.has(index)) };
}
