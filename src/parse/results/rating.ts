import { GRADE_TOKEN } from '../../catalog/results-report.ts';
import type { TextLine } from '../lines.ts';
import type { MeasurePage } from './agreement.ts';
import type { Page, Part } from './pages.ts';

type Rating = NonNullable<MeasurePage['rating']>;

/** Where a page may print its grade, best first; each gives the grade and the line that it stands on. */
const PLACES: readonly ((rating: Part) => { grade: string; line: TextLine } | null)[] = [
  // `自己評価：Ａ`, `評価 B（前年度 A）`
  ({ label, lines: [line] }) => {
    if (!line || line.number !== label.number) return null;
    const [first = ''] = line.text.slice(line.start).split(/[\s,、。:]/, 1);
    const grade = [first, first.replace(/(?<=.)\(.*$/, '')].find((token) => GRADE_TOKEN.test(token));
    return grade === undefined ? null : { grade, line };
  },
  // Alone on a line behind the prose.
  ({ lines }) => alone(lines),
  // `自己評価 …目標を達成した。 A`
  ({ lines }) => {
    for (const line of lines.toReversed()) {
      const grade = /[\s。](\S{1,4})$/.exec(line.text.trimEnd())?.[1] ?? '';
      if (GRADE_TOKEN.test(grade)) return { grade, line };
    }
    return null;
  },
];

/** 自己評価: under its label, at the end of the heading, or, where the label was lost, alone on any line of the page. */
export function ratingOf({ head, parts }: Page): Rating | null {
  const ratings = parts.filter(({ kind }) => kind === 'rating');
  for (const place of PLACES) {
    for (const part of ratings) {
      const found = place(part);
      if (found) return { grade: gradeIn(found.grade), lines: [part.label, found.line] };
    }
  }
  if (head?.grade) return { grade: head.grade, lines: head.lines };
  for (const part of parts.toReversed()) {
    const found = alone(part.lines);
    if (found) return { grade: gradeIn(found.grade), lines: [found.line] };
  }
  return null;
}

function alone(lines: readonly TextLine[]): { grade: string; line: TextLine } | null {
  const line = lines.find(({ text }) => GRADE_TOKEN.test(text.trim()));
  return line ? { grade: line.text, line } : null;
}

/** `【Ａ】` → `A` */
export const gradeIn = (text: string): string => text.replace(/[^A-Z+-]/g, '');
