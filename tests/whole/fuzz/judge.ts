import assert from "node:assert/strict";
import type { CheckedDataset } from "../../../lib/dataset/load.ts";
import { formatProblem, type Problem } from "../../../lib/dataset/problem.ts";
import type { TableName } from "../../../lib/dataset/rows.ts";
import type { Tables } from "./folder.ts";
import { readCsv, type Record } from "./read_csv.ts";

/** Control and turning characters, which no message may hold. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Longest message: a cell may hold a megabyte, a line on a terminal may not. */
const LONGEST = 3000;

/** A table as it is read here: `undefined` where that cannot be done. */
type Read = readonly Record[] | "misquoted" | "not UTF-8";

const read = new WeakMap<Uint8Array, Read>();

/** Reads a table; one that many datasets share only once. */
function records(bytes: Uint8Array): Read {
  let found = read.get(bytes);
  if (found === undefined) {
    try {
      const decoder = new TextDecoder("utf-8", {
        fatal: true,
        ignoreBOM: true,
      });
      found = readCsv(decoder.decode(bytes)) ?? "misquoted";
    } catch {
      found = "not UTF-8";
    }
    read.set(bytes, found);
  }
  return found;
}

function assertLocated(problem: Problem, tables: Tables): void {
  const { file, line, column, field, message } = problem;
  const told = formatProblem(problem);
  const bytes = tables[file.replace(/\.csv$/, "") as TableName];
  assert.ok(bytes, `${told}: there is no such file`);
  const lossy = new TextDecoder().decode(bytes);
  assert.ok(Number.isInteger(line) && line >= 1, told);
  assert.ok(line <= lossy.split("\n").length, `${told}: beyond the file`);
  assert.ok(Number.isInteger(column) && column >= 1, told);
  const found = records(bytes);
  if (typeof found === "object" && found.length > 0) {
    const most = Math.max(...found.map(({ fields }) => fields.length));
    assert.ok(column <= most + 1, `${told}: beyond the record`);
    assert.ok(
      // A NUL is named where it stands, within a record too.
      line === 1 || /NUL/.test(message) ||
        found.some((record) => record.line === line),
      `${told}: no record starts there`,
    );
  }
  assert.ok(field !== "" && message.length > 5, told);
  assert.ok(told.length < LONGEST, `a message of ${told.length} letters`);
  assert.doesNotMatch(told, UNSEEN);
}

/**
 * Fails unless the tables either have problems, each located where there is
 * something, or were loaded with every record and every cell as the file has it.
 */
export function judge(
  { dataset, problems }: CheckedDataset,
  tables: Tables,
): "loaded" | "refused" {
  for (const problem of problems) assertLocated(problem, tables);
  if (!dataset) {
    assert.ok(problems.length > 0, "refused without a reason");
    return "refused";
  }
  assert.deepEqual(problems, []);
  for (const [name, bytes] of Object.entries(tables)) {
    const found = records(bytes);
    assert.ok(typeof found === "object", `${name} is ${found}, and was loaded`);
    const [header, ...sound] = found;
    assert.ok(header, `${name} has no header, and was loaded`);
    const rows = dataset[name as TableName] as readonly {
      readonly [column: string]: string | null;
    }[];
    assert.equal(rows.length, sound.length, `${name}: rows were dropped`);
    sound.forEach(({ fields, line }, i) => {
      assert.equal(fields.length, header.fields.length, `${name}:${line}`);
      fields.forEach((cell, j) => {
        const held = rows[i]![header.fields[j]!];
        if (held !== (cell || null)) {
          assert.fail(`${name}:${line}:${j + 1} is ${held}, not ${cell}`);
        }
      });
    });
  }
  return "loaded";
}
