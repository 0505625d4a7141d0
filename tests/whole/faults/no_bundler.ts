/**
 * Puts a line in the place of the explorer's scripts: to bundle them takes most
 * of the time of a small report, and is tried where the explorer is.
 *
 * @module
 */
/// <reference lib="deno.unstable" />

const outputFiles = [{
  path: "script.js",
  hash: "",
  text: () => "// The explorer's script.",
}];

Deno.bundle = () =>
  Promise.resolve({ success: true, errors: [], warnings: [], outputFiles });
