import type { KpiError } from '../../model/errors.ts';
import type { Engine } from './load.ts';
import { tooBig, tooSlow } from './trouble.ts';

/** No page of a real document takes a tenth of it, even on a slow machine. */
const LONGEST_STEP = 20_000;
const LOOK_EVERY = 200;
/** More memory than at the start. */
const MOST_MEMORY = 1.5 * 2 ** 30;

/** Stops pdfjs when a step takes too long or too much memory. */
export class Watch {
  private readonly start = process.memoryUsage.rss();
  private readonly timer: NodeJS.Timeout;
  private step: { readonly page: number | null; readonly until: number; readonly fail: (error: KpiError) => void } | null = null;

  /** The thread has been ended: nothing it is asked will be answered. */
  stopped = false;

  constructor(
    private readonly name: string,
    private readonly engine: Engine,
  ) {
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
  }

  /** The result of a step, or an error when it had to be stopped. */
  over<T>(work: Promise<T>, page: number | null): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const step = { page, until: performance.now() + LONGEST_STEP, fail: reject };
      this.step = step;
      work.then(resolve, reject).finally(() => {
        // The next step may have begun.
        if (this.step === step) this.step = null;
      });
    });
  }

  end(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { step } = this;
    if (!step) return;
    const isBig = process.memoryUsage.rss() - this.start > MOST_MEMORY;
    if (!isBig && performance.now() < step.until) return;
    this.stopped = true;
    step.fail((isBig ? tooBig : tooSlow)(this.name, step.page));
    void this.engine.stop();
  }
}
