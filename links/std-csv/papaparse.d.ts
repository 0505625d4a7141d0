// The one call this package makes into Papa Parse, typed by hand: the library
// ships no types, and the community ones pull in all of Node's.

/** The settings this package passes, all of them on every call. */
export interface PapaSettings {
  delimiter: string;
  newline: "\n";
  quoteChar: '"';
  escapeChar: '"';
  header: false;
  dynamicTyping: false;
  comments: false;
  skipEmptyLines: false;
  /** True splits on the delimiter alone; only right when no quote occurs. */
  fastMode: boolean;
}

declare const Papa: {
  parse(input: string, settings: PapaSettings): { data: string[][] };
};
export default Papa;
