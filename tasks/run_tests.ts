/**
 * `deno task test [OPTION…] [FILE…]`: runs the tests and the examples in the
 * documentation, and closes with the counts in one plain line.
 *
 * Not `test.ts`: `deno test` would take that for a test, and so start itself
 * without end.
 *
 * @module
 */
import { join } from "node:path";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { removeIfThere } from "../lib/cli/jupyter/environment/exists.ts";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { countTests } from "./tests/count.ts";

/** Where tests and documented examples are. */
const PLACES = ["tests", "lib", "tasks", "links", "README.md"];

await runTask(async () => {
  const results = join(ROOT, ".cache", "tests.xml");
  await Deno.mkdir(join(ROOT, ".cache"), { recursive: true });
  await removeIfThere(results);
  const temporary = Deno.env.get("TMPDIR") ?? Deno.env.get("TEMP") ?? "/tmp";
  const named = Deno.args.some((arg) => !arg.startsWith("-"));
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "--no-prompt", "--doc", `--junit-path=${results}`],
      // Chromium, the kernel and the tasks under test are other programs, each
      // with its own needs: the tests may start any and write into their folders.
      ...[
        "--allow-read",
        `--allow-write=${ROOT},${temporary}`,
        "--allow-run",
        "--allow-env",
      ],
      // Polars is a native library; the browser tests talk to this machine alone.
      ...["--allow-ffi", "--allow-sys", "--allow-net=127.0.0.1,localhost"],
      ...Deno.args,
      ...(named ? [] : PLACES),
    ],
    cwd: ROOT,
    // Playwright looks for Windows under Linux in /proc, which takes the
    // permission to do everything; this tells it to leave that.
    env: { __IS_WSL_TEST__: "1" },
    stdin: "null",
  }).spawn().status;
  const counts = await countTests(results);
  if (counts === undefined) {
    // Modules that do not load or type-check stop the run before its first test.
    console.error("No test was run: see above.");
    return code || 1;
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
  return code || (counts.failed > 0 ? 1 : 0);
});
