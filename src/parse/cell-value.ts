import { DIRECTION_CELL, FORECAST, FORECAST_WORDS, FORECASTS, NOTHING, PASSING_REMARK, VERDICT_MARKS } from '../catalog/tables.ts';
import { GRADE, PROGRESS, VERDICT } from '../catalog/verdicts.ts';
import type { Cell } from './cells.ts';
import { FREE_UNIT, readFigureCell } from './figure-cell.ts';
import { type Passage, passage } from './passage.ts';
import { labelOf } from './previous-label.ts';
import { insideBaselines } from './sentence.ts';
import { conditionsIn, type RawBaseline } from './statement.ts';
import { findQualitative, findTarget, type TargetPhrase } from './target-phrase.ts';

/** What the cell of a target holds: nothing on purpose, or a phrase with what stands before and behind it. */
export type TargetCell =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'target';
      readonly phrase: Pick<TargetPhrase, 'promise' | 'suffix'>;
      /** What the cell itself calls its target; empty when only the row does. */
      readonly name: Pick<Passage, 'text' | 'raw'>;
      /** Remarks behind it that say what is measured: `基金合算` of `0.376% (基金合算)`. */
      readonly remarks: readonly string[];
      readonly baselines: readonly RawBaseline[];
      /** `ただし、入札件数が4件以下の場合は1件以下`, behind it or in its brackets. */
      readonly conditions: readonly string[];
    };

/** No cell of a target is longer. */
const LONGEST = 400;

/** The target in a cell; null when there is none that can be read. `from` is the figure of the year it starts from (基準値). */
export function targetIn(one: Cell, from: RawBaseline | null): TargetCell | null {
  const text = passage(one);
  if (text.text.length > LONGEST) return null;
  if (text.text === '' || NOTHING.test(text.text)) return { kind: 'none' };
  const { body, remarks, numbers, conditions } = remarksOf(withoutClause(text));
  const found = { kind: 'target', name: { text: '', raw: '' }, remarks, baselines: [], conditions } as const;
  const direction = DIRECTION_CELL.exec(body.text)?.groups?.direction;
  if (direction) return { ...found, phrase: { promise: directed(direction, from), suffix: '' } };
  if (/^(?:実施|継続)(?:する)?$/.test(body.text)) return { ...found, phrase: { promise: { kind: 'qualitative' }, suffix: '' } };
  const phrase = findTarget(body.text) ?? findQualitative(body.text);
  if (phrase && /^。?$/.test(body.text.slice(phrase.to))) {
    const inside = insideBaselines(body.raw.slice(phrase.from, phrase.to));
    const name = { text: body.text.slice(0, phrase.from), raw: body.raw.slice(0, phrase.from) };
    // Only of 対前年度 is the figure in brackets last year's own.
    const known = phrase.promise.kind === 'relative' ? numbers.map((one) => ({ ...one, label: labelOf(phrase.promise) })) : [];
    const baselines = [...inside, ...known];
    return {
      ...found,
      phrase,
      name,
      baselines,
      conditions: [...conditions, ...conditionsIn(text.raw.slice(withoutClause(text).raw.length))],
    };
  }
  const free = FREE_UNIT.exec(body.text)?.groups ?? wholeOf(text);
  if (!free) return null;
  const { number = '', magnitude = '', unit = '', comparator = '' } = free;
  return { ...found, phrase: { promise: { kind: 'absolute', number, magnitude, unit, comparator }, suffix: '' } };
}

/** `全支部（47支部）` is 47 of them. */
function wholeOf({ text, raw }: Pick<Passage, 'text' | 'raw'>): Record<string, string> | null {
  const figure = readFigureCell(raw, text);
  return figure?.number ? { number: figure.number, unit: figure.unit } : null;
}

/** `減少` is below the figure it starts from, or, where none is printed, below the year before. */
function directed(direction: string, from: RawBaseline | null): TargetPhrase['promise'] {
  const rises = /増加|向上|上昇/.test(direction);
  const stays = direction.endsWith('維持');
  if (!from?.number) return { kind: 'relative', basis: 'previous_year', comparator: stays ? '' : rises ? '増加' : '減少' };
  return { kind: 'absolute', number: from.number, magnitude: '', unit: from.unit, comparator: stays ? '' : rises ? '超' : '未満' };
}

