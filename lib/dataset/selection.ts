import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import type { Claim, GivenClaim } from "../quantity/claim.ts";
import { givenRows } from "../quantity/given_rows.ts";
import { InputError } from "../quantity/input_error.ts";
import { takesId, takesList } from "../quantity/takes.ts";
import { unknownId } from "../quantity/unknown_id.ts";
import { escapeHtml } from "../text/escape_html.ts";
import { plain } from "../text/plain.ts";
import type { Dataset } from "./dataset.ts";
import type { Row, TableName } from "./rows.ts";
import { rowsAbout } from "./rows_about.ts";
import { shownRows } from "./shown_rows.ts";
import { TABLES } from "./tables.ts";

/**
 * Which claims are meant, by what is said of them. Each key is a list of ids or
 * names, of which a claim has one.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import type { Which } from "./selection.ts";
 * import assert from "node:assert/strict";
 *
 * const which: Which = { collections: ["reports"], statuses: ["official"] };
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * assert.ok(data.only(which).claims.every(({ status }) => status === "official"));
 * ```
 */
export interface Which {
  /** Ids of claims. */
  readonly claims?: readonly string[] | undefined;
  /** Collections. */
  readonly collections?: readonly string[] | undefined;
  /** Ids of sources. */
  readonly sources?: readonly string[] | undefined;
  /** Publishers of sources. */
  readonly publishers?: readonly string[] | undefined;
  /** Origins: whom a claim goes back to. */
  readonly origins?: readonly string[] | undefined;
  /** What is counted, in the claim's own reading. */
  readonly measures?: readonly string[] | undefined;
  /** How well the origin is known. */
  readonly statuses?: readonly string[] | undefined;
  /** Kinds of numbers. */
  readonly kinds?: readonly string[] | undefined;
}

const ids = takesList(takesId, "ids");

const OPTION_TYPES: OptionTypes<Which> = {
  claims: ids,
  collections: ids,
  sources: ids,
  publishers: ids,
  origins: ids,
  measures: ids,
  statuses: ids,
  kinds: ids,
};

/** What one of these keys is called, and where a claim has it. */
const KEYS: {
  readonly [K in keyof Which]-?: readonly [
    name: string,
    of: (claim: Claim, publisher: string | null) => string | null | undefined,
  ];
} = {
  claims: ["claim", ({ claim_id }) => claim_id],
  collections: ["collection", ({ collection }) => collection],
  sources: ["source of a claim", ({ source_id }) => source_id],
  publishers: ["publisher", (_, publisher) => publisher],
  origins: ["origin", ({ origin }) => origin],
  measures: ["measure of a claim", ({ measure }) => measure],
  statuses: ["status of a claim", ({ status }) => status],
  kinds: ["kind of a claim", ({ kind }) => kind],
};

const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** The rows of each table, made when they are first asked for. */
export type RowsOf = {
  readonly [T in TableName]: () => readonly Row<T>[];
};

/** The tables of a selection: they are properties of it. */
export interface Selection extends Dataset {}

/**
 * A dataset, or some of its claims with the rows of the other tables that belong
 * to them. Each selection is a dataset of its own: nothing of it changes the one
 * that it was made from. `loadDataset` gives the whole.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import type { Selection } from "./selection.ts";
 * import assert from "node:assert/strict";
 *
 * const data: Selection = await loadDataset(new URL("../../data", import.meta.url));
 * const some = data.only({ collections: ["reports"] })
 *   .without({ sources: ["izvestia-2025-07"] });
 * assert.ok(some.claims.length < data.claims.length);
 * assert.ok(some.sources.every(({ source_id }) => source_id !== "izvestia-2025-07"));
 * ```
 */
export class Selection {
  /** The folder it was read from, as it was given. */
  readonly folder: string;

  /** Use `loadDataset`, which reads and checks a folder. */
  constructor(folder: string, rowsOf: RowsOf) {
    this.folder = folder;
    for (const name of TABLE_NAMES) {
      Object.defineProperty(this, name, {
        enumerable: true,
        configurable: true,
        get: () => {
          const value = shownRows(name, rowsOf[name]());
          const property = { value, enumerable: true, writable: true };
          Object.defineProperty(this, name, property);
          return value;
        },
      });
    }
  }

  /**
   * The claims that have one of the names given under every key.
   *
   * @throws {InputError} When a key is none, or no claim has a name given.
   */
  only(which: Which): Selection {
    const fits = this.#tests(which);
    return this.#keep((claim) => fits.every((fit) => fit(claim)));
  }

