/** Where a task may do something: anywhere, or in and with what is named. */
export type Reach = "any" | readonly string[];

/** What a task may do, as its command in deno.json has it. */
export interface Permissions {
  readonly name: string;
  /** The command as it stands. */
  readonly command: string;
  /** The commands it calls, where it is none of Deno's own runs. */
  readonly calls: readonly string[];
  /** The arguments of `deno run` before the task's own file. */
  readonly flags: readonly string[];
  readonly read: Reach;
  readonly write: Reach;
  readonly run: Reach;
  readonly env: Reach;
  readonly net: Reach;
  /** Whether it may load native code, which may do everything. */
  readonly native: boolean;
}

/** What a command has to say for the Deno that runs it, wherever that is. */
const THIS_DENO = `"$(deno eval 'console.log(Deno.execPath())')"`;

interface Config {
  readonly tasks: Readonly<Record<string, string | { command: string }>>;
}

function permissionsOf(name: string, command: string): Permissions {
  const words = command.replace(THIS_DENO, "deno").split(" ");
  const own = words[0] === "deno" && words[1] === "run";
  const file = words.findIndex((word) => word.endsWith(".ts"));
  const flags = own ? words.slice(2, file) : [];
  const reach = (kind: string): Reach => {
    const flag = flags.find((flag) => flag.split("=")[0] === `--allow-${kind}`);
    if (flag === undefined) return [];
    return flag.includes("=") ? flag.split("=")[1]!.split(",") : "any";
  };
  return {
    name,
    command,
    calls: own ? [] : command.split(" && "),
    flags,
    read: reach("read"),
    write: reach("write"),
    run: reach("run"),
    env: reach("env"),
    net: reach("net"),
    native: flags.some((flag) => flag.startsWith("--allow-ffi")),
  };
}

/** The tasks of a deno.json, and what each may do. */
export function readTasks(config: string): Permissions[] {
  return Object.entries((JSON.parse(config) as Config).tasks).map(
    ([name, task]) =>
      permissionsOf(name, typeof task === "string" ? task : task.command),
  );
}
