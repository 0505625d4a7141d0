const VENV = ".cache/bench-venv";
const REQUIREMENTS = "tasks/bench/requirements.txt";
const decoder = new TextDecoder();

/** What a case measured, in a process of its own. */
export interface Measured {
  readonly seconds: number;
  /** Peak memory in kilobytes. */
  readonly memory: number;
  readonly [key: string]: unknown;
}

/** Runs a program to its end and gives what it wrote; 0 and 1 are no failure. */
export async function run(
  command: string,
  args: readonly string[],
  input?: string,
): Promise<string> {
  const child = new Deno.Command(command, {
    args: [...args],
    stdin: input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  if (input !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(input));
    await writer.close();
  }
  const { code, stdout, stderr } = await child.output();
  if (code > 1 || (code === 1 && stdout.length === 0)) {
    throw new Error(`${command}: ${decoder.decode(stderr)}`);
  }
  return decoder.decode(stdout);
}

/** Runs a script of ours with Deno; it prints what it measured. */
export async function measure(
  script: string,
  permissions: readonly string[],
  ...args: string[]
): Promise<Measured> {
  const text = await run(Deno.execPath(), [
    ...["run", "--quiet", "--no-prompt", ...permissions, script],
    ...args,
  ]);
  return JSON.parse(text) as Measured;
}

/** A Python with what the other sides of the comparisons need. */
export async function benchPython(
  venv = VENV,
  requirements = REQUIREMENTS,
): Promise<string> {
  const own = `${venv}/bin/python`;
  const install = ["-I", "-m", "pip", "install", "--quiet", "-r", requirements];
  try {
    await run(own, install);
  } catch {
    await run("python3", ["-I", "-m", "venv", venv]);
    await run(own, install);
  }
  return own;
}
