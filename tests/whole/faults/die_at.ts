/**
 * Builds a report and kills itself, as a power cut would, at its nth change to
 * the disk: die_at.ts PROJECT DATA OUT WORK N. A file is then half written.
 *
 * @module
 */
import { buildReport } from "../../../lib/cli/report/build.ts";

const [project, data, out, work, at] = Deno.args as [
  string,
  string,
  string,
  string,
  string,
];
let changes = 0;

/** Counts a change; at the last one, runs what is left half done, and dies. */
async function count(half: () => Promise<unknown>): Promise<void> {
  if (++changes < Number(at)) return;
  await half();
  Deno.kill(Deno.pid, "SIGKILL");
  // The signal may take a moment.
  await new Promise(() => {});
}

const { rename, mkdir, makeTempDir, remove, writeTextFile, open } = Deno;
const nothing = () => Promise.resolve();
Deno.rename = async (...args) => {
  await count(nothing);
  await rename(...args);
};
Deno.mkdir = async (...args) => {
  await count(nothing);
  await mkdir(...args);
};
Deno.makeTempDir = async (...args) => {
  await count(nothing);
  return await makeTempDir(...args);
};
Deno.remove = async (...args) => {
  await count(nothing);
  await remove(...args);
};
Deno.writeTextFile = async (path, text, options) => {
  const half = String(text).slice(0, String(text).length / 2);
  await count(() => writeTextFile(path, half, options));
  await writeTextFile(path, text, options);
};
Deno.open = async (path, options) => {
  if (!options?.write) return await open(path, options);
  await count(nothing);
  const file = await open(path, options);
  const write = file.write.bind(file);
  file.write = async (bytes) => {
    await count(() => write(bytes.subarray(0, bytes.length / 2)));
    return await write(bytes);
  };
  return file;
};

await buildReport({ project, out, work, other: { data, notebooks: [] } });
console.log(changes);
