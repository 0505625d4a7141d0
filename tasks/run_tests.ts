/**
 * `deno task test [quick] [OPTION…] [FILE…]`: runs the tests and the examples in
 * the documentation, and closes with the counts in one plain line. Types are
 * checked by `deno task types`.
 *
 * Not `test.ts`: `deno test` would take that for a test, and so start itself
 * without end.
 *
 * @module
 */
import { join } from "node:path";
import { removeIfThere } from "../lib/cli/jupyter/environment/exists.ts";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { inputFiles } from "../lib/cli/jupyter/environment/input_files.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { type Batch, batchesOf, fileName } from "./tests/batches.ts";
import { type Counts, countTests, sumCounts } from "./tests/count.ts";
import { inTurns } from "./tests/in_turns.ts";
import { writeEntry, writeExamples } from "./tests/write_entries.ts";

/** Where documented examples are. */
const DOCUMENTED = ["lib", "tasks", "links", "README.md"];

const WORK = join(ROOT, ".cache", "test-run");

const temporary = Deno.env.get("TMPDIR") ?? Deno.env.get("TEMP") ?? "/tmp";

const PERMISSIONS = [
  // Chromium, the kernel and the tasks under test are other programs, each
  // with its own needs: the tests may start any and write into their folders.
  "--allow-read",
  `--allow-write=${ROOT},${temporary}`,
  "--allow-run",
  "--allow-env",
  // Polars is a native library; the browser tests talk to this machine alone.
  ...["--allow-ffi", "--allow-sys", "--allow-net=127.0.0.1,localhost"],
];

async function filesIn(places: readonly string[], ending: RegExp) {
  const found: string[] = [];
  for (const place of places) {
    for await (const { name } of inputFiles(ROOT, place)) {
      if (ending.test(name)) found.push(name);
    }
  }
  return found;
}

/** A process of `deno test`. */
function denoTest(
  results: string,
  args: readonly string[],
  output: "inherit" | "piped",
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "--no-prompt", `--junit-path=${results}`],
      ...PERMISSIONS,
      ...args,
    ],
    cwd: ROOT,
    // Playwright looks for Windows under Linux in /proc, which takes the
    // permission to do everything; this tells it to leave that.
    // Nor is the folder of who runs the tests that of the programs under test.
    env: { __IS_WSL_TEST__: "1", INIT_CWD: "" },
    stdin: "null",
    stdout: output,
    stderr: output,
  }).spawn();
}

/** How a run of some tests ended; no counts where none was run. */
interface Ended {
  readonly code: number;
  readonly counts: Counts | undefined;
}

/** Runs the files named by the call, which says what they do as they do it. */
async function runNamed(args: readonly string[]): Promise<Ended[]> {
  const results = join(WORK, "named.xml");
  const child = denoTest(results, ["--doc", ...args], "inherit");
  const { code } = await child.status;
  return [{ code, counts: await countTests(results) }];
}

/** Runs a batch, and tells of it when it is over: all of it where it failed. */
async function runBatch(
  batch: Batch,
  entry: string,
  options: readonly string[],
): Promise<Ended> {
  const results = join(WORK, `${fileName(batch)}.xml`);
  const started = performance.now();
  const { code, stdout, stderr } = await denoTest(
    results,
    ["--no-check", ...options, entry],
    "piped",
  ).output();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = await countTests(results);
  const ok = code === 0 && counts?.failed === 0;
  if (!ok) {
    const decoder = new TextDecoder();
    console.log(decoder.decode(stdout) + decoder.decode(stderr));
  }
  console.log(
    `${ok ? "ok    " : "FAILED"} ${batch.name}: ${counts?.passed ?? "no"} ${
      counts?.passed === 1 ? "test" : "tests"
    } passed, ${seconds} s`,
  );
  return { code, counts };
}

/** Runs all tests or the quick ones, as many batches at once as there are cores. */
async function runAll(
  quick: boolean,
  options: readonly string[],
): Promise<Ended[]> {
  const tests = await filesIn(["tests"], /\.test\.ts$/);
  const documented = await filesIn(DOCUMENTED, /\.(ts|js|md)$/);
  const examples = await writeExamples(documented, WORK);
  const jobs: { batch: Batch; entry: string }[] = [];
  for (const batch of batchesOf(tests, { quick })) {
    jobs.push({ batch, entry: await writeEntry(batch, WORK) });
  }
  const batch = { name: "examples", files: documented, alone: false };
  jobs.unshift({ batch, entry: examples });
  const run = ({ batch, entry }: (typeof jobs)[number]) =>
    runBatch(batch, entry, options);
  const together = jobs.filter(({ batch }) => !batch.alone);
  const ended = await inTurns(together, navigator.hardwareConcurrency, run);
  return [
    ...ended,
    ...await inTurns(jobs.filter(({ batch }) => batch.alone), 1, run),
  ];
}

await runTask(async () => {
  await removeIfThere(WORK);
  await Deno.mkdir(WORK, { recursive: true });
  const quick = Deno.args[0] === "quick";
  const args = quick ? Deno.args.slice(1) : Deno.args;
  const named = args.some((arg) => !arg.startsWith("-"));
  const ended = named ? await runNamed(args) : await runAll(quick, args);
  const counts = sumCounts(ended.flatMap(({ counts }) => counts ?? []));
  const broken = ended.some(({ counts }) => counts === undefined);
  // Modules that do not load stop a run before its first test.
  if (broken) console.error("Some tests were not run: see above.");
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
  const code = ended.find(({ code }) => code !== 0)?.code ?? 0;
  return code || (broken || counts.failed > 0 ? 1 : 0);
});
