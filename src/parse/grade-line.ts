import { DIFFICULTY, GRADE_LINE, IMPORTANCE } from '../catalog/verdicts.ts';
import type { TextLine } from './lines.ts';
import type { Heading } from './outline.ts';
import type { RawRating } from './paper.ts';

/** The grade of the measure under whose heading the line stands: `評定 Ａ`. 重要度 and 困難度 stand behind that heading. */
export function gradeIn(line: TextLine, heading: Heading | null): RawRating | null {
  const grade = GRADE_LINE.exec(line.text.replaceAll(' ', ''))?.groups?.grade;
  if (!heading || grade === undefined) return null;
  const [importance, difficulty] = [IMPORTANCE, DIFFICULTY].map((weight) => weight.exec(heading.line.raw)?.[1] ?? null);
  return { heading, grade, rubric: 'iaa', importance: importance ?? null, difficulty: difficulty ?? null, lines: [line] };
}
