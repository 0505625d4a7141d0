import { type ChartClaim, chartClaim } from "../../../chart/chart_claim.ts";
import { claimIntervals } from "../../../dataset/intervals.ts";
import type { ExplorerData } from "../data.ts";
import { claimHref } from "../../claims/anchor.ts";
import { el } from "./dom.ts";

/** How the page names claims and measures. */
export class Names {
  readonly #entries: ReadonlySet<string>;
  readonly #labels: ReadonlyMap<string, string>;
  #claims = new Map<string, ChartClaim>();

  /** @param data The whole dataset: its claims have entries. */
  constructor(data: ExplorerData) {
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

  /** A claim's id, and the way to its entry if it has one. */
  link(claim: string): HTMLElement {
    const code = el("code", {}, claim);
    return this.hasEntry(claim)
      ? el("a", { href: claimHref(claim), "data-claim": claim }, code)
      : el("span", { "data-claim": claim }, code);
  }
}
