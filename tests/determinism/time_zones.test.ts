import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";

const script = fileURLToPath(new URL("print_all.ts", import.meta.url));

async function output(env: Record<string, string>): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-read",
      "--allow-ffi",
      "--allow-env",
      "--allow-sys",
      script,
    ],
    env,
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

Deno.test("charts and tables are the same in any time zone and language", async () => {
  const [here, ...elsewhere] = await Promise.all([
    output({ TZ: "UTC", LANG: "C" }),
    output({ TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" }),
    output({ TZ: "America/New_York", LANG: "de_DE.UTF-8" }),
  ]);
  assert.ok(here.length > 100_000);
  for (const other of elsewhere) assert.equal(other, here);
});
