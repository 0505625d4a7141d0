import { ISOLATED } from "../../lib/cli/jupyter/environment/isolated.ts";
import { ROOT, venvPython } from "../../lib/cli/jupyter/environment/paths.ts";
import assert from "node:assert/strict";
import { join } from "node:path";

/** What Frictionless says of a package. */
export interface Report {
  readonly valid: boolean;
  readonly errors: readonly { type: string; message: string }[];
  readonly tasks: readonly {
    readonly place: string;
    readonly errors: readonly { type: string; message: string }[];
  }[];
}

/**
 * Has Frictionless, the reference validator, check the packages in folders:
 * package, tables, keys; offline. All in one call: to load it takes seconds.
 */
export async function validatePackages(
  folders: readonly string[],
): Promise<Report[]> {
  const python = venvPython(ROOT);
  let output: Deno.CommandOutput;
  try {
    output = await new Deno.Command(python, {
      args: [
        ...ISOLATED,
        join(import.meta.dirname!, "validate_packages.py"),
        ...folders,
      ],
      stdin: "null",
    }).output();
  } catch (error) {
    throw new Error(`${python} does not run: first 'deno task setup'`, {
      cause: error,
    });
  }
  assert.ok(output.success, new TextDecoder().decode(output.stderr));
  const reports: Report[] = JSON.parse(new TextDecoder().decode(output.stdout));
  for (const { valid, errors, tasks } of reports) {
    const all = [...errors, ...tasks.flatMap((task) => task.errors)];
    assert.equal(valid, all.length === 0);
  }
  return reports;
}

/** What is wrong with a package, an error a line. */
export function errorsOf({ errors, tasks }: Report): string[] {
  return [...errors, ...tasks.flatMap((task) => task.errors)]
    .map(({ type, message }) => `${type}: ${message}`);
}
