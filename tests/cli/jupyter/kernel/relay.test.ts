import assert from "node:assert/strict";
import { exists } from "../../../../lib/cli/jupyter/environment/exists.ts";
import { drive, type Heard } from "./drive.ts";

// Cells whose outputs come after idle without the relay, and what they give.
const KINDS: [code: (n: number) => string, outputs: string, lines?: number][] =
  [
    [(n) => `${n}`, "execute_result"],
    [(n) => `console.log(${n})`, "stream", 1],
    [(n) => `console.error(${n}); ${n}`, "stream execute_result", 1],
    [
      (n) => `for (let i = 0; i < 50; i++) console.log(i); ${n}`,
      "stream execute_result",
      50,
    ],
    [
      (n) => `await new Promise((done) => setTimeout(done, 2)); ${n}`,
      "execute_result",
    ],
    [
      (n) =>
        `({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "${n}".padEnd(200000) }) })`,
      "execute_result",
    ],
    [
      () =>
        `await Deno.jupyter.display({ "text/plain": "" }, { raw: true }); undefined`,
      "display_data",
    ],
    [(n) => `setTimeout(() => console.log(${n}), 0); undefined`, "stream", 1],
    [(n) => `throw new Error("${n}")`, "error"],
  ];

const ROUNDS = 12;

for (const scenario of ["cells", "cells-at-once"]) {
  Deno.test(`every output comes before the kernel is idle (${scenario})`, async () => {
    const cells = Array.from(
      { length: ROUNDS },
      (_, round) => KINDS.map(([code], kind) => code(1000 * round + kind)),
    ).flat();
    const heard = await drive<Heard[]>(scenario, cells);
    assert.equal(heard.length, cells.length);
    for (const [index, { outputs, messages, text, count }] of heard.entries()) {
      const [, kinds, lines = 0] = KINDS[index % KINDS.length]!;
      // Results and streams take different ways, so their order is not fixed.
      assert.deepEqual(
        [...new Set(outputs)].sort(),
        kinds.split(" ").sort(),
        `cell ${index + 1}: ${cells[index]}`,
      );
      assert.equal(text.split("\n").length - 1, lines, cells[index]);
      assert.equal(count, index + 1);
      // As a kernel must: nothing of the relay's own is heard.
      assert.equal(messages.filter((kind) => kind === "status").length, 2);
      assert.equal(
        messages.filter((kind) => kind === "execute_input").length,
        1,
      );
      assert.ok(!messages.includes("tallystick_mark"));
    }
  });
}

Deno.test("errors that the kernel keeps quiet about are told with the cell", async () => {
  const [rejects, throws, odd, broken, open, missing, begun, after] =
    await drive<Heard[]>("cells", [
      `void Promise.reject(new Error("nobody awaits this"))`,
      `setTimeout(() => { throw new TypeError("in a timer"); }, 5);
       await new Promise((done) => setTimeout(done, 50));`,
      `void Promise.reject({ a: 1 })`,
      `const before = 1;\nconst broken = ;`,
      `for (const x of [1]) {`,
      `import "./no-such-module.ts"`,
      // Long enough for V8 to clear up meanwhile.
      `const begun = (async () => {
         await 0;
         for (let kept = [], i = 0; i < 3e6; i++) {
           if (i % 3e5 === 0) kept = [];
           kept.push({ i });
         }
       })()`,
      `1`,
    ]);
  assert.equal(rejects!.status, "ok");
  assert.match(rejects!.text, /^Uncaught Error: nobody awaits this\n {4}at /);
  assert.match(rejects!.late.join(), /^Error: nobody awaits this\n/);
  assert.match(throws!.text, /^Uncaught TypeError: in a timer\n/);
  assert.equal(odd!.text, "Uncaught { a: 1 }\n");
  assert.equal(broken!.status, "error");
  assert.deepEqual(broken!.error, [
    "Expression expected",
    "SyntaxError: Expression expected",
    "  |",
    "2 | const broken = ;",
    "  |                ~",
  ]);
  assert.match(open!.error!.join("\n"), /^Expected '}', got '<eof>'\n/);
  assert.match(begun!.error!.join("\n"), /^Execution failed\n.*`await`/);
  assert.match(missing!.error!.join("\n"), /^Module not found/);
  assert.deepEqual(after!.outputs, ["execute_result"]);
  assert.equal(after!.count, 8);
});

Deno.test("a cell that breaks what the relay needs takes nothing with it", async () => {
  const [, after] = await drive<Heard[]>("cells", [
    `Deno.jupyter.broadcast = undefined; globalThis.setTimeout = undefined;
     globalThis.Promise = undefined;`,
    `console.log("still here"); 2`,
  ]);
  assert.deepEqual(
    new Set(after!.outputs),
    new Set(["stream", "execute_result"]),
  );
});

Deno.test("neither Deno nor the relay outlives the other", async () => {
  const endings = await drive<Record<string, boolean>>("endings");
  for (const [name, ended] of Object.entries(endings)) assert.ok(ended, name);
  assert.equal(Object.keys(endings).length, 7);
  assert.equal(await drive<boolean>("orphan"), true);
});

Deno.test("a kernel restarts, also from a cell that never ends", async () => {
  const [first, ...others] = await drive<Heard[]>("restarts");
  assert.deepEqual(first!.outputs, ["execute_result"]);
  assert.equal(others.length, 3);
  for (const { text, count, ended } of others) {
    assert.deepEqual([text, count, ended], ["undefined\n", 1, true]);
  }
});

Deno.test("what others write to the kernel's ports changes nothing", async () => {
  const { ports, heard, beating } = await drive<
    { ports: number; heard: Heard[]; beating: boolean }
  >("attacked");
  // The relay's five and Deno's own.
  assert.ok(ports >= 10, String(ports));
  assert.ok(beating);
  assert.deepEqual(heard.map(({ status }) => status), ["ok", "ok", "ok"]);
  assert.deepEqual(heard.map(({ count }) => count), [1, 2, 3]);
  for (const { outputs } of heard) {
    assert.deepEqual(outputs, ["execute_result"]);
  }
});

Deno.test({
  name: "a kernel of the tasks is reached by its user alone",
  // Without such sockets it is reached by ports.
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const { ports, mode, heard, folder } = await drive<
      { ports: number[]; mode: string; heard: Heard[]; folder: string }
    >("private");
    assert.deepEqual(ports, []);
    assert.equal(mode, "0o700");
    assert.deepEqual(heard[0]!.outputs, ["stream", "execute_result"]);
    assert.equal(await exists(folder), false);
  },
});
