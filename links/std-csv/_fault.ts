/** A quoting mistake, placed within its record. */
export interface Fault {
  kind: "bare" | "quote";
  /** Lines between the start of the record and the mistake. */
  linesIn: number;
  /** One-based column, in code points. */
  column: number;
}

const REASONS: Record<Fault["kind"], string> = {
  bare: 'bare " in non-quoted-field',
  quote: 'extraneous or missing " in quoted-field',
};

/** The error for a fault in the record that starts on `line` (one-based). */
export function faultError(fault: Fault, line: number): SyntaxError {
  const place = `line ${line + fault.linesIn}, column ${fault.column}`;
  return new SyntaxError(
    `Syntax error on line ${line}; parse error on ${place}: ${
      REASONS[fault.kind]
    }`,
  );
}

/** The error for a record whose number of fields is not the expected one. */
export function fieldCountError(
  line: number,
  expected: number,
  found: number,
): SyntaxError {
  return new SyntaxError(
    `Syntax error on line ${line}: expected ${expected} fields but got ${found}`,
  );
}
