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
  // Not to be changed or seen by a cell.
  Object.defineProperty(globalThis, Symbol.for("tallystick.mark"), {
    value: mark,
  });

  // Where the system does not end the kernel with the relay, this does.
  const parent = Deno.ppid;
  const watch = setInterval(() => {
    if (Deno.ppid !== parent) Deno.exit(1);
  }, 1000);
  Deno.unrefTimer(Number(watch));
}
