import { type Finding, KpiError } from '../model/index.ts';
import { FINDINGS_FORMATTERS, type FindingsContext } from '../report/findings/index.ts';
import type { App } from './app.ts';
import type { FormatChoice } from './commands/check.ts';
import type { General } from './options.ts';
import { contextOf, printFile } from './output.ts';

interface Options extends General {
  readonly format?: readonly FormatChoice[];
}

/** Each format to its place: those that name a file into it, the one that does not to standard output or `--output`. */
export async function printFindings(
  findings: readonly Finding[],
  about: Pick<FindingsContext, 'documents' | 'rules' | 'known' | 'ignored'>,
  options: Options,
  app: App,
): Promise<void> {
  const choices = options.format ?? [{ format: 'stylish', file: null }];
  for (const { format, file } of choices) {
    const output = file ?? options.output;
    const place = { ...(output !== undefined && { output }), color: options.color };
    const formatter = await FINDINGS_FORMATTERS[format]();
    const text = formatter(findings, { ...contextOf(place, app), ...about, version: app.version });
    await printFile(text, place);
  }
}

/** Before anything is read: what cannot be printed need not be found. */
export function refuseTwoPrinted({ format = [] }: Pick<Options, 'format'>): void {
  const printed = format.filter(({ file }) => file === null).map(({ format }) => format);
  if (printed.length < 2) return;
  const [first, second] = printed;
  throw new KpiError({
    ja: `標準出力に出せる形式は 1 つだけです（${printed.join(', ')}）。--format ${first} --format ${second}=FILE のように、ほかはファイルに書いてください。`,
    en: `only one format can go to standard output (${printed.join(', ')}): write the others into files, as in --format ${first} --format ${second}=FILE`,
  });
}
