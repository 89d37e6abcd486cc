import { BRANCHES } from '../../catalog/branches.ts';
import { numberingAt } from '../../catalog/numbering.ts';
import { STATISTIC_ROWS } from '../../catalog/results-report.ts';
import { UNITS } from '../../catalog/units.ts';
import type { TextLine } from '../lines.ts';
import type { RawOwner, RawResult } from '../paper.ts';
import { passage } from '../passage.ts';

/** A table of statistics beside a measure's KPIs, and the index of the line behind it. */
export interface Statistics {
  readonly results: readonly Omit<RawResult, 'heading'>[];
  readonly next: number;
}

const NAMES = BRANCHES.map(({ name }) => name).join('|');
const YEAR = '(?:令和|平成|R|H)(?:元|\\d{1,2})(?:年度?)?|20\\d\\d(?:年度?)?|前年度|昨年度|今年度|当年度';
const OWNER = `(?:(?:${NAMES})(?:県|府|都)?(?:支部)?|全国(?:平均|計)?|協会(?:けんぽ)?(?:全体)?|本部|支部)`;
/** `R4鹿児島`, `令和5年度全国平均`, `R5`, `全国` */
const HEAD = new RegExp(`^(${YEAR})?(${OWNER})?(?:実績)?$`);
const FIGURE = new RegExp(`^(▲?\\d[\\d,]*(?:\\.\\d+)?)(${UNITS.join('|')})?$`);
const NONE = /^[-ー/]+$/;
const MOST_COLUMNS = 30;
/** A title longer than this is prose. */
const LONGEST_TITLE = 60;

/**
 * Reads the table whose head stands on `lines[index]`: `R4鹿児島 R4全国 R5鹿児島 R5全国` over rows such as `対象者数 …`, `受診者数 …`, `受診率 …`;
 * years and owners may stand on two lines. Each rate is a result, with the two counts above it. Null when no table begins there.
 */
export function readStatistics(lines: readonly TextLine[], index: number, knows: (name: string) => boolean): Statistics | null {
  const first = lines[index];
  const heads = first && headsOf(first);
  if (!heads) return null;
  const second = lines[index + 1];
  const under = second && headsOf(second);
  const owners = under ? crossed(heads, under) : heads;
  const rows: Row[] = [];
  let next = index + (under ? 2 : 1);
  for (let row = rowOf(lines[next], owners.length); row; row = rowOf(lines[next], owners.length)) {
    rows.push(row);
    next++;
  }
  const rates = rows.filter(({ kind }) => kind === 'rate');
  if (rates.length === 0) return null;
  const title = titleAbove(lines[index - 1]);
  const head = [...(title ? [title.line] : []), ...lines.slice(index, index + (under ? 2 : 1))];
  return { results: rates.flatMap((rate) => owners.flatMap((owner, column) => result(rate, owner, column))), next };

  function result(rate: Row, owner: RawOwner, column: number): Omit<RawResult, 'heading'>[] {
    const cell = rate.cells[column];
    // The branch's counts make no rate of the country's.
    const alike = rows.filter(({ nation }) => nation === rate.nation);
    const before = alike.slice(0, alike.indexOf(rate));
    const behind = alike.slice(alike.indexOf(rate) + 1);
    const count = (kind: Row['kind']) => before.findLast((row) => row.kind === kind) ?? behind.find((row) => row.kind === kind) ?? null;
    const [part, whole] = [count('numerator'), count('denominator')];
    if (!cell) return [];
    return [
      {
        statement: null,
        name: [title?.raw ?? '', rate.raw].join(' ').trim(),
        known: knownAs(title?.text ?? '', rate.text, knows),
        statistic: true,
        text: cell.raw,
        number: cell.number,
        magnitude: '',
        unit: cell.number === null ? '' : cell.unit,
        asOf: null,
        rank: null,
        numerator: part?.cells[column]?.number ?? null,
        denominator: whole?.cells[column]?.number ?? null,
        owner: rate.nation ? { ...owner, branch: '全国' } : owner,
        lines: [...head, ...rows.filter((row) => row === part || row === whole || row === rate).map(({ line }) => line)],
      },
    ];
  }
}

interface Cell {
  readonly number: string | null;
  readonly unit: string;
  readonly raw: string;
}

interface Row {
  readonly kind: 'denominator' | 'rate' | 'numerator';
  /** `全国実施率` below the branch's own rows. */
  readonly nation: boolean;
  /** Its label folded, and as printed; the folded one does not say whose it is. */
  readonly text: string;
  readonly raw: string;
  readonly cells: readonly Cell[];
  readonly line: TextLine;
}

/** `全国平均受診率`, `実施率（全国）` */
const NATIONAL = /^(?:全国|協会(?:けんぽ)?全体)(?:の|平均)?(?=.)|\((?:全国|協会(?:けんぽ)?全体)(?:平均)?\)$/;

