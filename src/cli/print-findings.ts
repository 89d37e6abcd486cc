import { resolve } from 'node:path';
import { type Finding, KpiError } from '../model/index.ts';
import { FINDINGS_FORMATTERS, type FindingsContext } from '../report/findings/index.ts';
import type { App } from './app.ts';
import type { FormatChoice } from './commands/check.ts';
import type { General } from './options.ts';
import { contextOf, printFile } from './output.ts';
import { refuseSources } from './refuse-sources.ts';

interface Options extends General {
  readonly format?: readonly FormatChoice[];
}

/** Loads what `printFindings` will need, while there is something to wait for. */
export function prepareFindings(options: Options): void {
  for (const { format } of choicesOf(options)) FINDINGS_FORMATTERS[format]().catch(() => {});
}

const choicesOf = ({ format = [{ format: 'stylish', file: null }] }: Options): readonly FormatChoice[] => format;

/** Each format to its place: those that name a file into it, the one that does not to standard output or `--output`. */
export async function printFindings(
  findings: readonly Finding[],
  about: Pick<FindingsContext, 'documents' | 'rules' | 'known' | 'ignored'>,
  options: Options,
  app: App,
): Promise<void> {
  for (const choice of choicesOf(options)) {
    const output = placeOf(choice, options.output);
    const place = { ...(output !== null && { output }), color: options.color };
    const formatter = await FINDINGS_FORMATTERS[choice.format]();
    const text = formatter(findings, { ...contextOf(place, app), ...about, version: app.version });
    await printFile(text, place);
  }
}

const placeOf = ({ file }: FormatChoice, output: string | undefined): string | null => file ?? output ?? null;

/** Before anything is read: what cannot be printed need not be found. */
export function refuseSamePlace({ format = [], output }: Pick<Options, 'format' | 'output'>): void {
  refuseTwoPrinted(format);
  const files = format.flatMap((choice) => placeOf(choice, output) ?? []);
  const twice = files.find((file, at) => files.findIndex((other) => resolve(other) === resolve(file)) < at);
  if (twice === undefined) return;
  throw new KpiError({
    ja: `二つの形式を同じファイル ${twice} に書くことはできません。別の名前を指定してください。`,
    en: `two formats cannot go to the same file, ${twice}: name another for one of them`,
  });
}

/** `--format md=plan.md` on `plan.md` itself is as much a slip of the hand. */
export function refuseDocuments(documents: readonly string[], { format = [], output }: Pick<Options, 'format' | 'output'>): void {
  refuseSources(documents, [...format.flatMap((choice) => placeOf(choice, output) ?? []), output]);
}

function refuseTwoPrinted(format: readonly FormatChoice[]): void {
  const printed = format.filter(({ file }) => file === null).map(({ format }) => format);
  if (printed.length < 2) return;
  const [first, second] = printed;
  throw new KpiError({
    ja: `標準出力に出せる形式は 1 つだけです（${printed.join(', ')}）。--format ${first} --format ${second}=FILE のように、ほかはファイルに書いてください。`,
    en: `only one format can go to standard output (${printed.join(', ')}): write the others into files, as in --format ${first} --format ${second}=FILE`,
  });
}
