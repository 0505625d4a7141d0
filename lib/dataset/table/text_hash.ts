// Drawn anew in each process: nobody can write a table whose texts all collide.
const SEED = crypto.getRandomValues(new Int32Array(1))[0]!;

/** Mixes a stretch of a text into 32 bits. */
export function hashText(
  text: string,
  start = 0,
  end: number = text.length,
): number {
  let hash = SEED ^ (end - start);
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