  /**
   * The claims that have none of the names given, under whatever key.
   *
   * @throws {InputError} When a key is none, or no claim has a name given.
   */
  without(which: Which): Selection {
    const fits = this.#tests(which);
    return this.#keep((claim) => !fits.some((fit) => fit(claim)));
  }

  /**
   * These claims and more: rows as `claims.csv` has them, numbers as text or as
   * numbers, empty cells left out.
   *
   * @throws {InputError} When a claim cannot be read or its id is taken.
   */
  with(...claims: readonly GivenClaim[]): Selection {
    const taken = new Set(this.claims.map(({ claim_id }) => claim_id));
    const empty = Object.fromEntries(
      Object.keys(TABLES.claims.shape).map((column) => [column, null]),
    );
    const added = givenRows("claims", claims).map((claim) => {
      if (taken.has(claim.claim_id)) {
        throw new InputError(
          `'${claim.claim_id}' is the id of a claim already; give the new one ` +
            "an id of its own, or leave the other out with without()",
        );
      }
      taken.add(claim.claim_id);
      return { ...empty, ...claim } as Row<"claims">;
    });
    return this.#copy({ claims: () => [...this.claims, ...added] });
  }

  /** Who published the documents: each publisher once, in their order. */
  get publishers(): string[] {
    return [...new Set(this.sources.flatMap((row) => row.publisher || []))];
  }

  /** What a measure is called: its label, or its id where it has none. */
  nameOf(measure: string): string {
    return this.measures.find((row) => row.measure === measure)?.label ||
      measure;
  }

  /** The claims that are modelled: all but those of kind `none`. */
  get modelled(): Selection {
    return this.#keep(({ kind }) => kind !== "none");
  }

  #tests(which: Which): ((claim: Row<"claims">) => boolean)[] {
    checkOptions(which, OPTION_TYPES);
    const publishers = new Map(
      this.sources.map((row) => [row.source_id, row.publisher]),
    );
    return (Object.keys(KEYS) as (keyof Which)[]).flatMap((key) => {
      const wanted = which[key];
      if (wanted === undefined) return [];
      const [name, read] = KEYS[key];
      const of = (claim: Row<"claims">) =>
        read(claim, publishers.get(claim.source_id ?? "") ?? null);
      const known = new Set(this.claims.flatMap((row) => of(row) || []));
      for (const id of wanted) {
        if (!known.has(id)) throw unknownId(name, id, known);
      }
      return [(claim: Row<"claims">) => wanted.includes(of(claim) ?? "")];
    });
  }

  #keep(fits: (claim: Row<"claims">) => boolean): Selection {
    return this.#copy(rowsAbout(this, this.claims.filter(fits)));
  }

  #copy(changed: Partial<RowsOf>): Selection {
    const same = Object.fromEntries(
      TABLE_NAMES.map((name) => [name, () => this[name]]),
    );
    return new Selection(this.folder, { ...same, ...changed } as RowsOf);
  }

  /** How many claims of how many sources, what they count, and since when. */
  toString(): string {
    const { claims, sources, measures } = this;
    const many = (n: number, noun: string) =>
      `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
    const groups = Map.groupBy(claims, ({ collection }) => collection);
    const parts = groups.size < 2
      ? ""
      : ` (${
        [...groups].map(([name, own]) =>
          `${own.length.toLocaleString("en-US")} in ${name ?? "no collection"}`
        ).join(", ")
      })`;
    const counting = claims.filter(({ kind }) => kind !== "none");
    const counted = new Set(counting.map((row) => row.measure));
    const modelled = counting.length;
    const labels = new Map(measures.map((row) => [row.measure, row.label]));
    const named = [...counted].slice(0, NAMED).map((id) =>
      labels.get(id) ?? id
    );
    return plain(
      `${many(claims.length, "claim")}${parts} of ` +
        `${many(sources.length, "source")}; ${
          modelled.toLocaleString("en-US")
        }` +
        ` modelled, counting ${many(counted.size, "measure")}` +
        (named.length === 0
          ? "."
          : `: ${named.join("; ")}${counted.size > NAMED ? "; …" : ""}.`),
    );
  }

  /** What a terminal shows. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }

  /** What a terminal shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  /** What a notebook shows. */
  [Symbol.for("Jupyter.display")](): Readonly<Record<string, string>> {
    return {
      "text/html": `<p class="mathjax_ignore">${
        escapeHtml(this.toString())
      }</p>`,
      "text/plain": this.toString(),
    };
  }
}

/** How many measures a selection names when it is shown. */
const NAMED = 5;
