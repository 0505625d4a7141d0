import { TextLineStream } from "../../../../lib/cli/jupyter/environment/text_lines.ts";

/** What a set-up said and how it ended. */
export interface SetUp {
  readonly code: number;
  readonly said: string;
}

/** A set-up of a folder in a process of its own, as `deno task setup` does. */
export class SettingUp {
  readonly #child: Deno.ChildProcess;
  readonly #said: string[] = [];
  readonly #read: Promise<void>;

  constructor(root: string, env: Record<string, string>) {
    const module = (name: string) =>
      new URL(
        `../../../../lib/cli/jupyter/environment/${name}.ts`,
        import.meta.url,
      ).href;
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `import { ensureEnvironment } from "${module("venv")}";
         import { runTask } from "${module("failure")}";
         import { interruption } from "${module("signals")}";
         await runTask(() => ensureEnvironment(${
          JSON.stringify(root)
        }, interruption()));`,
      ],
      env: { NO_COLOR: "1", ...env },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#child = child;
    this.#read = (async () => {
      const lines = child.stderr.pipeThrough(new TextDecoderStream())
        .pipeThrough(new TextLineStream());
      for await (const line of lines) this.#said.push(line);
    })();
  }

  kill(signal: Deno.Signal): void {
    this.#child.kill(signal);
  }

  async ended(): Promise<SetUp> {
    const { code } = await this.#child.status;
    await this.#read;
    return { code, said: this.#said.join("\n") };
  }
}
