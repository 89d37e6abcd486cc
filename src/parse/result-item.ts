import { NO_FIGURE_YET, RANK, REACHED, RESULT_MARKERS } from '../catalog/figures.ts';
import { openingOf, ordinal } from './classify.ts';
import { type Figures, figuresIn } from './figure.ts';
import type { TextLine } from './lines.ts';
import type { RawFinding } from './paper.ts';
import { type Passage, type Piece, passage } from './passage.ts';

/** A stretch of a result cell: `②郵送化率：91.2％（9月末）`, wrapped over lines. */
export interface ResultItem extends Figures {
  readonly mark: string;
  /** Of its mark: `①`, `n)`; empty when it has none. */
  readonly style: string;
  readonly number: number | null;
  readonly text: Passage;
  /** It holds a figure or says that there is none, and no sentence goes on behind it but one that says that it was reached. */
  readonly complete: boolean;
  /** It is a sentence: `9月末現在で90.8％となっており、…`. */
  readonly prose: boolean;
  /** Index of the first line behind it. */
  readonly next: number;
}

/** No item wraps over more lines. */
const MOST_LINES = 5;
const LONGEST_NAME = 70;
/** No other figure stands in the sentence behind it, but for how far it is from the target: `であり、目標を0.4ポイント下回っている`. */
const SAYS_REACHED = new RegExp(`^${REACHED}[^\\d]{0,60}(?:\\d[\\d.]{0,6}ポイント[^\\d]{0,20})?$`);
/** A phrase that says that there is no figure is short. */
const LONGEST_EXCUSE = 30;
/** A line that goes on with the sentence before it: `…使用率 51.1％` / `と、前年度を上回った`, `月10日` / `以上の患者に`. */
const GOES_ON = /^(?:[をはがにとでもへや、]|の(?!べ)|以[上下内]|未満|より|から|まで)/;

/** A line that says something of the figure above it, and nothing else: `全国18位`. */
const REMARK = new RegExp(`^(?:${RANK}|全国平均[:]?[\\d.]+%)$`);

/** The item that begins at the piece on `lines[at]`. */
export function itemFrom(lines: readonly TextLine[], at: number, from: number): ResultItem | null {
  const line = lines[at];
  if (!line) return null;
  const opening = openingOf({ ...line, start: from });
  if (opening.kind === 'footnote' || opening.kind === 'breakdown' || opening.kind === 'marker') return null;
  const mark = opening.kind === 'item' ? opening.mark : '';
  const pieces: Piece[] = [{ line, from: opening.kind === 'item' ? opening.end : from }];
  for (let next = at + 1; ; next++) {
    const text = passage(pieces);
    const figures = figuresIn(text);
    const more = lines[next];
    if (more && pieces.length < MOST_LINES && goesOn(text.text, figures, more)) pieces.push({ line: more, from: more.start });
    else
      return {
        mark,
        style: opening.kind === 'item' ? opening.style.id : '',
        number: ordinal(mark),
        text,
        complete: isComplete(text.text, figures),
        prose: SAYS_REACHED.test(figures.rest),
        next,
        ...figures,
      };
  }
}

function goesOn(text: string, { figures, rest }: Figures, more: TextLine): boolean {
  if (count(text, '(') > count(text, ')')) return true;
  const { kind } = openingOf(more);
  const next = more.text.slice(more.start);
  if (next.startsWith('(') && kind !== 'item' && kind !== 'footnote') return more.gap <= 1 && (figures.length > 0 || isExcuse(text, rest));
  if (kind !== 'text' && kind !== 'baseline') return false;
  if (resultMarkerAt(more)) return false;
  if (figures.length > 0)
    return (rest !== '' && !/。$/.test(text)) || (more.gap === 0 && (GOES_ON.test(next) || REMARK.test(next.replaceAll(' ', ''))));
  return more.gap <= 1 && !isExcuse(text, rest) && !text.endsWith('。');
}

function isComplete(text: string, { figures, rest }: Figures): boolean {
  if (figures.length === 0) return isExcuse(text, rest);
  return (
    (rest === '' || SAYS_REACHED.test(rest)) &&
    figures.every(({ name }) => name.length <= LONGEST_NAME && !/。|以[上下内](?:とする)?$/.test(name))
  );
}

/** `現在実施中`, `会議の開催なし`, `年度末に確定`; `rest` is the text without its time. */
function isExcuse(text: string, rest: string): boolean {
  return text.length <= LONGEST_EXCUSE && !/。./.test(text) && (NO_FIGURE_YET.test(rest) || NO_FIGURE_YET.test(text));
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** The marker of results that the line opens with: `【KPI実績（9月末）】`; `asOf` as printed. */
export function resultMarkerAt(line: TextLine): { end: number; asOf: string | null } | null {
  for (const { pattern } of RESULT_MARKERS) {
    pattern.lastIndex = line.start;
    const match = pattern.exec(line.text);
    if (!match) continue;
    const said = (match.groups?.asOf || match.groups?.noted) ?? '';
    const from = said === '' ? -1 : line.text.indexOf(said, match.index);
    return { end: pattern.lastIndex, asOf: from < 0 ? null : line.raw.slice(from, from + said.length).trim() };
  }
  return null;
}

/** The items of a cell of results, from column `from` of its first line on. It ends where prose begins. */
export function readItems(cell: readonly TextLine[], from: number): { items: ResultItem[]; next: number } {
  const items: ResultItem[] = [];
  let at = 0;
  for (let line = cell[at]; line; line = cell[at]) {
    const start = at === 0 ? skipSpaces(line.text, from) : line.start;
    if (start >= line.text.length) {
      at++;
      continue;
    }
    const item = itemFrom(cell, at, start);
    const last = items.at(-1);
    const follows = item?.number !== null && item?.number === (last?.number ?? 0) + 1 && item?.style === (last?.style ?? item?.style);
    if (!item || (last && line.gap > 0 && !follows) || !(item.complete || follows || !last)) break;
    items.push(item);
    at = item.next;
  }
  return { items, next: at };
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** A KPI marker that opens neither targets nor results that can be told. */
export function unreadResult(marker: TextLine, item: ResultItem | undefined): RawFinding {
  return {
    rule: 'actual/unread',
    severity: 'warning',
    message: (quote) => ({
      ja: `KPIの標示がありますが、目標とも実績とも読み取れませんでした：「${quote}」`,
      en: `A KPI marker stands here, but neither a target nor a result could be read: “${quote}”`,
    }),
    lines: [...new Set([marker, ...(item?.text.pieces.map((piece) => piece.line) ?? [])])],
  };
}
