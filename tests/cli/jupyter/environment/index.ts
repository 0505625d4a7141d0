import { createHash } from "node:crypto";
import { zipSync } from "fflate";

const encode = (text: string) => new TextEncoder().encode(text);

/** A wheel of one module, as small as one can be. */
function wheel(name: string, module: string): Uint8Array<ArrayBuffer> {
  const info = `${name}-1.0.dist-info`;
  return new Uint8Array(zipSync({
    [`${name}.py`]: encode(module),
    [`${info}/METADATA`]: encode(
      `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    ),
    [`${info}/WHEEL`]: encode(
      "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    ),
    [`${info}/RECORD`]: encode(""),
  }));
}

/** How the index behaves, as long as nothing else is said. */
export type Manner = "answers" | "falls silent";

/** A package index on this machine that has one package, `nbformat` 1.0. */
export class PackageIndex implements AsyncDisposable {
  readonly requirements: string;
  manner: Manner = "answers";
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  readonly #wheel: Uint8Array<ArrayBuffer>;
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #stop = new AbortController();

  constructor(module = "") {
    this.#wheel = wheel("nbformat", module);
    const hash = createHash("sha256").update(this.#wheel).digest("hex");
    this.requirements = `nbformat==1.0 --hash=sha256:${hash}\n`;
    this.#server = Deno.serve(
      {
        hostname: "127.0.0.1",
        port: 0,
        onListen: () => {},
        signal: this.#stop.signal,
      },
      (request) => this.#answer(new URL(request.url).pathname),
    );
  }

  get url(): string {
    return `http://127.0.0.1:${this.#server.addr.port}/simple/`;
  }

  #answer(path: string): Response {
    this.asked.push(path);
    if (path === "/simple/nbformat/") {
      return new Response(
        `<!DOCTYPE html><a href="/nbformat-1.0-py3-none-any.whl">nbformat-1.0-py3-none-any.whl</a>`,
        { headers: { "content-type": "text/html" } },
      );
    }
    if (!path.endsWith(".whl")) return new Response("", { status: 404 });
    if (this.manner === "answers") return new Response(this.#wheel);
    const half = this.#wheel.slice(0, this.#wheel.length / 2);
    return new Response(
      // The other half never comes, nor does the end.
      new ReadableStream({ start: (body) => body.enqueue(half) }),
      { headers: { "content-length": String(this.#wheel.length) } },
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#server.finished;
  }
}
