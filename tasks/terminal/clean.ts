/**
 * Text from a dataset, made safe to print: control characters, which a terminal
 * may obey, and marks that reverse the reading direction are shown as `?`.
 *
 * @param lines Whether line breaks stay.
 */
export function clean(text: string, lines = false): string {
  return text.replace(
    // deno-lint-ignore no-control-regex
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (mark) => lines && mark === "\n" ? mark : "?",
  );
}
