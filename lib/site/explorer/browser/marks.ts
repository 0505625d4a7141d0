/** Marks the claims of what is pointed at, wherever the page shows them. */
export class Marks {
  #claims: ReadonlySet<string> = new Set();

  /** Marks these claims and no others. */
  show(claims: Iterable<string>): void {
    this.#claims = new Set(claims);
    this.refresh();
  }

  /** Marks again what has been drawn anew. */
  refresh(): void {
    const any = this.#claims.size > 0;
    document.documentElement.classList.toggle("marking", any);
    for (const element of document.querySelectorAll("[data-claim]")) {
      const claims = element.getAttribute("data-claim")!.split("\n");
      element.classList.toggle(
        "marked",
        claims.some((claim) => this.#claims.has(claim)),
      );
    }
  }
}
