import { TaskFailure } from "./failure.ts";
import { ISOLATED } from "./isolated.ts";

/** The oldest Python that the pinned Jupyter runs on. */
export const OLDEST_PYTHON: readonly [number, number] = [3, 11];

/** A Python that can make the environment. */
export interface Python {
  /** How to call it: a command and its first arguments. */
  readonly call: readonly string[];
  readonly version: string;
}

// The task may run these names and no others: see deno.json.
const CANDIDATES = [
  ["python3"],
  ["python"],
  ["python3.14"],
  ["python3.13"],
  ["python3.12"],
  ["python3.11"],
  ["py", "-3"],
];

const PROBE = `
import importlib.util, json, sys
have = lambda name: importlib.util.find_spec(name) is not None
print(json.dumps({
    "version": list(sys.version_info[:3]),
    "venv": have("venv") and have("ensurepip"),
}))`;

interface Probe {
  version: [number, number, number];
  venv: boolean;
}

async function probe(call: readonly string[]): Promise<Probe | undefined> {
  const [command, ...first] = call;
  if (command === undefined) return undefined;
  try {
    const { success, stdout } = await new Deno.Command(command, {
      args: [...first, ...ISOLATED, "-c", PROBE],
      stdin: "null",
      stderr: "null",
    }).output();
    return success ? JSON.parse(new TextDecoder().decode(stdout)) : undefined;
  } catch (error) {
    // Not there; or, on Windows, the stand-in that opens the shop.
    if (error instanceof Deno.errors.NotFound || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function isNewEnough([major, minor]: Probe["version"]): boolean {
  const [oldestMajor, oldestMinor] = OLDEST_PYTHON;
  return major > oldestMajor || major === oldestMajor && minor >= oldestMinor;
}

/** Finds a Python that is new enough and can make environments. */
export async function findPython(): Promise<Python> {
  const wanted = OLDEST_PYTHON.join(".");
  const tooOld: string[] = [];
  const incomplete: string[] = [];
  for (const call of CANDIDATES) {
    const found = await probe(call);
    if (found === undefined) continue;
    const version = found.version.join(".");
    if (!isNewEnough(found.version)) {
      tooOld.push(`${call.join(" ")} is ${version}`);
    } else if (found.venv) return { call, version };
    else incomplete.push(`${call.join(" ")} (${version})`);
  }
  if (incomplete.length > 0) {
    throw new TaskFailure(
      `${
        incomplete[0]
      } cannot make environments: its venv or pip (ensurepip) is missing.\n` +
        "On Debian and Ubuntu: sudo apt-get install python3-venv; on other systems " +
        "install Python from python.org. Then run this again.",
    );
  }
  const found = tooOld.length > 0
    ? `Too old: ${tooOld.join(", ")}.`
    : "No python3 was found.";
  throw new TaskFailure(
    `Jupyter needs Python ${wanted} or later. ${found}\n` +
      "Install it (Debian and Ubuntu: sudo apt-get install python3 python3-venv; macOS: " +
      "brew install python; Windows: python.org) and run this again.",
  );
}
