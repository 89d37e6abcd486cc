import { DIFFICULTY, GRADE_LINE, IMPORTANCE } from '../catalog/verdicts.ts';
import type { TextLine } from './lines.ts';
import type { Heading } from './outline.ts';
import type { RawFinding, RawRating } from './paper.ts';
import { unreadCell } from './unread-cell.ts';

/**
 * The grade of the measure under whose heading the line stands: `評定 Ａ`. 重要度 and 困難度 stand behind that heading, behind the grade, or
 * on a line between them.
 */
export function gradeIn(line: TextLine, heading: Heading | null, between: readonly TextLine[]): RawRating | RawFinding | null {
  const grade = GRADE_LINE.exec(line.text.replaceAll(' ', ''))?.groups?.grade;
  if (grade === undefined) return null;
  if (!heading) return unreadCell('grade', [line]);
  const said = [heading.line, ...between, line].map(({ raw }) => raw).join(' ');
  const [importance, difficulty] = [IMPORTANCE, DIFFICULTY].map((weight) => weight.exec(said)?.[1] ?? null);
  return { heading, grade, rubric: 'iaa', importance: importance ?? null, difficulty: difficulty ?? null, lines: [line] };
}
