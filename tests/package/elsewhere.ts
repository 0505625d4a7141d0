import { join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { withFolder } from "../whole/files/folder.ts";

/** The permissions that the README names for a script. */
export const PERMISSIONS = ["--allow-read"];

/** A script as a user would write it: loads, reconciles, prints a bound. */
export function script(from: string): string {
  return `import { type Bounds, loadDataset, reconcile } from ${
    JSON.stringify(from)
  };

const data = await loadDataset(${JSON.stringify(join(ROOT, "data"))});
using result = await reconcile(data, { collections: ["reports"] });
const bounds: Bounds = result.bounds("proceedings", "2024-11", "2024-12");
console.log(JSON.stringify([result.consistent, bounds.low, bounds.high]));
`;
}

const decoder = new TextDecoder();

/** Nothing listens there: whatever asks the network fails. */
const NOWHERE = {
  HTTPS_PROXY: "http://127.0.0.1:9",
  HTTP_PROXY: "http://127.0.0.1:9",
};

/** What Deno says where it would have asked the network. */
const ASKS = /error sending request/;

let cache: Promise<string> | undefined;

/** Deno's folder of npm packages, which the tests share to need no network. */
function packageCache(): Promise<string> {
  return cache ??= new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output().then(({ stdout }) =>
    JSON.parse(new TextDecoder().decode(stdout)).denoDir
  );
}

/** A fresh folder outside of the project, with a home of its own. */
export async function elsewhere<T>(
  work: (
    folder: string,
    deno: (...args: string[]) => Promise<Deno.CommandOutput>,
  ) => Promise<T>,
): Promise<T> {
  return await withFolder(async (folder) => {
    const home = join(folder, "home");
    const project = join(folder, "project");
    await Deno.mkdir(home);
    await Deno.mkdir(project);
    const denoDir = await packageCache();
    const own = { HOME: home, DENO_DIR: denoDir, NO_COLOR: "1" };
    const run = (args: string[], clearEnv: boolean, env = {}) =>
      new Deno.Command(Deno.execPath(), {
        args,
        cwd: project,
        clearEnv,
        env: { ...own, ...env },
        stdin: "null",
      }).output();
    return await work(project, async (...args) => {
      const ended = await run(args, true, NOWHERE);
      if (ended.code === 0 || !ASKS.test(decoder.decode(ended.stderr))) {
        return ended;
      }
      // A project without a lockfile asks once which versions there are. What
      // it was told is kept with the packages.
      await run(args, false);
      return await run(args, true, NOWHERE);
    });
  });
}

/** What a program said, where it succeeded. */
export function said(
  { code, stdout, stderr }: Deno.CommandOutput,
): string {
  if (code !== 0) throw new Error(decoder.decode(stderr));
  return decoder.decode(stdout);
}
