import { describeReading } from "../../../dataset/describe_reading.ts";
import type { Row } from "../../../dataset/rows.ts";
import { canTakePart, collections, type ExplorerData } from "../data.ts";
import { readAs } from "../as_read.ts";
import { countWords, switchWords } from "../switch_words.ts";
import { groupTitle } from "../../claims/group.ts";
import { at, count, el, fill, put } from "./dom.ts";
import type { Names } from "./names.ts";
import type { Store } from "./store.ts";

/** What a collection is called. */
export function collectionName(collection: string): string {
  return groupTitle({ collection: collection || null });
}

/** So many claims of a collection are unfolded from the start. */
const UNFOLDED = 40;

/** The same for "Ministère", "ministere"; for "60,000" and "60000". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/(?<=\d)[,\u00a0\u202f](?=\d{3})/g, "");
}

function toggled(list: readonly string[], id: string, on: boolean): string[] {
  return on ? list.filter((other) => other !== id) : [...list, id];
}

interface ClaimRow {
  readonly id: string;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly select: HTMLSelectElement | null;
  /** Says what it is read as. */
  readonly words: HTMLElement;
  readonly claim: Row<"claims">;
  readonly text: string;
}

interface SourceRow {
  readonly id: string;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly details: HTMLDetailsElement;
  /** Whether it is unfolded where nothing is sought. */
  readonly open: boolean;
  readonly claims: readonly ClaimRow[];
}

interface CollectionRow {
  readonly id: string;
  readonly box: HTMLInputElement;
  readonly sources: HTMLElement;
  /** Says how many claims take part. */
  readonly count: HTMLElement;
  readonly claims: readonly Row<"claims">[];
  readonly rows: readonly SourceRow[];
}

/** Switches for every claim that can take part, by collection and source. */
export class ClaimsControl {
  readonly #store: Store;
  #data: ExplorerData;
  readonly #names: Names;
  #sources: ReadonlyMap<string, Row<"sources">> = new Map();
  #collections: readonly CollectionRow[] | undefined;

  constructor(store: Store, data: ExplorerData, names: Names) {
    this.#store = store;
    this.#data = data;
    this.#names = names;
    const search = at<HTMLInputElement>("x-find");
    search.addEventListener("input", () => this.#find(search.value));
  }

  /** Takes other data. */
  take(data: ExplorerData): void {
    this.#data = data;
    this.#collections = undefined;
  }

  /** The switches; made when they are first shown. */
  #rows(): readonly CollectionRow[] {
    if (this.#collections) return this.#collections;
    const { sources } = this.#data;
    this.#sources = new Map(sources.map((row) => [row.source_id, row]));
    fill(at("x-claims"));
    this.#collections = collections(this.#data).map((id, i) =>
      this.#collection(id, i)
    );
    this.#find(at<HTMLInputElement>("x-find").value);
    return this.#collections;
  }

  /** Shows the state. */
  show(): void {
    // Made again only where they are seen: there may be thousands.
    if (!this.#collections && !at("x-explorer").checkVisibility()) return;
    const { state } = this.#store;
    const { readings } = this.#data;
    const chosen = new Map(Object.entries(state.readings));
    const on = new Set(state.collections);
    const off = new Set(state.without);
    const offSources = new Set(state.withoutSources);
    for (const collection of this.#rows()) {
      const { id, box, sources, count, claims, rows } = collection;
      box.checked = on.has(id);
      sources.hidden = !box.checked;
      count.textContent = countWords(claims, readings, state.readings);
      for (const source of rows) {
        source.box.checked = !offSources.has(source.id);
        source.element.classList.toggle("off", !source.box.checked);
        for (const claim of source.claims) {
          claim.box.checked = !off.has(claim.id);
          claim.element.classList.toggle("off", !claim.box.checked);
          if (claim.select) {
            const reading = chosen.get(claim.id);
            claim.select.value = reading ?? "default";
            claim.words.textContent = switchWords(
              readAs(claim.claim, readings, reading),
              (id) => this.#names.measure(id),
            );
          }
        }
      }
    }
  }

  #collection(id: string, i: number): CollectionRow {
    const { claims, readings } = this.#data;
    const byClaim = Map.groupBy(readings, ({ claim_id }) => claim_id);
    const own = claims.filter((claim) =>
      (claim.collection ?? "") === id &&
      canTakePart(claim, byClaim.get(claim.claim_id) ?? [])
    );
    const bySource = Map.groupBy(own, ({ source_id }) => source_id ?? "");
    const rows = [...bySource].map(([source, claims]) =>
      this.#source(source, claims, byClaim, own.length <= UNFOLDED)
    );
    const box = el("input", { type: "checkbox", id: `x-collection-${i}` });
    box.addEventListener("change", () => {
      const { collections: on } = this.#store.state;
      this.#store.change({ collections: toggled(on, id, !box.checked) });
    });
    const sources = el(
      "ul",
      { class: "sources" },
      rows.map(({ element }) => element),
    );
    const name = collectionName(id);
    const counted = el("small", {});
    put(
      at("x-claims"),
      el(
        "section",
        { class: "switches", "aria-label": name },
        el(
          "label",
          { class: "switch collection-switch" },
          box,
          el(
            "span",
            {},
            name,
            " ",
            counted,
          ),
        ),
        sources,
      ),
    );
    return { id, box, sources, count: counted, claims: own, rows };
  }

