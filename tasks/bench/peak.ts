/** Peak memory of this process in kilobytes. */
export async function peak(): Promise<number> {
  try {
    const status = await Deno.readTextFile("/proc/self/status");
    return Number(/VmHWM:\s+(\d+)/.exec(status)![1]);
  } catch {
    return Math.round(Deno.memoryUsage().rss / 1024);
  }
}