/** `15％以下、ただし入札件数が4件以下の場合は1件以下とする`: what stands before the clause. */
function withoutClause({ text, raw }: Pick<Passage, 'text' | 'raw'>): Pick<Passage, 'text' | 'raw'> {
  const from = /[、。]?(?:ただし|但し)/.exec(text)?.index ?? text.length;
  const end = text[from - 1] === '(' ? text.length : from;
  return { text: text.slice(0, end), raw: raw.slice(0, end) };
}

interface Remarks {
  readonly body: Pick<Passage, 'text' | 'raw'>;
  readonly remarks: readonly string[];
  readonly numbers: readonly RawBaseline[];
  readonly conditions: readonly string[];
}

/** The text of a cell without the remarks behind it, and those of them that say what is measured, when it holds, or a figure. */
function remarksOf(text: Pick<Passage, 'text' | 'raw'>): Remarks {
  let to = text.text.length;
  const remarks: string[] = [];
  const numbers: RawBaseline[] = [];
  const conditions: string[] = [];
  for (let match = LAST_REMARK.exec(text.text); match && match.index > 0; match = LAST_REMARK.exec(text.text.slice(0, to))) {
    const raw = text.raw.slice(match.index + 1, match.index + match[0].length - 1);
    const figure = /^(\d[\d,]*(?:\.\d+)?)(%|円|ポイント|件|社|人|事業所)?$/.exec(match[1] ?? '');
    if (figure) numbers.unshift({ label: '対前年度', number: figure[1] ?? null, unit: figure[2] ?? '' });
    else if (/場合|ただし|但し/.test(raw)) conditions.unshift(raw);
    else if (!PASSING_REMARK.test(match[1] ?? '')) remarks.unshift(raw);
    to = match.index;
  }
  return { body: { text: text.text.slice(0, to), raw: text.raw.slice(0, to) }, remarks, numbers, conditions };
}

const LAST_REMARK = /\(([^()]{1,40})\)$/;

/** What the marks of a table mean. */
export interface Legend {
  /** Words by mark, folded: `○` is 達成見込み. */
  readonly words: ReadonlyMap<string, string>;
  /** Whether a mark without words tells how a year will end, or how it ended. */
  readonly forecasts: boolean;
}

/** The words that stand beside marks, in cells or below a table: `◎：達成済み ○：達成見込み`. */
export function legendIn(texts: Iterable<string>): Map<string, string> {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const match of text.matchAll(new RegExp(FORECAST, 'g'))) {
      const { mark = '', words: said = '' } = match.groups ?? {};
      if (!words.has(mark)) words.set(mark, said);
    }
  }
  return words;
}

/** What marks mean by the words beside them, or else as such papers use them. */
export function legendOf(texts: Iterable<string>, forecasts: boolean): Legend {
  const usual = Object.entries(forecasts ? FORECASTS : VERDICT_MARKS);
  return { words: new Map([...usual, ...legendIn(texts)]), forecasts };
}

/** What the cell of a verdict says: its words, and whether they are a forecast or a grade. Null when it says none of these. */
export function verdictIn(one: Cell, legend: Legend): { readonly verdict: string; readonly kind: 'forecast' | 'verdict' | 'grade' } | null {
  return verdictOf(passage(one), legend);
}

/** The same of any text. */
export function verdictOf({ text, raw }: Pick<Passage, 'text' | 'raw'>, legend: Legend): ReturnType<typeof verdictIn> {
  // A footnote explains the marks.
  if (text.length > LONGEST_VERDICT || text.includes('※')) return null;
  if (GRADE.test(text)) return { verdict: text, kind: 'grade' };
  const said = legend.words.get(text);
  if (said !== undefined) return { verdict: said, kind: legend.forecasts || FORECAST_WORDS.test(said) ? 'forecast' : 'verdict' };
  const from = /^\(?[◎○●▲×✕]?\)?[:=…・(]{0,2}/.exec(text)?.[0].length ?? 0;
  const words = raw.slice(from).replace(/[(（][◎○●△▲×✕][)）]$|[)）。]$/, '');
  if (VERDICT.test(words)) return { verdict: words, kind: 'verdict' };
  if (PROGRESS.test(words)) return { verdict: words, kind: 'forecast' };
  return /達成|困難/.test(words) && FORECAST_WORDS.test(words) ? { verdict: words, kind: 'forecast' } : null;
}

const LONGEST_VERDICT = 30;
