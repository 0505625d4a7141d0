import assert from "node:assert/strict";
import { join } from "node:path";
import { ISOLATED } from "../../../../lib/cli/jupyter/environment/isolated.ts";
import { jupyterEnv } from "../../../../lib/cli/jupyter/environment/jupyter_env.ts";
import {
  ROOT,
  venvPython,
} from "../../../../lib/cli/jupyter/environment/paths.ts";

/** What a front end hears of a cell, up to its idle. */
export interface Heard {
  /** The kinds of outputs, streams in a row as one. */
  outputs: string[];
  /** All messages in their order. */
  messages: string[];
  text: string;
  late: string[];
  error?: string[];
  status: "ok" | "error";
  count: number;
  ended?: boolean;
}

/** Runs a scenario of drive.py. */
export async function drive<T>(
  scenario: string,
  cells: readonly unknown[] = [],
): Promise<T> {
  const child = new Deno.Command(venvPython(ROOT), {
    args: [...ISOLATED, "-B", join(import.meta.dirname!, "drive.py"), scenario],
    env: jupyterEnv(ROOT),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(cells)));
  await writer.close();
  const { success, stdout, stderr } = await output;
  const decoder = new TextDecoder();
  assert.ok(success, decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout));
}
