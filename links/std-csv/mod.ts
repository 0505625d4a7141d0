/**
 * Reads and writes comma-separated values, as
 * {@link https://www.rfc-editor.org/rfc/rfc4180.html | RFC 4180} describes them.
 *
 * ```ts
 * import { parse, stringify } from "@std/csv";
 * import { deepStrictEqual, strictEqual } from "node:assert";
 *
 * const records = parse('id,note\n1,"a, b"\n', { skipFirstRow: true });
 * deepStrictEqual(records, [{ id: "1", note: "a, b" }]);
 * strictEqual(
 *   stringify(records, { columns: ["id", "note"] }),
 *   'id,note\r\n1,"a, b"\r\n',
 * );
 * ```
 *
 * A stand-in for the package of the same name; see its README.
 *
 * @module
 */
export * from "./parse.ts";
export * from "./parse_stream.ts";
export * from "./stringify.ts";
export * from "./stringify_stream.ts";
