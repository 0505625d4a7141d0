/**
 * Tabs with their panels: arrows go from tab to tab, as the ARIA practices have
 * it. A tab's panel is the element that it controls.
 */
export class Tabs {
  readonly #tabs: readonly HTMLButtonElement[];
  readonly #chosen: (id: string) => void;

  /** @param chosen Called with the id of the panel that is shown. */
  constructor(list: HTMLElement, chosen: (id: string) => void) {
    this.#tabs = [...list.querySelectorAll<HTMLButtonElement>("[role=tab]")];
    this.#chosen = chosen;
    for (const tab of this.#tabs) {
      tab.addEventListener("click", () => this.choose(panelOf(tab)));
    }
    list.addEventListener("keydown", (event) => {
      const at = this.#tabs.indexOf(event.target as HTMLButtonElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[
        event.key
      ];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      const tab = this.#tabs.at(to % this.#tabs.length)!;
      this.choose(panelOf(tab));
      tab.focus();
    });
  }

  /** The id of the panel that is shown. */
  get panel(): string {
    const chosen = this.#tabs.find((tab) => tab.ariaSelected === "true");
    return panelOf(chosen ?? this.#tabs[0]!);
  }

  /** Shows a panel. */
  choose(panel: string): void {
    for (const tab of this.#tabs) {
      const is = panelOf(tab) === panel;
      tab.ariaSelected = String(is);
      tab.tabIndex = is ? 0 : -1;
      const place = document.getElementById(panelOf(tab));
      // Several tabs may share a panel.
      if (place) place.hidden = panelOf(tab) !== panel;
    }
    this.#chosen(panel);
  }
}

function panelOf(tab: HTMLElement): string {
  return tab.getAttribute("aria-controls")!;
}
