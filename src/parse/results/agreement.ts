import type { Text } from '../../model/index.ts';
import { dice } from '../likeness.ts';
import type { TextLine } from '../lines.ts';
import type { Heading } from '../outline.ts';
import type { RawFinding, RawRating } from '../paper.ts';
import type { RatedMeasure } from './ratings-table.ts';

/** A measure as its own page shows it. */
export interface MeasurePage {
  readonly heading: Heading;
  readonly number: string;
  readonly group: string | null;
  readonly rating: { readonly grade: string; readonly lines: readonly TextLine[] } | null;
  readonly lines: readonly TextLine[];
}

/** Headings this alike are one measure in two wordings. */
const ALIKE = 0.7;
/** No report has more measures; among more, only the same name counts. */
const MOST_ALIKE = 200;

/** The rows of the front table by the measures that they list. */
export class RatedMeasures {
  private readonly byName = new Map<string, RatedMeasure[]>();

  constructor(readonly rows: readonly RatedMeasure[]) {
    for (const row of rows) {
      const same = this.byName.get(plain(row.text));
      if (same) same.push(row);
      else this.byName.set(plain(row.text), [row]);
    }
  }

  /** The row of a measure, by its name; of several so named, the one in its area. `free`: rows that are no other's. */
  find(name: string, area: string | null, free: (row: RatedMeasure) => boolean = () => true): RatedMeasure | null {
    const same = (this.byName.get(plain(name)) ?? []).filter(free);
    const inArea = same.find((row) => area !== null && row.area?.area === area);
    if (same.length > 0 || this.rows.length > MOST_ALIKE) return inArea ?? same[0] ?? null;
    let best: { row: RatedMeasure; likeness: number } | null = null;
    for (const row of this.rows.filter(free)) {
      const likeness = dice(plain(row.text), plain(name));
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { row, likeness };
    }
    return best?.row ?? null;
  }
}

/**
 * One rating a measure: the one on its page, else the one in the front table. What the two say differently, and what only one of them
 * has, is a finding each.
 *
 * @param open the heading of a measure that has no page
 * @param told the rubric that the report says it grades by, where it is not that of the branches
 */
export function agreement(
  pages: readonly MeasurePage[],
  measures: RatedMeasures,
  open: (row: RatedMeasure) => Heading,
  told: string | null,
): { readonly ratings: RawRating[]; readonly findings: RawFinding[] } {
  const { rows } = measures;
  const ratings: Omit<RawRating, 'rubric'>[] = [];
  const findings: RawFinding[] = [];
  const listed = new Set<RatedMeasure>();
  for (const { heading, number, group, rating, lines } of pages) {
    const row = measures.find(heading.text, areaOf(heading), (one) => !listed.has(one));
    if (row) listed.add(row);
    const named = { heading, number: number === '' ? (row?.number ?? null) : number, group: row?.group ?? group };
    if (rating) ratings.push({ ...named, ...rating });
    else if (row) ratings.push({ ...named, grade: row.grade, lines: row.lines });
    if (!row && rows.length > 0) findings.push(summary([...lines], ONLY_PAGE(heading.text)));
    if (!row && !rating) findings.push({ rule: 'result/unrated', severity: 'note', message: () => UNRATED(heading.text), lines });
    if (!row) continue;
    if (rating && rating.grade !== row.grade) {
      const said = GRADES_DIFFER(heading.text, row.grade, rating.grade);
      findings.push(summary([...row.lines, ...rating.lines], said, [row.grade, rating.grade]));
    }
    if (row.group !== null && group !== null && !sharesGroup(row.group, group)) {
      findings.push(summary([...row.lines, ...lines], GROUPS_DIFFER(heading.text, row.group, group), [row.group, group]));
    }
    const area = areaOf(heading);
    if (area !== null && row.area !== null && row.area.area !== area) {
      findings.push(summary([...row.lines, ...lines], AREAS_DIFFER(heading.text, row.area.area, area)));
    }
  }
  for (const row of rows) {
    if (listed.has(row)) continue;
    ratings.push({ heading: open(row), number: row.number, group: row.group, grade: row.grade, lines: row.lines });
    if (pages.length > 0) findings.push(summary(row.lines, ONLY_TABLE(row.text)));
  }
  const rubric = told ?? (ratings.some(({ grade }) => grade.startsWith('D')) ? 'iaa' : 'branch');
  return { ratings: ratings.map((rating) => ({ ...rating, rubric })), findings };
}

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s、・「」()]/g, '');

function areaOf(heading: Heading): string | null {
  for (let at: Heading | null = heading; at; at = at.parent) if (at.area) return at.area;
  return null;
}

/** `保健・企画総務` and `保健` share a group. */
const sharesGroup = (a: string, b: string): boolean => a.split(/[・、/]/).some((one) => b.split(/[・、/]/).includes(one));

function summary(lines: readonly TextLine[], { ja, en }: Text, marks?: readonly string[]): RawFinding {
  return {
    rule: 'result/summary',
    severity: 'warning',
    message: (quote) => {
      const quoted = quote.replaceAll('\n', ' / ');
      return { ja: `${ja}：「${quoted}」`, en: `${en}: “${quoted}”` };
    },
    ...(marks && { marks }),
    lines,
  };
}

/** A front table of which it is not certain which grade is whose. */
export const unreadTable = (lines: readonly TextLine[]): RawFinding =>
  summary(lines, {
    ja: '自己評価の一覧表の行と評価の対応が分からないので、本文の評価だけを読みました',
    en: 'Which grade of the front table belongs to which measure is not certain; only the pages were read',
  });

const GRADES_DIFFER = (name: string, table: string, page: string): Text => ({
  ja: `「${name}」の自己評価は、一覧表では ${table}、本文では ${page} です`,
  en: `“${name}” is rated ${table} in the front table and ${page} on its page`,
});
const GROUPS_DIFFER = (name: string, table: string, page: string): Text => ({
  ja: `「${name}」の担当は、一覧表では ${table}、本文では ${page} です`,
  en: `“${name}” is for the group ${table} in the front table and for ${page} on its page`,
});
const AREAS_DIFFER = (name: string, table: string, page: string): Text => ({
  ja: `「${name}」の分野は、一覧表では ${table}、本文では ${page} です`,
  en: `“${name}” is under ${table} in the front table and under ${page} on its page`,
});
const ONLY_PAGE = (name: string): Text => ({
  ja: `「${name}」は本文にありますが、一覧表にありません`,
  en: `“${name}” has a page but no row in the front table`,
});
const ONLY_TABLE = (name: string): Text => ({
  ja: `「${name}」は一覧表にありますが、本文にありません`,
  en: `“${name}” has a row in the front table but no page`,
});
const UNRATED = (name: string): Text => ({
  ja: `「${name}」の自己評価が見つかりません。`,
  en: `No rating was found for “${name}”.`,
});
