import type { HighsModel } from "./load_highs.ts";

type Held = HighsModel & Disposable;

/**
 * Frees models whose owners were thrown away without being disposed of. The
 * solver's memory is not JavaScript's, and a loop that forgets `using` would
 * fill it; disposing of results at once is still the better way.
 */
const forgotten = new FinalizationRegistry<Held>((model) => model.dispose());

/** Ties a model to its owner: gone with it, at the latest. */
export function own(owner: object, model: Held): Held {
  forgotten.register(owner, model, owner);
  return model;
}

/** Frees a model now. */
export function disown(owner: object, model: Held): void {
  forgotten.unregister(owner);
  model.dispose();
}

let made = 0;

/**
 * Lets the event loop turn once in a while: only there are forgotten models
 * freed, and a loop that never waits for anything else would starve it.
 */
export async function turnEventLoop(): Promise<void> {
  if (++made % 64 === 0) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
