import { KpiError } from '../model/errors.ts';
import type { KpiRecord } from '../model/index.ts';
import { fromPlain } from '../model/plain.ts';
import type { Document } from '../source/document.ts';
import { unpacked } from '../source/packed.ts';
import { STANDARD_INPUT } from '../source/paths.ts';
import type { Answer, Lines, PaperFacts, PaperOptions } from './reader-job.ts';
import type { ReaderThread } from './reader-thread.ts';

export interface ReadPaper extends PaperFacts {
  readonly records: readonly KpiRecord[];
}

/** Reading threads: each is started when a paper would have to wait, and reads one at a time. */
export class Readers {
  readonly #threads = new Set<ReaderThread>();
  readonly #idle: ReaderThread[] = [];
  readonly #queue: ((thread: ReaderThread) => void)[] = [];

  /**
   * @param most threads at a time
   * @param seconds that a paper may take
   */
  constructor(
    private readonly options: PaperOptions,
    private readonly start: () => ReaderThread,
    private readonly most: number,
    private readonly seconds: number,
    private readonly progress: (path: string, done: number, of: number) => void = () => {},
  ) {}

  /** @throws KpiError when the paper cannot be read */
  read(path: string): Promise<ReadPaper> {
    return this.#read(path, null);
  }

  /** The same, and the lines that it was read in. */
  async readWithLines(path: string): Promise<ReadPaper & { readonly document: Document }> {
    const documents: Document[] = [];
    const paper = await this.#read(path, (lines) => documents.push(unpacked(lines.document)));
    const [document] = documents;
    if (document === undefined) throw new Error(`${path}: read without its lines`);
    return { ...paper, document };
  }

  async #read(path: string, onLines: ((lines: Lines) => void) | null): Promise<ReadPaper> {
    const thread = await this.#free();
    thread.onProgress = ({ done, of }) => this.progress(path, done, of);
    thread.onLines = (lines) => onLines?.(lines);
    try {
      const job = { path, options: this.options, lines: onLines !== null };
      const answer = await (path === STANDARD_INPUT ? thread.readStandardInput(job) : thread.read(job, this.seconds));
      const records = thread.takeRecords();
      return { ...factsOf(answer, path, this.seconds), records: records.map(fromPlain) };
    } finally {
      this.#release(thread);
    }
  }

  /** Ends the threads, whatever they are reading. */
  close(): void {
    for (const thread of this.#threads) thread.close();
  }

  #free(): ReaderThread | Promise<ReaderThread> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    return this.#threads.size < this.most ? this.#another() : new Promise((resolve) => this.#queue.push(resolve));
  }

  #release(thread: ReaderThread): void {
    if (!thread.alive) this.#threads.delete(thread);
    const next = this.#queue.shift();
    if (next) next(thread.alive ? thread : this.#another());
    else if (thread.alive) this.#idle.push(thread);
  }

  #another(): ReaderThread {
    const thread = this.start();
    this.#threads.add(thread);
    return thread;
  }
}

function factsOf(answer: Answer, path: string, seconds: number): PaperFacts {
  switch (answer.kind) {
    case 'read':
      return answer.facts;
    case 'refused':
      throw new KpiError(answer.text);
    case 'tooMuch':
      throw new KpiError({
        ja: `${path}: メモリが足りず読めません。分けて指定してください。`,
        en: `${path}: takes more memory than there is. Split it.`,
      });
    case 'tooLong':
      throw new KpiError({
        ja: `${path}: ${seconds} 秒たっても読み終わらないのでやめました。分けて指定するか、--timeout で秒数を増やしてください。`,
        en: `${path}: not read within ${seconds} seconds, and given up. Split it, or allow more with --timeout.`,
      });
    case 'defect':
      throw answer.error;
  }
}
