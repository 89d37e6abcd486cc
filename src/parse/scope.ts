import { BODY } from '../catalog/bodies.ts';
import { BRANCHES } from '../catalog/branches.ts';
import { PAPER_TITLE } from '../catalog/families.ts';
import { KpiError } from '../model/errors.ts';
import type { TextLine } from './lines.ts';

/** A stretch of a document that speaks for one branch and fiscal year. A file may hold the plans of all 47 branches. */
export interface Scope {
  /** As printed, without 支部; null when the document does not say. */
  readonly branch: string | null;
  /** The first branch that is named at all, when the title names none: not always whose paper it is. */
  readonly mentioned: string | null;
  /** Another body that the title names, where no branch is named at all: `岐阜県国民健康保険団体連合会`. */
  readonly body: string | null;
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
/** A title page says whose it is and of which year on the lines around the title: `令和2年度事業報告書` / `（協会けんぽ2020）`. */
const AROUND = 3;

/** A report of two hundred pages has ten thousand lines. What is longer is no paper of one body, and would take more memory than there is. */
const MOST_LINES = 150_000;
const MOST_CHARACTERS = 16_000_000;
/** A file of the plans of all branches of a hundred years has a tenth. */
const MOST_SCOPES = 50_000;

/**
 * Splits the lines, which come in blocks, at titles: a scope is there when its last line is. Lines before the first title belong to it.
 * @throws KpiError when one of them has more lines than any paper has
 */
export function* scopes(document: string, blocks: Iterable<readonly TextLine[]>): Generator<Scope> {
  let title: Title | null = null;
  let lines: TextLine[] = [];
  let characters = 0;
  let earlier = 0;
  for (const block of blocks) {
    for (const line of block) {
      const next = titleOf(line);
      // The same title once more says nothing new.
      if (next && title && next.branch === title.branch && next.fiscalYear === title.fiscalYear) continue;
      if (next && title) {
        yield { ...title, mentioned: null, body: null, lines };
        [lines, characters] = [[], 0];
        if (++earlier === MOST_SCOPES) throw tooMany(document, line.number);
      }
      title = next ?? title;
      lines.push(line);
      characters += line.raw.length;
      if (lines.length > MOST_LINES || characters > MOST_CHARACTERS) throw tooLong(document, lines[0]?.number ?? 1);
    }
  }
  yield title ? { ...title, mentioned: null, body: null, lines } : { ...headOf(lines), lines };
}

function tooMany(document: string, line: number): KpiError {
  return new KpiError({
    ja: `${document}: ${line} 行目までに支部・年度が ${MOST_SCOPES.toLocaleString('en')} 回変わりました。計画の文書かどうかを確かめるか、分けて指定してください。`,
    en: `${document}: up to line ${line} the branch or year changes ${MOST_SCOPES.toLocaleString('en')} times. Check that this is the text of plans, or split it.`,
  });
}

function tooLong(document: string, line: number): KpiError {
  return new KpiError({
    ja: `${document}: ${line} 行目からの文書が長すぎます（一つの支部・年度で ${MOST_LINES.toLocaleString('en')} 行、${MOST_CHARACTERS / 1_000_000} 百万字まで）。分けて指定してください。`,
    en: `${document}: the paper from line ${line} on is too long (${MOST_LINES.toLocaleString('en')} lines, ${MOST_CHARACTERS / 1_000_000} million characters for one body and year). Split it.`,
  });
}

/**
 * Whose paper it is, and of which year. The title and the lines around it come before any other branch or year that the first page
 * speaks of (`…お見積り（静岡支部）`, `2019年度の…`).
 */
function headOf(lines: readonly TextLine[]): Pick<Scope, 'branch' | 'mentioned' | 'body' | 'fiscalYear'> {
  const head = lines.slice(0, HEAD);
  const titles = head.filter(namesPaper);
  const title = titles.find((line) => firstIn([line], YEAR) !== null) ?? titles[0];
  const year = firstIn(head, YEAR);
  const branch = firstIn(head, BRANCH);
  if (!title) return { branch, mentioned: branch, body: bodyIn(head.slice(0, AROUND)), fiscalYear: year };
  const at = head.indexOf(title);
  const around = head.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter((line) => !isSentence(line));
  return {
    branch: firstIn([title], BRANCH) ?? firstIn(around.filter(namesOwner), BRANCH),
    mentioned: branch,
    body: bodyIn([title, ...around]),
    fiscalYear: firstIn([title], YEAR) ?? firstIn(around, YEAR) ?? year,
  };
}

/** The body that a title or a line beside it names. */
function bodyIn(lines: readonly TextLine[]): string | null {
  for (const line of lines) {
    const found = BODY.exec(line.text.slice(line.start).replaceAll(' ', '').replace(/^#+/, ''));
    if (found) return found[0];
  }
  return null;
}

/** `令和2年度事業報告書`, `事業計画 実施状況`: says what paper it is. */
function namesPaper(line: TextLine): boolean {
  return !isSentence(line) && PAPER_TITLE.test(line.text.replaceAll(' ', ''));
}

/** `全国健康保険協会 熊本支部` and nothing behind it; `静岡支部で始めた試み` is about another. */
const namesOwner = ({ text }: TextLine): boolean => /(?:支部|本部)[)】\]]?$/.test(text.replaceAll(' ', ''));

const isSentence = ({ text, start }: TextLine): boolean => text.length - start > LONGEST_TITLE + 20 || /[。、]/.test(text);

interface Title {
  readonly branch: string;
  readonly fiscalYear: string;
}

function titleOf(line: TextLine): Title | null {
  if (line.text.length - line.start > LONGEST_TITLE + 20 || !line.text.includes('計画')) return null;
  const text = line.text.replaceAll(' ', '');
  if (!text.includes('事業計画') || text.length > LONGEST_TITLE || /[。、・]|KPI/.test(text)) return null;
  const branch = BRANCH.exec(text);
  const fiscalYear = YEAR.exec(text)?.[0];
  const name = branch?.[1] ?? branch?.[2];
  return name && fiscalYear ? { branch: name, fiscalYear } : null;
}

function firstIn(lines: readonly TextLine[], pattern: RegExp): string | null {
  for (const line of lines) {
    const match = pattern.exec(line.text.replaceAll(' ', ''));
    if (match) return match[1] ?? match[2] ?? match[0];
  }
  return null;
}
