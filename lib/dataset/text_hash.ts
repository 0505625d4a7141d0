// Drawn anew in each process: nobody can write a table whose texts all collide.
const SEED = crypto.getRandomValues(new Int32Array(1))[0]!;

/** Mixes the first `length` characters of a text into 32 bits. */
export function hashText(text: string, length = text.length): number {
  let hash = SEED ^ text.length;
  const end = Math.min(length, text.length);
  for (let i = 0; i < end; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
