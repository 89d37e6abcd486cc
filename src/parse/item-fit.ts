import { RESULT_WORD } from '../catalog/figures.ts';
import { fold } from '../source/fold.ts';
import type { Figure } from './figure.ts';
import type { ResultItem } from './result-item.ts';
import type { RawStatement } from './statement.ts';

/** The item once for each name in it: `①100％、②の率 91.2％（年度累計 90.8％）` has two. */
export function byNames(item: ResultItem): ResultItem[] {
  const parts: Figure[][] = [];
  for (const figure of item.figures) {
    const last = parts.at(-1);
    if (last && (figure.name === '' || figure.name === last[0]?.name || figure.nation)) last.push(figure);
    else parts.push([figure]);
  }
  return parts.map((figures, index) => (index === 0 ? { ...item, figures } : { ...item, figures, number: null, verdict: null }));
}

/** The unit that a target is set in; for 対前年度（0.369%）以上, the one of the figure beside it. */
export function unitOf({ promise, baselines }: RawStatement): string {
  return fold(promise.kind === 'absolute' ? promise.unit : (baselines[0]?.unit ?? ''));
}

export const isShare = (statement: RawStatement): boolean => unitOf(statement) === '%' || /(?:率|割合)$/.test(statement.name);

/** A share is answered by a rate or by counts over each other, a count by a count. */
export function fits(statement: RawStatement, { figures }: ResultItem): boolean {
  if (statement.promise.kind === 'qualitative' || figures.length === 0) return true;
  return figures.some(({ unit, number }) => unit === '' || number === null || (unit === '%') === isShare(statement));
}

/** As printed, without `実績：` in front. */
export const wordsOf = ({ text }: ResultItem): string => text.raw.slice(RESULT_LABEL.exec(text.text)?.[0].length ?? 0);
const RESULT_LABEL = new RegExp(`^[【(<]?${RESULT_WORD}(?:[】)>]|:|(?=[^をはがのに]))[:]?`);

/** `10月より実施予定` says when there will be a figure. */
export const timeOf = ({ note, rest }: ResultItem): string | null => (/予定|より|から|以降|^に/.test(rest) ? null : note.asOf);
