import { instead } from "../quantity/nearest.ts";
import { clean } from "./terminal/clean.ts";
import { asCalled } from "./call/verb.ts";
import { SUMMARIES } from "./summaries.ts";
import { verbOf } from "./verbs.ts";

/** The whole program in a page. */
function overview(): string {
  const listed = [
    ...Object.entries(SUMMARIES),
    ["help", "Tell what there is, or how to call a verb"],
  ];
  const width = Math.max(...listed.map(([name]) => name!.length));
  return `Tallystick takes conflicting numbers and works out what they imply together:
which agree, which cannot all be true, what must give, and what follows.

Usage: tallystick VERB [path or option]…

${
    listed.map(([name, summary]) => `  ${name!.padEnd(width)}  ${summary}`)
      .join("\n")
  }

Paths are those of the folder that you are in; a path to a claims.csv means its
folder. What a verb takes: tallystick VERB --help

Example: tallystick new my-claims
         tallystick reconcile my-claims`;
}

/** A call that names no verb is wrong: says so, with all that there are. */
function refuse(said: string, program: string): number {
  console.error(`${clean(said)}\n\n${asCalled(overview(), program)}`);
  return 2;
}

/** `tallystick help [VERB]`: what there is, or how to call a verb. */
export async function help(
  [name, second]: readonly string[],
  program: string,
): Promise<number> {
  if (second !== undefined) {
    return refuse(`'${second}' is one word too many`, program);
  }
  if (name === undefined || name === "help") {
    console.log(asCalled(overview(), program));
    return 0;
  }
  const verb = await verbOf(name);
  if (!verb) return unknownVerb(name, program);
  console.log(asCalled(verb.help, program));
  return 0;
}

/** What is answered where a verb is missing, or there is none of that name. */
export function unknownVerb(
  name: string | undefined,
  program: string,
): number {
  const names = [...Object.keys(SUMMARIES), "help"];
  return refuse(
    name === undefined
      ? "A verb is missing"
      : `'${name}' is not a verb${instead(name, names)}`,
    program,
  );
}
