import { KpiError } from '../model/errors.ts';
import type { KpiRecord } from '../model/index.ts';
import type { Document } from '../source/document.ts';
import { unpacked } from '../source/packed.ts';
import { STANDARD_INPUT } from '../source/paths.ts';
import { ReadRecords } from './read-records.ts';
import type { Answer, PaperFacts, PaperOptions, Wanted } from './reader-job.ts';
import type { ReaderThread } from './reader-thread.ts';

export interface ReadPaper extends PaperFacts {
  /** In the order of the document. */
  readonly records: Iterable<KpiRecord>;
}

/** What came of a job. */
interface Read {
  readonly paper: ReadPaper | null;
  readonly document: Document | null;
}

function partOf<Part extends keyof Read>(read: Read, part: Part): NonNullable<Read[Part]> {
  const found = read[part];
  if (found === null) throw new Error(`the reading thread gave no ${part}`);
  return found;
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
  async read(path: string): Promise<ReadPaper> {
    return partOf(await this.#read(path, 'records'), 'paper');
  }

  /** The same, and the lines that it was read in. */
  async readWithLines(path: string): Promise<ReadPaper & { readonly document: Document }> {
    const read = await this.#read(path, 'both');
    return { ...partOf(read, 'paper'), document: partOf(read, 'document') };
  }

  /** Only the lines of a paper. */
  async readLines(path: string): Promise<Document> {
    return partOf(await this.#read(path, 'lines'), 'document');
  }

  async #read(path: string, wanted: Wanted): Promise<Read> {
    const thread = await this.#free();
    let document: Document | null = null;
    const records = new ReadRecords();
    thread.onPart = (part) => records.add(part.records);
    thread.onProgress = ({ done, of }) => this.progress(path, done, of);
    thread.onLines = (lines) => {
      document = unpacked(lines.document);
    };
    try {
      const job = { path, options: this.options, wanted };
      const answer = await (path === STANDARD_INPUT ? thread.readStandardInput(job) : thread.read(job, this.seconds));
      const facts = factsOf(answer, path, this.seconds);
      return { paper: facts && { ...facts, records }, document };
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

/** Null where only lines were wanted. */
function factsOf(answer: Answer, path: string, seconds: number): PaperFacts | null {
  switch (answer.kind) {
    case 'read':
      return answer.facts;
    case 'opened':
      return null;
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
        en: `${path}: not read within ${seconds} second${seconds === 1 ? '' : 's'}, and given up. Split it, or allow more with --timeout.`,
      });
    case 'defect':
      throw answer.error;
  }
}
