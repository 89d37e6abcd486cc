import { BRANCHES } from '../catalog/branches.ts';
import type { TextLine } from './lines.ts';

/** A stretch of a document that speaks for one branch and fiscal year. A file may hold the plans of all 47 branches. */
export interface Scope {
  /** As printed, without 支部; null when the document does not say. */
  readonly branch: string | null;
  /** As printed: `令和3年度`. */
  readonly fiscalYear: string | null;
  readonly lines: readonly TextLine[];
}

const NAMES = BRANCHES.map((branch) => branch.name).join('|');
const BRANCH = new RegExp(`(${NAMES})(?:県|府|都)?支部|全国健康保険協会(本部)`);
const YEAR = /(?:20\d\d\(?(?:令和|平成)?(?:元|\d{1,2})?\)?年度|(?:令和|平成|[RH])(?:元|\d{1,2})年度)/;
/** A title names the paper, the year and the branch, and is no sentence: `令和 3年度 事業計画（北海道支部）`. */
const LONGEST_TITLE = 40;
/** Where a paper that has no such title says whose it is: its first lines. */
const HEAD = 60;

/** Splits the lines at titles. Lines before the first title belong to it. */
export function scopes(lines: readonly TextLine[]): Scope[] {
  const found: { branch: string; fiscalYear: string; lines: TextLine[] }[] = [];
  let before: TextLine[] = [];
  for (const line of lines) {
    const title = titleOf(line);
    const current = found.at(-1);
    if (title && !(current && current.branch === title.branch && current.fiscalYear === title.fiscalYear)) {
      found.push({ ...title, lines: [...before] });
      before = [];
    } else if (!title) (current?.lines ?? before).push(line);
  }
  if (found.length > 0) return found;
  return [{ branch: firstIn(lines, BRANCH), fiscalYear: firstIn(lines, YEAR), lines: before }];
}

function titleOf(line: TextLine): { branch: string; fiscalYear: string } | null {
  if (line.text.length - line.start > LONGEST_TITLE + 20 || !line.text.includes('計画')) return null;
  const text = line.text.replaceAll(' ', '');
  if (!text.includes('事業計画') || text.length > LONGEST_TITLE || /[。、・]|KPI/.test(text)) return null;
  const branch = BRANCH.exec(text);
  const fiscalYear = YEAR.exec(text)?.[0];
  const name = branch?.[1] ?? branch?.[2];
  return name && fiscalYear ? { branch: name, fiscalYear } : null;
}

function firstIn(lines: readonly TextLine[], pattern: RegExp): string | null {
  for (const line of lines.slice(0, HEAD)) {
    const match = pattern.exec(line.text.replaceAll(' ', ''));
    if (match) return match[1] ?? match[2] ?? match[0];
  }
  return null;
}
