import assert from "node:assert/strict";
import { join } from "node:path";
import { ISOLATED } from "../../../lib/cli/jupyter/environment/isolated.ts";
import {
  ROOT,
  venvPython,
} from "../../../lib/cli/jupyter/environment/paths.ts";
import { OLDEST_PYTHON } from "../../../lib/cli/jupyter/environment/python.ts";

/** What a pin says of the Pythons that it runs on, in one of its files. */
interface Told {
  version: string;
  requires_python: string;
  sha256: string;
}

interface Pin {
  name: string;
  version: string;
  hashes: string[];
}

const requirements = await Deno.readTextFile(join(ROOT, "requirements.txt"));
const recorded: Record<string, Told> = JSON.parse(
  await Deno.readTextFile(
    join(ROOT, "tasks", "pins", "requires_python.json"),
  ),
);

/** The pins of a requirements file, each with the hashes of its files. */
function readPins(text: string): Pin[] {
  return text.replaceAll("\\\n", " ").split("\n")
    .filter((line) => /^[a-z]/i.test(line))
    .map((line) => {
      const [, name, version] = /^([\w.-]+)==([^\s;]+)/.exec(line) ?? [];
      assert.ok(name && version, `${line}: no exact pin`);
      const hashes = line.matchAll(/--hash=sha256:([0-9a-f]{64})(?= |$)/g);
      return { name, version, hashes: [...hashes].map(([, hash]) => hash!) };
    });
}

const pins = readPins(requirements);

/** Asks the environment's own Python, which knows the rules of versions. */
async function ask<T>(code: string, given: unknown): Promise<T> {
  const { success, stdout, stderr } = await new Deno.Command(venvPython(ROOT), {
    args: [...ISOLATED, "-c", code, JSON.stringify(given)],
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

Deno.test("each pin is named by the hashes of its files, and nothing is built", () => {
  assert.ok(pins.length > 100);
  for (const { name, hashes } of pins) assert.ok(hashes.length > 0, name);
  assert.match(requirements, /^--only-binary :all:$/m);
  // What is compiled has files for many systems and Pythons.
  for (const name of ["cffi", "pydantic-core", "pyzmq", "rpds-py"]) {
    assert.ok(pins.find((pin) => pin.name === name)!.hashes.length > 20, name);
  }
});

Deno.test("each pin runs on the oldest Python that the README names", async () => {
  const readme = await Deno.readTextFile(join(ROOT, "README.md"));
  const named = /Python (\d+)\.(\d+) or later/.exec(readme);
  assert.deepEqual(named?.slice(1).map(Number), [...OLDEST_PYTHON]);
  assert.deepEqual(
    Object.keys(recorded).sort(),
    pins.map(({ name }) => name).sort(),
    "what each pin says is recorded: run `deno task pins`",
  );
  for (const { name, version, hashes } of pins) {
    assert.equal(recorded[name]!.version, version, name);
    assert.ok(hashes.includes(recorded[name]!.sha256), name);
  }
  const refusing = await ask<string[]>(
    `import json, sys
from packaging.specifiers import SpecifierSet
oldest, said = json.loads(sys.argv[1])
print(json.dumps([
    f"{name} needs {told['requires_python']}" for name, told in said.items()
    if not SpecifierSet(told["requires_python"]).contains(oldest)
]))`,
    // 3.11.0: the README does not say "3.11.5".
    [`${OLDEST_PYTHON.join(".")}.0`, recorded],
  );
  assert.deepEqual(refusing, []);
});

Deno.test("what is recorded of the pins is what the installed ones say", async () => {
  const installed = await ask<Record<string, [string, string]>>(
    `import json, re
from importlib.metadata import distributions
print(json.dumps({
    re.sub("[-_.]+", "-", d.metadata["Name"]).lower():
        [d.version, d.metadata.get("Requires-Python", "")]
    for d in distributions()
}))`,
    null,
  );
  const both = Object.keys(recorded).filter((name) => name in installed);
  assert.ok(both.length > 100);
  for (const name of both) {
    const { version, requires_python } = recorded[name]!;
    const [there, says] = installed[name]!;
    assert.equal(there, version, name);
    const parts = (text: string) => text.replaceAll(" ", "").split(",").sort();
    assert.deepEqual(parts(requires_python), parts(says), name);
  }
});
