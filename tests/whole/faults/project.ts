import { join } from "node:path";
import { workFolder } from "../../../lib/cli/report/place.ts";
import { removeIfThere } from "../../../lib/cli/jupyter/environment/exists.ts";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";

// What the report of another dataset is made by. Without the template notebook
// it needs no kernel, and takes a second.
const PARTS = ["lib", "links", "tasks", "deno.json", "deno.lock"];

const HEAD = "claim_id,measure,kind,stated,hedge,start,end\n";

async function copy(from: string, to: string): Promise<void> {
  if ((await Deno.stat(from)).isFile) return await Deno.copyFile(from, to);
  await Deno.mkdir(to);
  for await (const { name } of Deno.readDir(from)) {
    if (!name.startsWith("__")) await copy(join(from, name), join(to, name));
  }
}

/** How a task ended and what it said. */
export interface Said {
  readonly code: number;
  /** The signal that killed it. */
  readonly signal: Deno.Signal | null;
  readonly said: string;
}

/** What goes before a script so that it need not bundle the explorer. */
export const NO_BUNDLER = `--preload=${
  join(import.meta.dirname!, "no_bundler.ts")
}`;

/** A copy of the project, with a dataset, that may be broken in any way. */
export class Project {
  /** Whether its reports have an explorer that works, which takes seconds. */
  bundles = false;

  private constructor(readonly path: string) {}

  /** Copies the project into a folder. */
  static async in(path: string): Promise<Project> {
    for (const part of PARTS) await copy(join(ROOT, part), join(path, part));
    const project = new Project(path);
    await project.renew();
    return project;
  }

  /** Makes it again as it was at first. */
  async renew(): Promise<void> {
    this.bundles = false;
    for (const made of [".cache", "reports", "notebooks", "floods"]) {
      await removeIfThere(join(this.path, made));
    }
    await Deno.mkdir(join(this.path, "notebooks"));
    await Deno.mkdir(join(this.path, "floods"));
    await this.change(1);
  }

  /** Where the report on the dataset is. */
  get report(): string {
    return join(this.path, "reports", "floods");
  }

  /** Where the report is made. */
  work(): Promise<string> {
    return workFolder(join(this.path, ".cache"), this.report);
  }

  /** Changes the dataset: the next report is another one. */
  async change(version: number): Promise<void> {
    await Deno.writeTextFile(
      join(this.path, "floods", "claims.csv"),
      `${HEAD}a,cases,total,${version}00,exact,2024-01,2024-01\n` +
        `b,cases,total,${version}50,exact,2024-01,2024-01\n`,
    );
  }

  /** The call of the task, with the permissions it has in deno.json. */
  async call(...args: string[]): Promise<string[]> {
    const { tasks } = JSON.parse(
      await Deno.readTextFile(join(this.path, "deno.json")),
    );
    const [, run, ...words] = (tasks.report.command as string).split(" ");
    const before = this.bundles ? [] : [NO_BUNDLER];
    return [Deno.execPath(), run!, ...before, ...words, "floods", ...args];
  }

  /** Starts the task, behind some other program if one is given. */
  async start(
    args: readonly string[] = [],
    before: readonly string[] = [],
  ): Promise<Deno.ChildProcess> {
    const [program, ...rest] = [...before, ...await this.call(...args)];
    return new Deno.Command(program!, {
      args: rest,
      cwd: this.path,
      env: { NO_COLOR: "1" },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  }

  /** Runs the task to its end. */
  async run(
    args: readonly string[] = [],
    before: readonly string[] = [],
  ): Promise<Said> {
    return await ended(await this.start(args, before));
  }

  /** What the task has left in its own folder, the lock and the cache apart. */
  async left(): Promise<string[]> {
    const found: string[] = [];
    const walk = async (folder: string, path: string) => {
      for await (const { name, isDirectory } of Deno.readDir(folder)) {
        if (isDirectory && name === "findings") {
          await walk(join(folder, name), `${name}/`);
        } else if (!/^report\.lock$|^[0-9a-f]{64}\.json$/.test(name)) {
          found.push(path + name);
        }
      }
    };
    try {
      await walk(await this.work(), "");
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    return found;
  }
}

/** Copies that no test uses now. */
const free: Project[] = [];

Deno.test.afterAll(async () => {
  for (const { path } of free.splice(0)) await removeIfThere(path);
});

/**
 * Runs with a copy of the project as it is at first. A copy serves one test after
 * another: Deno reads its modules anew in each new folder.
 */
export async function withProject<T>(
  use: (project: Project) => Promise<T>,
): Promise<T> {
  const project = free.pop() ?? await Project.in(await Deno.makeTempDir());
  try {
    return await use(project);
  } finally {
    await project.renew();
    free.push(project);
  }
}

/** Waits for the end of a task. */
export async function ended(child: Deno.ChildProcess): Promise<Said> {
  const { code, signal, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return {
    code,
    signal,
    said: decoder.decode(stdout) + decoder.decode(stderr),
  };
}

/** Waits until a task says some words; what comes after is not read. */
export async function says(
  child: Deno.ChildProcess,
  words: RegExp,
): Promise<void> {
  let said = "";
  for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
    said += text;
    if (words.test(said)) return;
  }
  throw new Error(`It never said ${words}, but:\n${said}`);
}

/** Every file of a folder with its bytes as text; nothing where there is none. */
export async function contents(
  folder: string,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  try {
    for await (const { name } of Deno.readDir(folder)) {
      files[name] = await Deno.readTextFile(join(folder, name));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files;
}
