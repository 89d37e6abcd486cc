import { displayWidth } from '../report/display.ts';
import { visible } from '../report/visible.ts';

/** Shorter work needs no bar. */
const AFTER = 1000;
const WIDTH = 24;
const LONGEST_NAME = 40;
const CLEAR = '\r\u001b[K';

/** How far a long document is read, on a terminal; it leaves nothing behind. */
export class ProgressBar {
  private readonly start = performance.now();
  private drawn = false;

  constructor(private readonly out: NodeJS.WriteStream) {}

  show(path: string, done: number, of: number): void {
    if (done >= of) this.clear();
    else if (performance.now() - this.start > AFTER) {
      const full = Math.round((done / of) * WIDTH);
      this.out.write(`${CLEAR}${shortened(path)} [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done}/${of}`);
      this.drawn = true;
    }
  }

  clear(): void {
    if (this.drawn) this.out.write(CLEAR);
    this.drawn = false;
  }
}

function shortened(path: string): string {
  const name = visible(path.split('/').at(-1) ?? path);
  let end = name.length;
  while (displayWidth(name.slice(0, end)) > LONGEST_NAME) end--;
  return end < name.length ? `${name.slice(0, end)}…` : name;
}
