/**
 * Tries what a task may or may not do, from a folder laid out as the project is,
 * and prints what was allowed: probe.ts WRITES READS PROGRAMS PORT (JSON lists).
 *
 * @module
 */
const [writes, reads, programs, port] = Deno.args.map((arg) =>
  JSON.parse(arg)
) as [string[], string[], string[], number];

/** Whether Deno lets it be tried; whether it then works is another matter. */
async function allowed(attempt: () => unknown): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    // An import that is not allowed fails with a plain TypeError.
    return !(error instanceof Deno.errors.NotCapable) &&
      !/Requires \w+ access/.test((error as Error).message);
  }
}

async function which(
  names: readonly string[],
  attempt: (name: string) => unknown,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (await allowed(() => attempt(name))) found.push(name);
  }
  return found;
}

console.log(JSON.stringify({
  write: await which(writes, (path) => Deno.writeTextFile(path, "probe")),
  read: await which(reads, (path) => Deno.readTextFile(path)),
  run: await which(
    programs,
    (program) => new Deno.Command(program, { args: ["--version"] }).output(),
  ),
  connect: [
    await allowed(async () => {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    }),
    await allowed(async () => {
      await (await fetch(`http://127.0.0.1:${port}/`)).body?.cancel();
    }),
    await allowed(() => Deno.listen({ port: 0 }).close()),
    await allowed(() => Deno.resolveDns("localhost", "A")),
    await allowed(() => import(`http://127.0.0.1:${port}/x.js`)),
  ],
  env: await allowed(() => Deno.env.get("HOME")),
  native: await allowed(() => Deno.dlopen("/nothing.so", {}).close()),
}));
