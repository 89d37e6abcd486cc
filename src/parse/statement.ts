import { BASELINE_FIGURE, BASELINE_LABEL, CASE, CONDITION_OPENING, NOT_BASELINE, TAG, YEARS_TARGET } from '../catalog/phrases.ts';
import { UNITS } from '../catalog/units.ts';
import type { TextLine } from './lines.ts';
import type { Promise_ } from './target-phrase.ts';

/** A figure beside a target, in the document's own words. */
export interface RawBaseline {
  readonly label: string;
  /** With its magnitude, `8億`; null when the cell holds no number: `（新設）`, `前年度以上`. */
  readonly number: string | null;
  readonly unit: string;
}

/** A KPI statement in the document's own words. */
export interface RawStatement {
  /** The enumeration mark as printed. */
  readonly mark: string;
  /** As printed, without spaces, marks and tags. */
  readonly name: string;
  /** What the paper says elsewhere that the name stands for, when it has been redefined. */
  readonly known?: string;
  readonly promise: Promise_;
  readonly role: 'kpi' | 'breakdown';
  /** Whose figures they are, when a line above says so: `○被扶養者（受診対象者数：29,956人）`. */
  readonly group: string;
  /** For a part, the statement of the same block that it is a part of. */
  readonly parent: RawStatement | null;
  /** Lines that it stands on, its target phrase included. */
  readonly lines: readonly TextLine[];
  readonly baselines: readonly RawBaseline[];
  readonly conditions: readonly string[];
  /** The date that it names for itself: `令和6年11月末時点` of `令和6年11月末時点のマイナ保険証利用率を50％以上とする`. */
  readonly asOf?: string;
}

/** `前年度の入札件数が6件以下` / `の場合は…`: the figure bounds a case. */
const LIMIT_OF_CASE = /^(?:の|であった|である|と(?:なった|なる))?場合/;

const YEAR = '(?:(?:令和|平成|R|H)(?:元|\\d{1,2})|20\\d\\d)(?:年度?)?';
const RAISED_FROM = new RegExp(
  `(?<label>(?:${YEAR}|前年度|現状|基準値?)(?:実績|見込み?|末)?)?[:は]?(?<number>▲?\\d[\\d,]*(?:\\.\\d+)?)(?<unit>${UNITS.join('|')})(?:→|⇒|➡)(?:${YEAR})?(?:目標)?[:は]?$`,
);

/** The earlier figure in front of a target, and where it begins: `郵送化率 R4：94.0％ → R5：96.0％以上`. */
export function raisedFrom(before: string): { from: number; baseline: RawBaseline } | null {
  const match = /[→⇒➡]/.test(before) ? RAISED_FROM.exec(before) : null;
  if (!match?.groups || match.index === 0) return null;
  const { label = 'から', number = '', unit = '' } = match.groups;
  return { from: match.index, baseline: { label, number, unit } };
}

/** The figures with a period in `text`: `（参考：令和元年度 0.269％ 令和元年度上期 0.270％）` has two. */
export function baselinesIn(text: string): RawBaseline[] {
  const found: RawBaseline[] = [];
  for (const match of text.matchAll(BASELINE_LABEL)) {
    const label = match[0].replace(/[:=]$/, '');
    if (NOT_BASELINE.test(label) && !YEARS_TARGET.test(label)) continue;
    BASELINE_FIGURE.lastIndex = match.index + match[0].length;
    for (let figure = BASELINE_FIGURE.exec(text); figure; figure = BASELINE_FIGURE.exec(text)) {
      if (LIMIT_OF_CASE.test(text.slice(BASELINE_FIGURE.lastIndex))) continue;
      const { number = '', unit = '', remark = '' } = figure.groups ?? {};
      if (unit === '人' || (unit === '' && remark === '' && !/実績|見込|末|現在|平均|KPI/.test(label))) continue;
      found.push({ label: label + (NOT_BASELINE.test(remark) ? '' : remark), number, unit });
    }
  }
  return found;
}

/** The clauses behind a target that hold only in a case, each without its full stop. */
export function conditionsIn(text: string): string[] {
  const from = text.search(/ただし|但し/);
  const clauses = (from < 0 ? text : text.slice(0, from)).split('。').filter((clause) => CASE.test(clause));
  if (from >= 0) clauses.push(text.slice(from).replace(/[。)]+$/, ''));
  return clauses.map((clause) => clause.replace(/^[、。(]+/, '').replace(/(?<!\([^()]*)\)$/, '')).filter((clause) => clause !== '');
}

/** Whether the text, behind a complete statement, says what holds only in a case. */
export function isCondition(text: string): boolean {
  return CONDITION_OPENING.test(text) || (CASE.test(text) && /(?:とする|以上|以下)。?[)]?$/.test(text));
}

/** The length of the tags in front of a name: `【新】`. */
export function tagLength(text: string): number {
  return TAG.exec(text)?.[0].length ?? 0;
}
