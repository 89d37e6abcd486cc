import type { TextLine } from './lines.ts';
import { EMPTY_PAPER, type FamilyReader } from './paper.ts';
import { agreement, type MeasurePage, unreadTable } from './results/agreement.ts';
import { Kpis } from './results/kpis.ts';
import { Pages } from './results/pages.ts';
import { readRubric } from './results/printed-rubric.ts';
import { ratingOf } from './results/rating.ts';

/**
 * Reads a results report (事業実施結果報告): the rubric, a front table of all measures with their ratings, then a page for each measure with
 * its parts under labels (KPI目標, KPI結果, 実施内容, 自己評価) in any order, and tables of statistics.
 */
export const readResults: FamilyReader = (lines, knows, resolve) => {
  const pages = new Pages(lines, knows);
  const numbered = new Map(lines.map((line) => [line.number, line]));
  const whole = (some: readonly TextLine[]) => [...new Set(some.map((line) => numbered.get(line.number) ?? line))];
  const kpis = new Kpis(whole, resolve);
  const { tables } = pages;
  const measures: MeasurePage[] = [];
  for (const page of pages.all) {
    kpis.read(page);
    const { head, heading, number, group } = page;
    const rating = ratingOf(page);
    if (head && heading)
      measures.push({ heading, number, group, lines: head.lines, rating: rating && { ...rating, lines: whole(rating.lines) } });
  }
  const printed = readRubric(pages.front);
  const rubric = pages.fiveGrades ? 'iaa' : printed.other ? 'printed' : null;
  const { ratings, findings } = agreement(measures, pages.rated, (row) => pages.openRow(row), rubric);
  if (pages.unreadTable.length > 0) findings.push(unreadTable(pages.unreadTable));
  return {
    ...EMPTY_PAPER,
    statements: [...kpis.statements, ...tables.flatMap(({ statements }) => statements)],
    results: [...kpis.results, ...tables.flatMap(({ results }) => results), ...pages.statistics],
    verdicts: [...kpis.verdicts, ...tables.flatMap(({ verdicts }) => verdicts)],
    ratings: [...ratings, ...tables.flatMap((table) => table.ratings)],
    rubrics: printed.rubric ? [printed.rubric] : [],
    findings: [...printed.findings, ...kpis.findings, ...findings, ...tables.flatMap((table) => table.findings)],
    headings: [...pages.outline.headings, ...tables.flatMap(({ headings }) => headings)],
    markers: pages.goals,
    unread: [...kpis.unread, ...tables.flatMap(({ unread }) => unread)],
  };
};
