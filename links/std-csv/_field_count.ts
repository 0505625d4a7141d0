/** What `fieldsPerRecord` asks for: no check, the first record's, or a count. */
export type FieldCount = "any" | "first" | number;

/** Reads the option. Anything not below or equal to zero is a count. */
export function fieldCount(option: number | undefined): FieldCount {
  if (option === undefined || option < 0) return "any";
  return option === 0 ? "first" : option;
}
