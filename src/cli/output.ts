import { FORMATTERS } from '../report/index.ts';
import type { Context, Report } from '../report/report.ts';
import { visible } from '../report/visible.ts';
import type { App } from './app.ts';
import type { Common, General } from './options.ts';
import { replaceFile } from './replace-file.ts';
import { writeOut } from './standard-output.ts';

const WIDTH = 100;
const NARROWEST = 60;
/** Excel takes a CSV for UTF-8 only when it begins with this. */
const BOM = '\uFEFF';

/** Data: to standard output, or into `--output`. */
export async function print(report: Report, options: Common, app: App): Promise<void> {
  const format = await FORMATTERS[options.format]();
  const text = format(report, contextOf(options, app));
  const pieces = inPieces(typeof text === 'string' ? [text] : text, options.format === 'csv' && options.output !== undefined ? BOM : '');
  if (options.output !== undefined) return replaceFile(options.output, pieces);
  for (const piece of pieces) await writeOut(piece);
}

/** Characters that are written at once. */
const PIECE = 2 ** 16;

function* inPieces(texts: Iterable<string>, start: string): Generator<string> {
  let piece = start;
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Loads what `print` will need, while there is something to wait for. */
export function prepareToPrint({ format }: Pick<Common, 'format'>): void {
  FORMATTERS[format]().catch(() => {});
}

/** What is made already (a template), to the same places. */
export async function printFile(content: string | Uint8Array, options: Pick<General, 'output'>): Promise<void> {
  if (options.output === undefined) await writeOut(content);
  else await replaceFile(options.output, content);
}

/** Everything else: to standard error. */
export function note(line: string, options: Pick<Common, 'quiet'>): void {
  if (!options.quiet) process.stderr.write(`${visible(line)}\n`);
}

export function contextOf(options: Pick<General, 'output' | 'color'>, app: App): Context {
  const { isTTY, columns } = process.stdout;
  const terminal = isTTY && options.output === undefined;
  return { lang: app.lang, color: colored(options, app), width: terminal ? Math.max(NARROWEST, Math.min(columns, WIDTH)) : WIDTH };
}

/** Colour only on a terminal that has some; `FORCE_COLOR` asks for it elsewhere too. Node itself reads NO_COLOR and TERM. */
function colored(options: Pick<General, 'output' | 'color'>, app: App): boolean {
  if (!options.color || options.output !== undefined) return false;
  const forced = app.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return process.stdout.isTTY && process.stdout.hasColors(app.env);
}
