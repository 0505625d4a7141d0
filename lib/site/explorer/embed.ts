/**
 * Data as JSON that can stand in a page's `<script type="application/json">`:
 * nothing in it ends the element or turns the page round.
 */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A script's source that can stand in a page's `<script>`. */
export function embedScript(source: string): string {
  // Both can only stand in a text or a pattern, where the stroke says nothing.
  return source.replace(/<(\/script|!--)/gi, "<\\$1");
}