function headsOf(line: TextLine): RawOwner[] | null {
  const cells = line.text.slice(line.start).split(/ +/, MOST_COLUMNS);
  const matches = cells.map((cell) => HEAD.exec(cell));
  // The head's first cell stands over the labels: `区分 R4 R5`.
  const from = matches[0] ? 0 : 1;
  const heads = matches.slice(from).map((match) => (match?.[0] ? { branch: match[2] ?? null, fiscalYear: match[1] ?? null } : null));
  const told = heads.filter((head) => head !== null);
  const labelled = from === 0 || /^(?:区分|項目|年度|-)$/.test(cells[0] ?? '');
  return told.length === heads.length && told.length >= 2 && labelled ? told.map(own) : null;
}

/** 支部 and 今年度 are the paper's own. */
function own({ branch, fiscalYear }: RawOwner): RawOwner {
  return {
    branch: branch === '支部' ? null : branch === null ? null : nationOf(branch),
    fiscalYear: fiscalYear !== null && /^[今当]/.test(fiscalYear) ? null : fiscalYear,
  };
}

const nationOf = (branch: string): string => (/^(?:全国|協会|本部)/.test(branch) ? '全国' : branch);

/** Years over owners: `R4 R5` over `鹿児島 全国 鹿児島 全国`. */
function crossed(above: readonly RawOwner[], under: readonly RawOwner[]): RawOwner[] {
  const span = Math.max(1, Math.floor(under.length / above.length));
  return under.map((cell, i) => {
    const over = above[Math.min(above.length - 1, Math.floor(i / span))];
    return { branch: cell.branch ?? over?.branch ?? null, fiscalYear: cell.fiscalYear ?? over?.fiscalYear ?? null };
  });
}

function rowOf(line: TextLine | undefined, columns: number): Row | null {
  if (!line) return null;
  const tokens = [...line.text.slice(line.start).matchAll(/\S+/g)].map((match) => ({ at: line.start + match.index, text: match[0] }));
  const figures = tokens.slice(-columns).map(({ at, text }) => cellOf(line, at, text));
  const to = tokens[tokens.length - columns]?.at ?? line.start;
  if (tokens.length <= columns || figures.some((cell) => cell === null)) return null;
  const { text, raw } = passage([{ line, from: line.start, to }]);
  const label = text.replace(NATIONAL, '').replace(/\([^()]*\)$/, '');
  const kind = STATISTIC_ROWS.find(({ pattern }) => pattern.test(label))?.kind;
  const nation = NATIONAL.test(text);
  return kind ? { kind, nation, text: label, raw, cells: figures.filter((cell) => cell !== null), line } : null;
}

function cellOf(line: TextLine, at: number, text: string): Cell | null {
  const raw = line.raw.slice(at, at + text.length);
  if (NONE.test(text)) return { number: null, unit: '', raw };
  const match = FIGURE.exec(text);
  return match ? { number: match[1] ?? null, unit: match[2] ?? '', raw } : null;
}

/** `１：生活習慣病予防健診（40～74歳の被保険者が対象）`, without its number. */
function titleAbove(line: TextLine | undefined): { text: string; raw: string; line: TextLine } | null {
  if (!line) return null;
  const numbered = numberingAt(line.text, line.start);
  const from = numbered?.end ?? line.start;
  const bare = /^\s*\d{1,2}\s*[:.)]\s*/.exec(line.text.slice(from))?.[0].length ?? 0;
  const { text, raw } = passage([{ line, from: from + bare }]);
  return text.length < 3 || text.length > LONGEST_TITLE || /[。、]$/.test(text) ? null : { text, raw, line };
}

/**
 * The name that the catalog has for a title and its row: `特定健診（40～74歳の被扶養者が対象）` / `受診率` is 被扶養者の特定健診受診率,
 * `被保険者の特定保健指導実施率（実績評価）` names its rate itself.
 */
function knownAs(title: string, rate: string, knows: (name: string) => boolean): string {
  const plain = title.replace(/\([^()]*\)/g, '').replace(/^[<【「]|[>】」]$/g, '');
  const group = /被扶養者|被保険者/.exec(/\(([^()]*)\)/.exec(title)?.[1] ?? '')?.[0];
  const stem = rate.replace(/(?:率|割合)$/, '');
  const bare = plain.replace(/(?:率|割合)$/, '');
  const names = [plain, `${plain}${rate}`, `${bare.endsWith(stem) ? bare.slice(0, -stem.length) : bare}${rate}`].filter((name) =>
    /(?:率|割合)$/.test(name),
  );
  const grouped = group === undefined || plain.includes(group) ? [] : names.map((name) => `${group}の${name}`);
  return [...grouped, ...names, rate].find(knows) ?? names[0] ?? rate;
}
