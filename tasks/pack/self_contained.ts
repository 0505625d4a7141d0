import { dirname, relative } from "node:path/posix";

/** A file of a package, by its path within. */
export type Files = ReadonlyMap<string, string>;

/** What `deno.json` says of the packages that are imported. */
export interface Imports {
  readonly imports?: Readonly<Record<string, string>>;
}

const STAND_IN = "links/std-csv/mod.js";

/** Exact versions by npm package, from `npm:name@version` specifiers. */
function pins(configs: readonly Imports[]): Map<string, string> {
  const specifiers = configs.flatMap(({ imports }) =>
    Object.values(imports ?? {})
  );
  return new Map(specifiers.flatMap((specifier) => {
    const [, name, version] =
      /^npm:(@?[^@]+)@(\d+\.\d+\.\d+)$/.exec(specifier) ??
        [];
    return name && version ? [[name, version] as const] : [];
  }));
}

/** A package that is imported, without a path within it. */
const PACKAGE =
  /(?:^\s*(?:import|export)\b[^;"=]*?\bfrom\s*|^\s*import\s*|\bimport\(\s*)"((?!node:|\.)(?:@[\w-]+\/)?[\w.-]+)(?:\/[^"]*)?"/gm;

/**
 * The description of a package with the npm packages that its files import, each
 * in the one version that is tested.
 *
 * @throws {Error} When no version is pinned.
 */
export function withDependencies(
  files: Files,
  configs: readonly Imports[],
): string {
  const versions = pins(configs);
  const used = new Set<string>();
  for (const [path, text] of files) {
    if (!/\.[jt]s$/.test(path)) continue;
    const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, name] of code.matchAll(PACKAGE)) used.add(name!);
  }
  const dependencies = Object.fromEntries(
    [...used].sort().map((name) => {
      const version = versions.get(name);
      if (!version) throw new Error(`No deno.json pins ${name} to one version`);
      return [name, version];
    }),
  );
  const manifest = JSON.parse(files.get("package.json")!);
  return JSON.stringify({ ...manifest, dependencies }, null, 2) + "\n";
}

/**
 * Makes the files of a packed library fit for a project that reaches npm alone.
 * Two things `deno pack` leaves open: it leaves `@std/csv` as it is, though the
 * stand-in is in the package; and it does not tell Deno which types belong to a
 * module unless the package is installed by npm.
 *
 * @throws {Error} When the stand-in is missing.
 */
export function selfContained(files: Files): Map<string, string> {
  if (!files.has(STAND_IN)) {
    throw new Error(
      `The package does not hold ${STAND_IN}: deno.json has to link it`,
    );
  }
  return new Map([...files].map(([path, text]) => {
    // What browsers run is there as TypeScript, until it is translated.
    if (!/(?<!\.d)\.[jt]s$/.test(path)) return [path, text];
    const standIn = relative(dirname(path), STAND_IN);
    const own = standIn.startsWith(".") ? standIn : `./${standIn}`;
    const code = text.replace(
      /^(import\b[^;"]*\bfrom )"@std\/csv";/gm,
      `$1"${own}";`,
    );
    const types = path.replace(/\.[jt]s$/, ".d.ts");
    const head = path.endsWith(".js") && files.has(types)
      ? `/* @ts-self-types="./${types.slice(types.lastIndexOf("/") + 1)}" */\n`
      : "";
    return [path, head + code];
  }));
}