  #source(
    id: string,
    claims: readonly Row<"claims">[],
    readings: ReadonlyMap<string, readonly Row<"readings">[]>,
    open: boolean,
  ): SourceRow {
    const source = this.#sources.get(id);
    const name = [source?.publisher ?? (id || "No source"), source?.published]
      .filter(Boolean).join(", ");
    const box = el("input", { type: "checkbox", disabled: id === "" });
    box.addEventListener("change", () => {
      const { withoutSources } = this.#store.state;
      this.#store.change({
        withoutSources: toggled(withoutSources, id, box.checked),
      });
    });
    const rows = claims.map((claim) =>
      this.#claim(claim, readings.get(claim.claim_id) ?? [], name)
    );
    const details = el(
      "details",
      { open },
      el(
        "summary",
        {},
        count(claims.length, "claim"),
        el("span", { class: "unseen" }, ` of ${name}`),
      ),
      el("ul", {}, rows.map(({ element }) => element)),
    );
    const element = el(
      "li",
      {
        class: "source-switch",
        "data-claim": rows.map(({ id }) => id).join("\n"),
      },
      el("label", { class: "switch" }, box, el("bdi", {}, name)),
      details,
    );
    return { id, element, box, details, open, claims: rows };
  }

  #claim(
    claim: Row<"claims">,
    readings: readonly Row<"readings">[],
    source: string,
  ): ClaimRow {
    const id = claim.claim_id;
    const said = switchWords(claim, (id) => this.#names.measure(id));
    const words = el("bdi", {}, said);
    const box = el("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      const { without } = this.#store.state;
      this.#store.change({ without: toggled(without, id, box.checked) });
    });
    const element = el(
      "li",
      { class: "claim-switch", "data-claim": id },
      el("label", { class: "switch" }, box, words),
      claim.wording && el("q", { dir: "auto" }, claim.wording),
      el("p", { class: "entry" }, this.#names.id(id)),
    );
    let select: HTMLSelectElement | null = null;
    if (readings.length > 0) {
      select = el(
        "select",
        { "aria-label": `Reading of ${id}` },
        el("option", { value: "default" }, "as in the report"),
        readings.map((row) =>
          el(
            "option",
            { value: row.reading },
            `${row.reading}: ${describeReading(row)}`,
          )
        ),
      );
      select.addEventListener("change", () => {
        const { [id]: _, ...rest } = this.#store.state.readings;
        const { value } = select!;
        this.#store.change({
          readings: value === "default" ? rest : { ...rest, [id]: value },
        });
      });
      put(element, el("p", { class: "reading" }, "Read ", select));
    }
    const { speaker, origin } = claim;
    const text = [
      id,
      said,
      claim.measure,
      claim.wording,
      speaker,
      origin,
      source,
    ].join(" ");
    return { id, element, box, select, words, claim, text: plain(text) };
  }

  /** Shows the claims that have every word. */
  #find(text: string): void {
    const words = plain(text).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { rows } of this.#rows()) {
      for (const { element, details, open, claims } of rows) {
        let some = false;
        for (const claim of claims) {
          const fits = words.every((word) => claim.text.includes(word));
          claim.element.hidden = !fits;
          some ||= fits;
          if (fits) shown++;
        }
        element.hidden = !some;
        details.open = words.length > 0 ? some : open;
      }
    }
    at("x-found").textContent = words.length === 0
      ? ""
      : `${count(shown, "claim")} found`;
  }
}
