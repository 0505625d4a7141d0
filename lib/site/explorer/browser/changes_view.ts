import type { ExplorerData } from "../data.ts";
import { defaultState, type ExplorerState } from "../state.ts";
import { at, el, fill } from "./dom.ts";
import { collectionName } from "./claims_control.ts";
import type { Store } from "./store.ts";

/** A difference from the report, and how to take it back. */
interface Change {
  readonly words: string;
  readonly undo: Partial<ExplorerState>;
}

/** A source as it is called, with its id. */
function publisherOf({ sources }: ExplorerData, id: string): string {
  const publisher = sources.find((row) => row.source_id === id)?.publisher;
  return publisher ? `${publisher} (${id})` : id;
}

function changesOf(state: ExplorerState, data: ExplorerData): Change[] {
  const usual = defaultState(data);
  const changes: Change[] = [];
  const on = new Set(state.collections);
  const expected = new Set(usual.collections);
  for (const collection of new Set([...on, ...expected])) {
    if (on.has(collection) === expected.has(collection)) continue;
    changes.push({
      words: `${on.has(collection) ? "with" : "without"} ${
        collectionName(collection)
      }`,
      undo: {
        collections: on.has(collection)
          ? state.collections.filter((id) => id !== collection)
          : [...state.collections, collection],
      },
    });
  }
  for (const id of state.withoutSources) {
    changes.push({
      words: `without source ${publisherOf(data, id)}`,
      undo: { withoutSources: state.withoutSources.filter((x) => x !== id) },
    });
  }
  for (const id of state.without) {
    changes.push({
      words: `without ${id}`,
      undo: { without: state.without.filter((x) => x !== id) },
    });
  }
  for (const [claim, reading] of Object.entries(state.readings)) {
    const { [claim]: _, ...readings } = state.readings;
    changes.push({ words: `${claim} read as ${reading}`, undo: { readings } });
  }
  if (state.echoesOnce !== usual.echoesOnce) {
    changes.push({
      words: state.echoesOnce ? "echoes once" : "every echo by itself",
      undo: { echoesOnce: usual.echoesOnce },
    });
  }
  if (state.vintagesAll !== usual.vintagesAll) {
    changes.push({
      words: state.vintagesAll ? "all vintages" : "the latest vintages alone",
      undo: { vintagesAll: usual.vintagesAll },
    });
  }
  if (state.width !== usual.width) {
    changes.push({
      words: `width ${state.width}`,
      undo: { width: usual.width },
    });
  }
  if (state.knownBy !== null) {
    changes.push({
      words: `known by ${state.knownBy}`,
      undo: { knownBy: null },
    });
  }
  if (state.seconds !== null) {
    changes.push({
      words: `up to ${state.seconds} seconds`,
      undo: { seconds: null },
    });
  }
  for (const { id } of state.own) {
    changes.push({
      words: `with ${id}`,
      undo: {
        own: state.own.filter((claim) => claim.id !== id),
        without: state.without.filter((x) => x !== id),
      },
    });
  }
  return changes;
}

/** What differs from the report, each with a button that takes it back. */
export function showChanges(
  store: Store,
  data: ExplorerData,
  usual = "As in the report",
): void {
  const changes = changesOf(store.state, data);
  const place = at("x-changes");
  fill(
    place,
    changes.length === 0 ? el("p", { class: "soft" }, `${usual}.`) : [
      el(
        "p",
        { class: "soft", id: "x-changes-name" },
        `${usual.replace("As", "Not as")}:`,
      ),
      el(
        "ul",
        { "aria-labelledby": "x-changes-name" },
        changes.map(({ words, undo }) => {
          const button = el(
            "button",
            {
              type: "button",
              "aria-label": `Take back: ${words}`,
            },
            words,
            el("span", { "aria-hidden": "true" }, " ×"),
          );
          button.addEventListener("click", () => {
            store.change(undo);
            // The button is gone: the next one, or the verdict.
            (place.querySelector("button") ?? at("x-verdict-title")).focus();
          });
          return el("li", {}, button);
        }),
      ),
    ],
  );
  at<HTMLButtonElement>("x-reset").disabled = changes.length === 0;
}
