/** The processes that one has started, and those that they have. */
async function descendants(of: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await Deno.readTextFile(`/proc/${name}/stat`).catch(() => "");
    // The name of the program, in brackets, may hold anything.
    const parent = stat.slice(stat.lastIndexOf(")")).split(" ")[2];
    parents.set(Number(name), Number(parent));
  }
  const found = [of];
  for (const one of found) {
    for (const [id, parent] of parents) if (parent === one) found.push(id);
  }
  return found.slice(1);
}

/** Megabytes that processes hold; what several share counts once. */
async function held(processes: readonly number[]): Promise<number> {
  let kilobytes = 0;
  for (const id of processes) {
    const maps = await Deno.readTextFile(`/proc/${id}/smaps_rollup`)
      .catch(() => "");
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(maps)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/**
 * The most megabytes that what this process starts held at once while `work`
 * ran, seen four times a second; nothing where the system does not say.
 */
export async function peakMemory(
  work: () => Promise<void>,
): Promise<number | undefined> {
  if (Deno.build.os !== "linux") return void await work();
  let peak = 0;
  let over = false;
  const watching = (async () => {
    while (!over) {
      peak = Math.max(peak, await held(await descendants(Deno.pid)));
      await new Promise((done) => setTimeout(done, 250));
    }
  })();
  try {
    await work();
  } finally {
    over = true;
    await watching;
  }
  return peak;
}
