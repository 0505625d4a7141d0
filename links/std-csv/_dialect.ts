/** How records are written: what the two readers share of their options. */
export interface Dialect {
  separator: string;
  comment: string | undefined;
  trimLeadingSpace: boolean;
  lazyQuotes: boolean;
}

/** Separators the library replaces by a comma of its own accord. */
const REFUSED_BY_PAPA = ["\r", "\n", '"', "\ufeff"];

/** Whether the library's rules are this dialect's rules on well-formed text. */
export function papaKnows(dialect: Dialect): boolean {
  return dialect.separator.length === 1 &&
    !REFUSED_BY_PAPA.includes(dialect.separator) &&
    dialect.separator !== dialect.comment &&
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
