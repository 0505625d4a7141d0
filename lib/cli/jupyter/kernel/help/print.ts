/**
 * Prints what the kernel's relay tells a reader of the library, as JSON: see
 * relay.py, which runs this.
 *
 * @module
 */
import { join } from "node:path";
import { ROOT } from "../../environment/paths.ts";
import { helpIndex } from "./help_index.ts";

const folder = join(ROOT, "lib");
const doors = [...Deno.readDirSync(folder)].map(({ name }) => name)
  .filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));

const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
  args: ["doc", "--json", ...doors],
  cwd: ROOT,
  env: { NO_COLOR: "1" },
  stdin: "null",
}).output();
const decoder = new TextDecoder();
if (!success) throw new Error(decoder.decode(stderr));
const index = helpIndex(decoder.decode(stdout), Deno.readTextFileSync);
console.log(JSON.stringify(index));
