import { type Browser, chromium } from "playwright-core";

const CANDIDATES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}

/** The Chromium of this machine, or of `TALLYSTICK_CHROMIUM`. */
export async function findChromium(): Promise<string | undefined> {
  const chosen = Deno.env.get("TALLYSTICK_CHROMIUM");
  if (chosen) return chosen;
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  for (const name of CANDIDATES) {
    for (const folder of folders) {
      const path = `${folder}/${name}`;
      if (await isFile(path)) return path;
    }
  }
  for (const path of PLACES) if (await isFile(path)) return path;
  return undefined;
}

const executablePath = await findChromium();

if (executablePath === undefined && !Deno.env.get("CI")) {
  console.log(
    "No Chromium was found: the browser tests are skipped. TALLYSTICK_CHROMIUM can name one.",
  );
}

let browser: Promise<Browser> | undefined;

/** One browser for all tests of a process: to start one takes a second. */
function theBrowser(executablePath: string): Promise<Browser> {
  return browser ??= chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

Deno.test.afterAll(async () => {
  await (await browser)?.close();
});

/**
 * A test in a real browser, which finds it as if it had just been started.
 * Without one it is skipped, but fails where `CI` is set: there it has to be.
 */
export function browserTest(
  name: string,
  test: (browser: Browser) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: executablePath === undefined && !Deno.env.get("CI"),
    // The browser is another process; what it holds is let go with it.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      if (executablePath === undefined) {
        throw new Error("CI is set and no Chromium was found.");
      }
      const browser = await theBrowser(executablePath);
      try {
        await test(browser);
      } finally {
        for (const context of browser.contexts()) await context.close();
      }
    },
  });
}
