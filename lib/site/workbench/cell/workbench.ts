import { formatProblem } from "../../../dataset/problem.ts";
import { type RowsOf, Selection } from "../../../dataset/selection.ts";
import { isRecord } from "../../../quantity/check_options.ts";
import { InputError } from "../../../quantity/input_error.ts";
import { showValue } from "../../../quantity/show_value.ts";
import { unawaited } from "../../../quantity/unawaited.ts";
import type {
  ReconcileInput,
  ReconcileOptions,
  Tables as GivenTables,
} from "../../../reconcile/model/tables.ts";
import { collections } from "../../explorer/data.ts";
import { defaultState } from "../../explorer/state.ts";
import { checkTables } from "../check.ts";
import { chosenOptions } from "../chosen.ts";
import { emptyWorkbench, type Workbench } from "../state.ts";
import { TABLE_NAMES, tableOf, type Tables } from "../tables.ts";
import { readTold, type Told } from "../told.ts";
import { cellPage, packText } from "./cell_page.ts";
import { pictureOf } from "./picture.ts";

/** What the notebook's kernel is given, to pass on what a page says. */
interface Shown {
  open(): Promise<Uint8Array>;
  take(told: unknown): void;
}

/** The workbenches that this kernel has shown, where this runs in one. */
function shownHere(): Map<string, Shown> | undefined {
  const own = (globalThis as Record<symbol, unknown>)[
    Symbol.for("tallystick.workbenches")
  ];
  return own instanceof Map ? own : undefined;
}

function cells(row: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [column, `${cell ?? ""}`]),
  );
}

/** What is given, as a workbench holds it. */
function tablesOf(given: ReconcileInput): Tables {
  const tables: GivenTables = Array.isArray(given)
    ? { claims: given }
    : given as GivenTables;
  if (!isRecord(tables) || !Array.isArray(tables.claims)) {
    const advice = tables as unknown instanceof Promise
      ? "; await it first"
      : "; give a dataset, its tables, or claims";
    throw new InputError(`${showValue(given)} has no claims${advice}`);
  }
  return Object.fromEntries(
    TABLE_NAMES.map((name) => [
      name,
      tableOf(name, (tables[name] ?? []).map(cells)),
    ]),
  ) as unknown as Tables;
}

/**
 * A workbench in a notebook's cell: it shows itself as the last value of a
 * cell, live where JupyterLab runs it, and as a picture where it is only read.
 * `workbench` makes one.
 *
 * @example
 * ```ts
 * import { type ShownWorkbench, workbench } from "./workbench.ts";
 * import assert from "node:assert/strict";
 *
 * const bench: ShownWorkbench = workbench();
 * assert.deepEqual(bench.options, {});
 * ```
 */
export class ShownWorkbench {
  readonly #id = crypto.randomUUID();
  readonly #folder: string;
  #now: Pick<Workbench, "tables">;
  #options: ReconcileOptions;

  /** Use `workbench`. */
  constructor(tables: Tables, folder: string) {
    this.#folder = folder;
    this.#now = { tables };
    const { data } = checkTables(tables);
    this.#options = data
      ? chosenOptions(defaultState(data), collections(data))
      : {};
  }

  /**
   * What the workbench holds by now, as a dataset: what was put in, and what
   * was changed in the page since.
   *
   * @throws {InputError} When the tables have problems, with all of them.
   */
  dataset(): Promise<Selection> {
    // A selection has its tables as its own.
    const like = new Selection(this.#folder, {} as RowsOf);
    return unawaited(this.#dataset(), "dataset()", like);
  }

  // Asynchronous as what reads a dataset is everywhere.
  // deno-lint-ignore require-await
  async #dataset(): Promise<Selection> {
    const { data, problems } = checkTables(this.#now.tables);
    if (problems.length > 0) {
      throw new InputError(
        `The workbench has ${
          problems.length === 1 ? "a problem" : `${problems.length} problems`
        }:\n${problems.map(formatProblem).join("\n")}`,
      );
    }
    return this.#selection(data!);
  }

  #selection(data: NonNullable<ReturnType<typeof checkTables>["data"]>) {
    return new Selection(
      this.#folder,
      Object.fromEntries(
        TABLE_NAMES.map((name) => [name, () => data[name]]),
      ) as unknown as RowsOf,
    );
  }

  /**
   * How the page takes the claims by now: what `reconcile` is to be given as
   * its options to show the same.
   */
  get options(): ReconcileOptions {
    return this.#options;
  }

  /** What a notebook shows and keeps. */
  async [Symbol.for("Jupyter.display")](): Promise<
    Readonly<Record<string, string | { readonly workbench: string }>>
  > {
    const { data, problems } = checkTables(this.#now.tables);
    const { html, text } = await pictureOf(
      problems.length === 0 && data ? this.#selection(data) : undefined,
      this.#options,
      problems.map(formatProblem),
    );
    shownHere()?.set(this.#id, {
      open: async () =>
        await packText(
          await cellPage({ ...emptyWorkbench(), ...this.#now }),
        ),
      take: (told) => this.#take(readTold(told)),
    });
    return {
      "application/vnd.tallystick.workbench+json": { workbench: this.#id },
      "text/html": html,
      "text/plain": text,
    };
  }

  #take(told: Told | undefined): void {
    if (!told) return;
    this.#now = { tables: told.tables };
    this.#options = told.options;
  }

  /** What it is, in a terminal. */
  toString(): string {
    const { length } = this.#now.tables.claims.rows;
    return `A workbench of ${length} ${length === 1 ? "claim" : "claims"}`;
  }

  /** What a terminal shows. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }
}

/**
 * The workbench in a cell: edit and switch claims there, and see what cannot be
 * true; `await bench.dataset()` and `bench.options` are what it has come to.
 * What is given is not changed. A saved notebook keeps a picture of it.
 *
 * @param data What it opens with: a dataset, its tables, or claims alone;
 * nothing where it is left out.
 *
 * @throws {InputError} When what is given has no claims.
 *
 * @example
 * ```ts
 * import { workbench } from "./workbench.ts";
 * import { loadDataset } from "../../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../../data", import.meta.url));
 * const bench = workbench(data);
 * const again = await bench.dataset();
 * assert.deepEqual(again.claims, data.claims);
 * ```
 */
export function workbench(data: ReconcileInput = []): ShownWorkbench {
  const tables = tablesOf(data);
  const { folder } = data as { readonly folder?: unknown };
  return new ShownWorkbench(
    tables,
    typeof folder === "string" ? folder : "the workbench",
  );
}
