/** A value that nobody can change any more, nor anything in it. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const own of Object.values(value)) frozen(own);
  }
  return value;
}
