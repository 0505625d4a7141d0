import { type ChartClaim, chartClaim } from "../../../chart/chart_claim.ts";
import { claimIntervals } from "../../../dataset/intervals.ts";
import type { ExplorerData } from "../data.ts";
import { claimHref } from "../../claims/anchor.ts";
import { el } from "./dom.ts";

/** How the page names claims and measures. */
export class Names {
  readonly #hrefOf: (claim: string) => string;
  #entries: ReadonlySet<string> = new Set();
  #labels: ReadonlyMap<string, string> = new Map();
  #claims = new Map<string, ChartClaim>();

  /**
   * @param data The whole dataset: its claims have entries.
   * @param hrefOf Where a claim's entry is.
   */
  constructor(
    data: ExplorerData,
    hrefOf: (claim: string) => string = claimHref,
  ) {
    this.#hrefOf = hrefOf;
    this.take(data);
  }

  /** Takes other data. */
  take(data: ExplorerData): void {
    this.#entries = new Set(data.claims.map(({ claim_id }) => claim_id));
    this.#labels = new Map(
      data.measures.flatMap(({ measure, label }) =>
        label ? [[measure, label] as const] : []
      ),
    );
  }

  /** Takes the claims as they are read now. */
  update(data: ExplorerData): void {
    this.#claims = new Map(
      claimIntervals({ folder: "", ...data }).map((row) => {
        const name = chartClaim(row);
        return [name.claim, name];
      }),
    );
  }

  /** The claims by name. */
  get claims(): ChartClaim[] {
    return [...this.#claims.values()];
  }

  /** "Kyiv Post: 19,922 · Jan–Oct 2024". */
  label(claim: string): string {
    return this.#claims.get(claim)?.label ?? claim;
  }

  /** What a measure is called. */
  measure(id: string): string {
    return this.#labels.get(id) ?? id;
  }

  /** Whether a claim has an entry in `claims.html`. */
  hasEntry(claim: string): boolean {
    return this.#entries.has(claim);
  }

  /** Where a claim's entry is. */
  href(claim: string): string {
    return this.#hrefOf(claim);
  }

  /** A claim's id, and the way to its entry if it has one. */
  id(claim: string): HTMLElement {
    const code = el("code", {}, claim);
    return this.hasEntry(claim)
      ? el("a", { href: this.href(claim), "data-claim": claim }, code)
      : el("span", { "data-claim": claim }, code);
  }

  /** A claim as it is called, its id small beside it, and the way to its entry. */
  link(claim: string): HTMLElement {
    const label = this.label(claim);
    if (label === claim) return this.id(claim);
    return el(
      "span",
      { class: "named" },
      el("bdi", {}, label),
      " ",
      this.id(claim),
    );
  }
}
