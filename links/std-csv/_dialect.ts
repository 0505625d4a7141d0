/** How records are written: what the two readers share of their options. */
export interface Dialect {
  separator: string;
  comment: string | undefined;
  trimLeadingSpace: boolean;
  lazyQuotes: boolean;
}

/** Whether records are read the quick way: most are. */
export function isPlain(dialect: Dialect): boolean {
  return /^[^\r\n"]$/.test(dialect.separator) &&
    !dialect.comment &&
    !dialect.trimLeadingSpace &&
    !dialect.lazyQuotes;
}

/**
 * An empty separator would match everywhere and never advance.
 *
 * @throws {Error} If the separator is empty.
 */
export function assertSeparator(separator: string): void {
  if (separator === "") {
    throw new Error("Cannot parse input: invalid delimiter");
  }
}
