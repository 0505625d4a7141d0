/** Numbers that look random and are the same on every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What a function throws, as its class and message. */
export function thrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return named(error);
    throw error;
  }
  return "nothing";
}

/** An error's class and message. */
export function named(error: Error): string {
  return `${error.constructor.name}: ${error.message}`;
}
