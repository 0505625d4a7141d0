// Runs in the Deno kernel before the first cell; see relay.py.
{
  const { broadcast } = Deno.jupyter;
  const { Promise, setTimeout } = globalThis;

  // The kernel says nothing about a rejection that nobody awaits, and an error
  // thrown in a timer stops it from ever answering again. Both are kept here,
  // and told at the end of the cell.
  const late = [];
  const keep = (error) => {
    late.push(error?.stack ?? Deno.inspect(error));
  };
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    keep(event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    keep(event.error);
  });

  // What the relay runs after each cell: lets what the cell has set off come
  // about, then sends the mark through the queue that all outputs go through.
  const mark = async () => {
    await new Promise((done) => setTimeout(done, 0));
    for (const error of late.splice(0)) {
      await broadcast(
        "stream",
        { name: "stderr", text: `Uncaught ${error}\n` },
        // Tells it from what a cell prints: `deno task report` stops at it.
        { metadata: { "tallystick.late": error } },
      );
    }
    await broadcast("tallystick_mark", {});
  };

  // What the relay looks up, to help whoever writes a cell.
  const tell = async (found) => await broadcast("tallystick_seen", { found });
  const exports = async (imports) =>
    await tell(
      await Promise.all(
        imports.map((given) => given().then(Object.keys, () => null)),
      ),
    );
  const classesOf = (give) => {
    const names = [];
    try {
      for (let at = Object(give()); at; at = Object.getPrototypeOf(at)) {
        const { value } = Object.getOwnPropertyDescriptor(at, "constructor") ??
          {};
        if (typeof value === "function") names.push(String(value.name));
      }
    } catch {
      // There is no such value.
    }
    return names;
  };
  const classes = async (values) => await tell(values.map(classesOf));

  // What the pages of workbenches say, which the relay passes on; the library
  // puts each workbench here that it shows.
  const workbenches = new Map();
  const pages = new Map();
  const open = async (comm, workbench) => {
    pages.set(comm, workbench);
    const [data, buffers] = await workbench.open().then(
      (page) => [{ page: "gzip" }, [page]],
      (error) => [{ error: String(error?.message ?? error) }, []],
    );
    await broadcast("comm_msg", { comm_id: comm, data }, { buffers });
  };
  const told = async ({ type, comm, data }) => {
    if (type === "comm_close") pages.delete(comm);
    else if (type === "comm_msg") pages.get(comm)?.take(data);
    else {
      const workbench = workbenches.get(data?.workbench);
      // Of another kernel, or shown before this one was restarted.
      if (workbench) await open(comm, workbench);
      else await broadcast("comm_close", { comm_id: comm, data: {} });
    }
  };

  // Not to be changed or seen by a cell.
  const own = { mark, exports, classes, told, workbenches };
  for (const [name, value] of Object.entries(own)) {
    Object.defineProperty(globalThis, Symbol.for(`tallystick.${name}`), {
      value,
    });
  }

  // Where the system does not end the kernel with the relay, this does.
  const parent = Deno.ppid;
  const watch = setInterval(() => {
    if (Deno.ppid !== parent) Deno.exit(1);
  }, 1000);
  Deno.unrefTimer(Number(watch));
}
