import assert from "node:assert/strict";
import { runTask } from "./run_task.ts";

/** Calls with a misspelt id or option, and what standard error offers. */
const CALLS: readonly (readonly [
  call: readonly [string, ...string[]],
  message: string,
])[] = [
  [
    ["reconcile", "data", "--collection", "repots"],
    "'repots' is not a collection; did you mean 'reports'?",
  ],
  [
    ["reconcile", "data", "--without", "tass-4690-case"],
    "'tass-4690-case' is not a claim; did you mean 'tass-4690-cases'?",
  ],
  [
    ["reconcile", "data", "--reading", "tass-4690-case=default"],
    "'tass-4690-case' is not a claim; did you mean 'tass-4690-cases'?",
  ],
  [
    ["reconcile", "data", "--reading", "tass-4690-cases=defalt"],
    "'defalt' is not a reading of tass-4690-cases; did you mean 'default'?",
  ],
  [
    ["reconcile", "data", "--same", "proceeding=persons"],
    "'proceeding' is not a measure; did you mean 'proceedings'?",
  ],
  [
    ["explain", "data", "proceding", "2024-01", "2024-12"],
    "'proceding' is not a measure; did you mean 'proceedings'?",
  ],
  [
    ["reconcile", "data", "--colection", "reports"],
    "'--colection' is not an option; did you mean '--collection'?",
  ],
];

for (const [[name, ...args], message] of CALLS) {
  Deno.test(`${name}: status 2, and what is meant: ${message}`, async () => {
    const { code, stdout, stderr } = await runTask(name, ...args);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.ok(stderr.includes(message), stderr);
  });
}
