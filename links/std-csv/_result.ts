/**
 * A record whose fields are named by `C`: exactly those names when they are
 * known to the type checker, any name otherwise.
 *
 * @typeParam C The names of the columns.
 */
export type RecordWithColumn<C extends string> = string extends C
  ? Record<string, string>
  : Record<C, string>;

/**
 * What reading gives for options of type `T`: objects when `columns` or
 * `skipFirstRow: true` is among them, arrays when neither is, and either when
 * the type does not tell.
 *
 * @typeParam ParseOptions The options there are.
 * @typeParam T The options given.
 */
export type ParseResult<ParseOptions, T> = T extends
  ParseOptions & { columns: readonly (infer C extends string)[] }
  ? RecordWithColumn<C>[]
  : T extends ParseOptions & { skipFirstRow: true } ? Record<string, string>[]
  : T extends ParseOptions & {
    columns?: undefined;
    skipFirstRow?: false | undefined;
  } ? string[][]
  : Record<string, string>[] | string[][];
