/** A tag of a documentation comment, as `deno doc --json` has it. */
export interface DocTag {
  /** `example`, `param`, `throws`, `returns`… */
  readonly kind: string;
  /** Of a parameter: its name. */
  readonly name?: string;
  /** Of `throws`: what is thrown. */
  readonly tsType?: { readonly repr?: string };
  /** Its text. */
  readonly doc?: string;
}

/** A documentation comment. */
export interface Doc {
  readonly doc?: string;
  readonly tags?: readonly DocTag[];
}

/** Where a declaration begins; lines and columns from 0. */
export interface Location {
  /** `file:` address. */
  readonly filename: string;
  readonly line: number;
  readonly col: number;
}

/** A part of a class. */
export interface Member {
  readonly name: string;
  readonly location: Location;
  readonly jsDoc?: Doc;
  readonly accessibility?: string;
}

/** A public symbol. */
export interface Documented {
  /** Its place in a page: its name, where that is not taken. */
  readonly id: string;
  readonly name: string;
  /** `function`, `interface`, `typeAlias`, `class`, `variable`. */
  readonly kind: string;
  readonly location: Location;
  readonly jsDoc: Doc;
  /** The doors that it can be imported from, the front door first. */
  readonly doors: readonly string[];
  /** Of a class: what it has, without what is marked as internal. */
  readonly members: readonly Member[];
}

/** A module that can be imported from elsewhere. */
export interface Door {
  /** As in `exports`: `.`, `./chart`. */
  readonly name: string;
  readonly jsDoc: Doc;
}

interface Declaration {
  readonly kind: string;
  readonly location: Location;
  readonly jsDoc?: Doc;
  readonly def?: {
    readonly constructors?: readonly Member[];
    readonly properties?: readonly Member[];
    readonly methods?: readonly Member[];
    /** Of a reference: where the symbol itself is declared. */
    readonly target?: Location;
  };
}

interface DocJson {
  readonly version: number;
  readonly nodes: Readonly<
    Record<string, {
      readonly module_doc?: Doc;
      readonly symbols: readonly {
        readonly name: string;
        readonly declarations: readonly Declaration[];
      }[];
    }>
  >;
}

function members({ kind, def }: Declaration): Member[] {
  if (kind !== "class" || !def) return [];
  return [
    ...def.constructors ?? [],
    ...def.properties ?? [],
    ...def.methods ?? [],
  ].filter(({ accessibility, jsDoc }) =>
    accessibility !== "private" &&
    !jsDoc?.tags?.some(({ kind }) => kind === "internal" || kind === "ignore")
  );
}

/** The doors by their files, the front door first. */
function doorsOf(
  json: string,
): (readonly [name: string, node: DocJson["nodes"][string]])[] {
  const { version, nodes } = JSON.parse(json) as DocJson;
  if (version !== 2) {
    throw new Error(`deno doc printed another form (version ${version})`);
  }
  return Object.entries(nodes).map(([file, node]) => {
    const own = /([^/]+)\.ts$/.exec(file)?.[1] ?? file;
    return [own === "mod" ? "." : `./${own}`, node] as const;
  }).sort(([a], [b]) => Number(b === ".") - Number(a === "."));
}

/**
 * Reads what `deno doc --json` prints of the doors: what each is for.
 *
 * @throws {Error} When it is in another form than this Deno's.
 */
export function readDoors(json: string): Door[] {
  return doorsOf(json).map(([name, { module_doc }]) => ({
    name,
    jsDoc: module_doc ?? {},
  }));
}

/**
 * Reads what `deno doc --json` prints of the doors: the public symbols, by name,
 * each once.
 *
 * @throws {Error} When it is in another form than this Deno's.
 */
export function readDocumented(json: string): Documented[] {
  const found = new Map<string, Documented & { readonly doors: string[] }>();
  const nodes = doorsOf(json);
  const own = nodes.flatMap(([door, { symbols }]) =>
    symbols.map(({ name, declarations: [declaration] }) => {
      const { kind, def, location } = declaration!;
      const at = kind === "reference" ? def!.target! : location;
      return { door, name, kind, at, declaration: declaration! };
    })
  );
  const placeOf = (name: string, at: Location) => `${name} ${at.filename}`;
  const taken = new Set<string>();
  // A symbol that several doors give is told in full at one of them alone.
  for (const { door, name, kind, at, declaration } of own) {
    const place = placeOf(name, at);
    if (kind === "reference" || found.has(place)) continue;
    found.set(place, {
      // The engine's own `reconcile` is another one than the front door's.
      id: taken.has(name) ? `${name}-${door.slice(2)}` : name,
      name,
      kind,
      location: at,
      jsDoc: declaration.jsDoc ?? {},
      doors: [],
      members: members(declaration),
    });
    taken.add(name);
  }
  for (const { door, name, at } of own) {
    const symbol = found.get(placeOf(name, at));
    if (!symbol) {
      throw new Error(`deno doc does not tell of ${name} in ${at.filename}`);
    }
    symbol.doors.push(door);
  }
  return [...found.values()].sort((a, b) => a.id < b.id ? -1 : 1);
}

/** The examples of a symbol: a title, which may be empty, and the code. */
export function examplesOf(
  { jsDoc }: Pick<Documented, "jsDoc">,
): { readonly title: string; readonly code: string }[] {
  const tags = jsDoc.tags?.filter(({ kind }) => kind === "example") ?? [];
  return tags.flatMap(({ doc = "" }) => {
    const [, title = "", code] =
      /^([\s\S]*?)```ts\n([\s\S]*?)\n?```/.exec(doc) ??
        [];
    return code === undefined ? [] : [{ title: title.trim(), code }];
  });
}
