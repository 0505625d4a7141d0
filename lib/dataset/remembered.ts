/** How many results are remembered before it starts afresh. */
const MOST = 20_000;

/**
 * A function of a text that remembers its results: a large table says the same
 * few dates over and over.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size === MOST) known.clear();
    known.set(text, result);
    return result;
  };
}
