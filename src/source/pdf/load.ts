import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { fillInForNode20 } from './node-20.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** pdfjs, with a thread of its own that takes PDFs apart. */
export interface Engine {
  readonly pdfjs: Pdfjs;
  readonly worker: InstanceType<Pdfjs['PDFWorker']>;
  /** Where the package keeps what it reads when a font asks for it, each ending in a slash. */
  readonly characterMaps: string;
  readonly standardFonts: string;
  /** While it works, the process waits for it; idle, it lets the process end. */
  busy(isBusy: boolean): void;
  /** Ends the thread, whatever it is doing; the next PDF gets a new one. */
  stop(): Promise<void>;
}

/** A file can keep pdfjs busy for hours or make it unpack gigabytes: in a thread of its own it can be stopped. */
const THREAD = `
(${fillInForNode20})();
const { workerData: { module, port } } = require('node:worker_threads');
import(module).then(({ WorkerMessageHandler }) => {
  WorkerMessageHandler.initializeFromPort(port);
  port.start();
});`;

let engine: Promise<Engine> | null = null;

/** Loaded once for the process, and only when a PDF comes. */
export function loadEngine(): Promise<Engine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<Engine> {
  const find = createRequire(import.meta.url);
  const folder = dirname(find.resolve('pdfjs-dist/package.json'));
  const { port1, port2 } = new MessageChannel();
  const module = pathToFileURL(join(folder, 'legacy', 'build', 'pdf.worker.min.mjs')).href;
  const thread = new Worker(THREAD, { eval: true, workerData: { module, port: port2 }, transferList: [port2], stderr: true });
  withoutCanvas(join(folder, 'package.json'));
  fillInForNode20();
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  port1.start();
  return {
    pdfjs,
    worker: pdfjs.PDFWorker.create({ port: port1, verbosity: pdfjs.VerbosityLevel.ERRORS }),
    characterMaps: join(folder, 'cmaps', '/'),
    standardFonts: join(folder, 'standard_fonts', '/'),
    busy: (isBusy) => {
      for (const end of [thread, port1]) {
        if (isBusy) end.ref();
        else end.unref();
      }
    },
    stop: async () => {
      engine = null;
      await thread.terminate();
      port1.close();
    },
  };
}

/** What pdfjs expects of a browser when it is loaded, to draw with. */
const DRAWING = ['DOMMatrix', 'Path2D'];

/**
 * pdfjs loads a canvas, a native addon of 30 MB, to draw pages on. Nothing is drawn here, and it takes longer than the rest of pdfjs: an
 * empty module stands in for it.
 */
function withoutCanvas(pdfjs: string): void {
  for (const name of DRAWING) if (!(name in globalThis)) Reflect.set(globalThis, name, class {});
  const find = createRequire(pdfjs);
  try {
    const canvas = find.resolve('@napi-rs/canvas');
    find.cache[canvas] ??= Object.assign(new Module(canvas), { loaded: true });
  } catch {
    // Not installed: pdfjs does without it.
  }
}
