import { plain } from "../text/plain.ts";

/** What a notebook can show: the same thing in several media types. */
export type MediaBundle = Readonly<Record<string, string>>;

/**
 * Something that a notebook shows when it is the last value of a cell, and that
 * is plain text anywhere else.
 *
 * @example
 * ```ts
 * import { Shown } from "./display.ts";
 * import assert from "node:assert/strict";
 *
 * const shown = new Shown({ "text/html": "<b>5</b>", "text/plain": "5" });
 * assert.equal(`${shown}`, "5");
 * ```
 */
export class Shown {
  readonly #bundle: MediaBundle;

  /** Takes what to show, by media type; `text/plain` is what a script sees. */
  constructor(bundle: MediaBundle & { readonly "text/plain": string }) {
    this.#bundle = { ...bundle, "text/plain": plain(bundle["text/plain"]) };
  }

  /** What the Deno kernel asks for. */
  [Symbol.for("Jupyter.display")](): MediaBundle {
    return this.#bundle;
  }

  /** The plain text. */
  toString(): string {
    return this.#bundle["text/plain"] ?? "";
  }
}

/** What shows a value: its own display, or its text. */
function mediaOf(value: unknown): MediaBundle {
  const own = (value as Record<symbol, unknown> | null | undefined)?.[
    Symbol.for("Jupyter.display")
  ];
  return typeof own === "function"
    ? own.call(value) as MediaBundle
    : { "text/plain": plain(Deno.inspect(value)) };
}

/** What a notebook's kernel is told by. */
interface Kernel {
  broadcast(type: string, content: Record<string, unknown>): Promise<void>;
}

/** The notebook's kernel, where this runs in one. */
function kernel(): Kernel | undefined {
  try {
    // Elsewhere it throws, and has no type.
    return (Deno as unknown as { readonly jupyter?: Kernel }).jupyter;
  } catch {
    return undefined;
  }
}

/**
 * Shows several things in one cell, at once and in order: a notebook shows by
 * itself only the last value of a cell. Elsewhere it prints their plain text.
 *
 * @example
 * ```ts
 * import { display } from "./display.ts";
 * import { table } from "./table.ts";
 * import assert from "node:assert/strict";
 *
 * const shown = [1, 2].map((cases) => table([{ cases }]));
 * assert.equal(display(...shown), undefined);
 * ```
 */
export function display(...values: readonly unknown[]): void {
  const jupyter = kernel();
  for (const value of values) {
    const data = mediaOf(value);
    if (!jupyter) console.log(data["text/plain"]);
    else void jupyter.broadcast("display_data", { data, metadata: {} });
  }
}
