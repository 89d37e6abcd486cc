import type { Completion, Text } from '../model/index.ts';
import { readDone } from '../normalize/done.ts';
import { readFigure } from '../normalize/figure.ts';
import { fold } from '../source/fold.ts';
import { type Row, type RowPart, unescapeCell } from './row-part.ts';

/** 計画達成度 and 新たな取組み of the row's measure. */
export function readEffortCells(row: Row): RowPart {
  const { cell, source, branch, fiscalYear } = row;
  const completion = readCompletion(cell('completion'));
  const newInitiative = readNewInitiative(cell('newInitiative'));
  const problems: Text[] = [];
  if (completion === null && !saysNothing(cell('completion'))) problems.push(notCompletion(cell('completion')));
  if (newInitiative === null && !saysNothing(cell('newInitiative'))) problems.push(notInitiative(cell('newInitiative')));
  if (completion === null && newInitiative === null) return { problems };
  const measure = unescapeCell(cell('measure')) || measureOfKpi(row);
  if (measure === null) return { problems: [...problems, NO_MEASURE] };
  return { efforts: [{ type: 'effort', branch, fiscalYear, measure, completion, newInitiative, source }], problems };
}

/** From the words of the rubric to the shortest ones that people type; the first that fits. */
const COMPLETIONS: readonly { readonly pattern: RegExp; readonly completion: Completion }[] = [
  { pattern: /一部|部分的|partial|partly|in part/i, completion: 'partial' },
  { pattern: /効果的|効果あり|effective/i, completion: 'effective' },
  { pattern: /(?:計画|予定)(?:通|どお|とお)り|as[ _-]?planned|on plan/i, completion: 'as_planned' },
];
/** `効果的な結果は得られなかった`, `計画通りに実施できず`: none of the three. */
const DENIED = /得られな|できな|できず|せず|なかった|なし|ない|\bnot\b|ineffective/i;

export function readCompletion(text: string): Completion | null {
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  if (DENIED.test(folded)) return null;
  return COMPLETIONS.find(({ pattern }) => pattern.test(folded))?.completion ?? null;
}

/** `あり`, `なし`, `○`, `×`, yes, no, 1, 0. */
export function readNewInitiative(text: string): boolean | null {
  const folded = fold(text).trim();
  if (folded === '1' || folded === '0') return folded === '1';
  const done = readDone(folded);
  return done === null ? null : done === 'done';
}

const saysNothing = (text: string): boolean => readFigure(text).kind === 'none';

function measureOfKpi({ cell, catalog, index }: Row): string | null {
  const name = unescapeCell(cell('indicator'));
  return index?.find(name, catalog.resolve(name)?.id ?? null)?.measure ?? null;
}

const notCompletion = (found: string): Text => ({
  ja: `計画達成度「${found}」を読めない。「計画通りに実施し、効果的な結果が得られた」「計画通りに実施」「計画の一部を実施」のどれかを書く`,
  en: `completion "${found}" cannot be read: expected effective (計画通りに実施し、効果的な結果が得られた), as planned (計画通りに実施) or partial (計画の一部を実施)`,
});

const notInitiative = (found: string): Text => ({
  ja: `新たな取組み「${found}」を読めない。あり か なし を書く`,
  en: `new initiative "${found}" cannot be read: expected あり or なし (yes or no)`,
});

const NO_MEASURE: Text = {
  ja: '計画達成度か新たな取組みがあるのに施策が空。施策の名前を書く',
  en: 'completion or new initiative is given but no measure; write its name under 施策',
};
