// An extension of JupyterLab and of Jupyter Notebook: shows a workbench in its
// cell. What a notebook keeps of it is a picture and an id; the page itself comes
// from the kernel that made it, and what is chosen there goes back to it.
{
  const MIME = "application/vnd.tallystick.workbench+json";
  const TARGET = "tallystick.workbench";

  /** What was gzipped, as text. */
  const unpack = async (packed) => {
    const stream = new Blob([packed]).stream()
      .pipeThrough(new DecompressionStream("gzip"));
    return await new Response(stream).text();
  };

  /** What shows a workbench, by the widgets of the application. */
  const viewOf = ({ Panel }) =>
    class extends Panel {
      #context;
      #rendermime;
      #id;
      #picture;
      #frame;
      #note;
      #comm;
      #waiting;

      constructor(context, rendermime) {
        super();
        this.#context = context;
        this.#rendermime = rendermime;
        this.listen = this.listen.bind(this);
        addEventListener("message", this.listen);
      }

      /** Shows the picture, and the page as soon as the kernel sends it. */
      async renderModel(model) {
        const { workbench } = model.data[MIME];
        if (!this.#picture) {
          this.#picture = this.#rendermime.createRenderer("text/html");
          this.addWidget(this.#picture);
        }
        await this.#picture.renderModel(model);
        if (workbench === this.#id) return;
        this.#close();
        this.#id = workbench;
        if (this.isAttached) await this.#open();
      }

      onAfterAttach(message) {
        super.onAfterAttach(message);
        void this.#open();
      }

      // A frame begins anew wherever it is put: so it is fetched again, as it is
      // by then.
      onBeforeDetach(message) {
        this.#close();
        super.onBeforeDetach(message);
      }

      dispose() {
        removeEventListener("message", this.listen);
        this.#close();
        super.dispose();
      }

      async #open() {
        if (this.#id === undefined || this.#comm) return;
        const { sessionContext } = this.#context;
        await sessionContext.ready;
        const kernel = sessionContext.session?.kernel;
        if (!kernel || this.#comm || !this.isAttached) return;
        const comm = this.#comm = kernel.createComm(TARGET);
        comm.onMsg = async ({ content: { data }, buffers = [] }) => {
          if (data.error) this.#say(data.error);
          else if (data.page === "gzip") {
            const page = await unpack(buffers[0]);
            if (comm === this.#comm) this.#show(page);
          }
        };
        comm.onClose = () => {
          if (comm === this.#comm && !this.#frame) this.#close();
        };
        comm.open({ workbench: this.#id });
      }

      #close() {
        clearTimeout(this.#waiting);
        this.#waiting = undefined;
        this.#frame?.remove();
        this.#frame = undefined;
        const comm = this.#comm;
        this.#comm = undefined;
        if (comm && !comm.isDisposed) comm.close();
        this.#picture?.show();
      }

      #show(page) {
        const frame = document.createElement("iframe");
        frame.title = "Workbench";
        // A place of its own: nothing in it reaches Jupyter or its token.
        frame.sandbox = "allow-scripts allow-downloads";
        frame.allow = "clipboard-write";
        frame.style.cssText =
          "display:block;width:100%;height:min(46rem,80vh);border:1px solid var(--jp-border-color2)";
        frame.srcdoc = page;
        this.#frame?.remove();
        this.#note?.remove();
        this.#frame = frame;
        this.node.append(frame);
        this.#picture.hide();
      }

      #say(text) {
        this.#note?.remove();
        this.#note = document.createElement("p");
        this.#note.textContent = text;
        this.node.append(this.#note);
      }

      /** Passes on what the page says of itself, not more often than need be. */
      listen({ source, data }) {
        if (!this.#frame || source !== this.#frame.contentWindow) return;
        if (data?.tallystick !== "workbench") return;
        const first = this.#waiting === undefined;
        clearTimeout(this.#waiting);
        const send = () => {
          if (this.#comm && !this.#comm.isDisposed) this.#comm.send(data);
        };
        if (first) send();
        this.#waiting = setTimeout(() => {
          this.#waiting = undefined;
          if (!first) send();
        }, 100);
      }
    };

  const plugin = (View) => ({
    id: "tallystick:workbench",
    description: "Shows the workbench in a cell",
    autoStart: true,
    activate({ docRegistry }) {
      docRegistry.addWidgetExtension("Notebook", {
        createNew({ content: { rendermime } }, context) {
          rendermime.addFactory({
            // It runs nothing of the notebook's own.
            safe: true,
            mimeTypes: [MIME],
            createRenderer: () => new View(context, rendermime),
          }, 0);
        },
      });
    },
  });

  // What a bundler would write: how the application loads it, and what they share.
  let shared;
  const load = async (name) => {
    const [version] = Object.values(shared[name]);
    const factory = await version.get();
    return factory();
  };
  const containers = globalThis._JUPYTERLAB ??= {};
  containers["tallystick"] = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const widgets = await load("@lumino/widgets");
      return () => ({ __esModule: true, default: plugin(viewOf(widgets)) });
    },
  };
}
