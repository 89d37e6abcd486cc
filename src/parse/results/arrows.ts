import { ANSWER_ARROW, ANSWER_LABEL, ANSWER_WORDS, NO_RESULT } from '../../catalog/results-report.ts';
import { UNITS } from '../../catalog/units.ts';
import { figuresIn } from '../figure.ts';
import type { TextLine } from '../lines.ts';
import { type Piece, passage } from '../passage.ts';
import { compares, findTarget } from '../target-phrase.ts';
import { cut } from './labels.ts';

/** Targets whose results stand behind arrows, taken apart. */
export interface Answered {
  /** The lines without what stands behind the arrows. */
  readonly goals: readonly TextLine[];
  /** Each result with the line of `goals` that it answers: the last target that stands on it. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly goal: TextLine;
  readonly lines: readonly TextLine[];
}

/** No result wraps over more lines. */
const MOST_LINES = 3;
const LONGEST = 90;
/** Longer lines, and arrows behind so many that point to nothing, are no list of targets; it bounds the work on a hostile page. */
const LONGEST_LINE = 4000;
const MOST_ARROWS = 12;
/** The next item of a line with several: `… ⇒ 89.2％ ②…`. */
const NEXT_ITEM = /[①-⑳]|(?<= )[・●■○◆](?=\s*[^\s達未概])/;

/** `郵送化率：96.0％以上 ⇒ 95.1％`, also with the arrow and the result on the next line. Null when no arrow points to a result. */
export function answeredByArrows(lines: readonly TextLine[]): Answered | null {
  if (!lines.some(({ text }) => ANSWER_ARROW.test(text))) return null;
  const goals: TextLine[] = [];
  const answers: Answer[] = [];
  for (let at = 0; at < lines.length; at++) {
    let rest = lines[at];
    while (rest && rest.start < rest.text.length) {
      const arrow = arrowIn(rest, goals.at(-1));
      if (!arrow) {
        goals.push(rest);
        break;
      }
      const before = cut(rest, rest.start, arrow.from);
      if (before.start < before.text.length) goals.push(before);
      const goal = goals.at(-1);
      const wrapped = arrow.rest ? [] : continuation(lines, at, arrow.answer);
      at += wrapped.length;
      if (goal) answers.push({ goal, lines: [arrow.answer, ...wrapped].filter(({ start, text }) => start < text.length) });
      rest = arrow.rest ?? undefined;
    }
  }
  return answers.length > 0 ? { goals, answers } : null;
}

/** The first arrow of a line that points to a result: where it stands, the result, and what follows that on the line. */
function arrowIn(line: TextLine, above: TextLine | undefined): { from: number; answer: TextLine; rest: TextLine | null } | null {
  if (line.text.length - line.start > LONGEST_LINE) return null;
  const arrows = [...line.text.slice(line.start).matchAll(new RegExp(ANSWER_ARROW, 'g'))].slice(0, MOST_ARROWS);
  for (const { index, 0: sign } of arrows) {
    const [from, to] = [line.start + index, line.start + index + sign.length];
    const left = cut(line, line.start, from);
    // ▶ in front of a line is a bullet.
    const opens = left.start >= left.text.length;
    if (depth(left.text.slice(line.start)) > 0 || (opens && (!above || sign === '▶'))) continue;
    const next = line.text.slice(to).search(NEXT_ITEM);
    const answer = unlabelled(cut(line, to, next < 0 ? undefined : to + next));
    if (isAnswer(answer) && !comparesYears(left)) return { from, answer, rest: next < 0 ? null : cut(line, to + next) };
  }
  return null;
}

/** `⇒ 結果：95.1％` */
function unlabelled(line: TextLine): TextLine {
  const label = ANSWER_LABEL.exec(line.text.slice(line.start))?.[0] ?? '';
  return cut(line, line.start + label.length);
}

/** A figure that is no target of its own, or words that are a result; nothing yet where the line ends behind the arrow. */
function isAnswer(line: TextLine): boolean {
  const text = passage([{ line, from: line.start }]);
  if (text.text === '') return true;
  if (text.text.length > LONGEST) return false;
  const target = findTarget(text.text);
  if (target && compares(target)) return false;
  const { figures } = figuresIn(text);
  const open = ANSWER_ARROW.test(text.text) && figures.every(({ year }) => year === null);
  return !open && (figures.length > 0 || NO_RESULT.test(text.text) || ANSWER_WORDS.test(text.text));
}

/** `令和4年度 94.0％ → 令和5年度 96.0％`: an earlier figure and what it becomes. */
const comparesYears = (left: TextLine): boolean => EARLIER.test(passage([{ line: left, from: left.start }]).text);

const EARLIER = new RegExp(`(?:令和|平成|R|H)(?:元|\\d{1,2})(?:年度?)?(?:実績|末)?[:は]?▲?\\d[\\d.,]*[千万億]*(?:${UNITS.join('|')})?$`);

/** What a result goes on in: below an arrow that ends its line, and until a bracket closes. */
function continuation(lines: readonly TextLine[], at: number, answer: TextLine): TextLine[] {
  const taken: TextLine[] = [];
  const said = () => passage([answer, ...taken].map((line): Piece => ({ line, from: line.start }))).text;
  for (let line = lines[at + 1]; line && taken.length < MOST_LINES; line = lines[at + 1 + taken.length]) {
    const open = depth(said()) > 0 || (said() === '' && isAnswer(line));
    if (!open || ANSWER_ARROW.test(line.text)) break;
    taken.push(line);
  }
  return taken;
}

function depth(text: string): number {
  let open = 0;
  for (const sign of text) open = sign === '(' ? open + 1 : sign === ')' ? Math.max(0, open - 1) : open;
  return open;
}
