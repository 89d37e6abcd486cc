import { createRequire } from 'node:module';
import type { Worker } from 'node:worker_threads';
import type { Answer, Job, Lines, Part, Progress } from './reader-job.ts';

/** Beside `main.js` in the package, wherever this module is bundled. */
const READER = new URL('../cli/reader.js', import.meta.url);

/** A thread that reads one paper at a time. It keeps the process alive only while it reads. */
export class ReaderThread {
  readonly #worker = startWorker();
  #settle: ((answer: Answer) => void) | null = null;
  #end: Answer | null = null;
  /** Given the records of a paper, some at a time. */
  onPart: (part: Part) => void = () => {};
  /** Told how far a long document is read. */
  onProgress: (progress: Progress) => void = () => {};
  /** Given the lines of a paper, where a job asks for them. */
  onLines: (lines: Lines) => void = () => {};

  constructor() {
    this.#worker.on('message', (message: Part | Lines | Progress | Answer) => {
      if (message.kind === 'part') this.onPart(message);
      else if (message.kind === 'progress') this.onProgress(message);
      else if (message.kind === 'lines') this.onLines(message);
      else this.#answer(message);
    });
    this.#worker.on('error', (error) => this.#ended(error));
    this.#worker.on('exit', () => this.#ended(new Error('the reading thread has ended')));
    // After the listeners, which keep the process alive.
    this.#worker.unref();
  }

  /** Whether it can read another paper: one that ran out of memory cannot. */
  get alive(): boolean {
    return this.#end === null;
  }

  /** @param seconds after which the thread is ended, whatever it is doing */
  async read(job: Job, seconds: number): Promise<Answer> {
    const timer = setTimeout(() => this.#giveUp(), seconds * 1000);
    try {
      return await this.#read(job);
    } finally {
      clearTimeout(timer);
    }
  }

  #read(job: Job): Promise<Answer> {
    if (this.#end !== null) return Promise.resolve(this.#end);
    this.#worker.ref();
    this.#worker.postMessage(job);
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #giveUp(): void {
    this.#end ??= { kind: 'tooLong' };
    this.close();
    this.#answer(this.#end);
  }

  /** Its standard input is that of the process while it reads `-`; how long that takes is up to whoever writes it. */
  async readStandardInput(job: Job): Promise<Answer> {
    if (this.#worker.stdin !== null) process.stdin.pipe(this.#worker.stdin);
    try {
      return await this.#read(job);
    } finally {
      process.stdin.destroy();
    }
  }

  close(): void {
    void this.#worker.terminate();
  }

  #answer(answer: Answer): void {
    this.#worker.unref();
    this.#settle?.(answer);
    this.#settle = null;
  }

  #ended(error: unknown): void {
    const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#end ??= tooMuch ? { kind: 'tooMuch' } : { kind: 'defect', error };
    this.#answer(this.#end);
  }
}

/** Other commands need not wait 3 ms for these modules. */
const load = createRequire(import.meta.url);

/** Options of the program's own start (`--import`) are none of the thread's. */
function startWorker(): Worker {
  optimizeLater();
  const threads: typeof import('node:worker_threads') = load('node:worker_threads');
  return new threads.Worker(READER, { stdin: true, execArgv: [] });
}

/**
 * Node 20 compiles what has run a little while into optimized code, beside the program: a quarter of all that a short `kpi ingest`
 * or `kpi check` computes, taken from the threads that read. A higher budget leaves that to what runs long. Later versions have no such budget.
 */
function optimizeLater(): void {
  if (!process.versions.v8.startsWith('11.')) return;
  const v8: typeof import('node:v8') = load('node:v8');
  v8.setFlagsFromString('--interrupt-budget=500000');
}
