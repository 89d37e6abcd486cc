import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coverage, Decimal, type Target } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const FILE = join(process.env.KPI_CORPUS ?? '../shared/corpus', 'plans-2021-all-branches.txt');

/** The 47 branch plans of FY2021 in one text. */
describe.skipIf(!existsSync(FILE))(`the 47 plans (skipped without ${FILE})`, () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '令和3年度事業計画（熊本支部）';
  const reading = readPaper(documentFromText('plans.txt', text), { catalog: createCatalog() });
  const targets = reading.records.filter((record): record is Target => record.type === 'target');
  const coverage = reading.records.filter((record): record is Coverage => record.type === 'coverage');
  const bodyOf = (branch: string) => targets.filter((target) => target.branch === branch && !target.duplicateOf);
  const branches = [...new Set(targets.map((target) => target.branch))];

  it('finds 47 branches, each for FY2021', () => {
    expect(reading.scopes).toHaveLength(47);
    expect(new Set(reading.scopes.map((scope) => scope.fiscalYear))).toEqual(new Set([2021]));
    expect(branches).toHaveLength(47);
  });

  it('leaves no KPI marker unread', () => {
    expect(reading.records.filter((record) => record.type === 'finding')).toEqual([]);
  });

  it('knows every indicator of a plan', () => {
    expect(targets.filter((target) => !target.indicator && target.role === 'kpi').map((target) => target.name)).toEqual([]);
  });

  it('finds the indicators that every branch sets', () => {
    const common = [
      'service-standard',
      'mailing-rate',
      'receipt-reduction-rate-combined',
      'receipt-reduction-amount',
      'judo-frequent-share',
    ];
    const more = ['card-recovery-rate', 'claim-recovery-rate', 'dependant-check-submission-rate', 'lifestyle-checkup-rate'];
    const rest = ['employer-checkup-data-rate', 'dependant-checkup-rate', 'consultation-rate', 'health-declaration-offices'];
    const last = ['committee-coverage-rate', 'generic-medicine-share', 'opinion-by-medical-data', 'single-bid-share'];
    const missing = branches.flatMap((branch) => {
      const set = new Set(bodyOf(branch).map((target) => target.indicator));
      return [...common, ...more, ...rest, ...last].filter((id) => !set.has(id)).map((id) => `${branch} ${id}`);
    });
    expect(missing).toEqual([]);
  });

  it('traces every record to words that stand in the document, on the lines it names', () => {
    const lines = text.split('\n');
    for (const { source } of reading.records) {
      const printed = lines.slice(source.lineStart - 1, source.lineEnd).map((line) => line.trim());
      for (const line of source.quote.split('\n')) expect(printed).toContain(line);
    }
  });

  it('gives each area and measure from the words of the plan itself', () => {
    expect(targets.filter((target) => !target.area || !target.measure)).toEqual([]);
    const folded = text.replace(/\s/g, '');
    expect(targets.filter((target) => !folded.includes(target.measure ?? '')).map((target) => target.measure)).toEqual([]);
  });

  it('has the units of its indicators, but for the one sign that the document leaves out', () => {
    const catalog = createCatalog();
    const odd = targets.filter(
      (target) => target.basis === 'absolute' && target.indicator && target.unit !== catalog.byId(target.indicator)?.unit,
    );
    // 山形 and 岡山 count 社; 富山 prints ①68.7 以上 in its appendix.
    expect(odd.map((target) => [target.branch, target.indicator, target.unit])).toEqual([
      ['山形', 'health-declaration-offices', '社'],
      ['富山', 'lifestyle-checkup-rate', null],
      ['岡山', 'health-declaration-offices', '社'],
    ]);
  });

  it('recognises the two appendices as duplicates', () => {
    const duplicates = targets.filter((target) => target.duplicateOf);
    expect(new Set(duplicates.map((target) => target.branch))).toEqual(new Set(['富山', '奈良']));
    expect(duplicates).toHaveLength(bodyOf('富山').length + bodyOf('奈良').length);
  });

  it('puts the interleaved columns of 福井 back by meaning', () => {
    const measures = Object.fromEntries(bodyOf('福井').map((target) => [target.indicator, target.measure]));
    expect(measures).toMatchObject({
      'service-standard': 'サービス水準の向上',
      'receipt-reduction-amount': '効果的なレセプト内容点検の推進',
      'judo-frequent-share': '柔道整復施術療養費の照会業務の強化',
      'dependant-check-submission-rate': '被扶養者資格の再確認の徹底',
    });
  });

  it('reads rates and counts that agree, but for the slips that the plans print', () => {
    const slips = coverage.filter(
      ({ population, planned, rate }) => population && planned && rate && percent(planned, population, rate.scale).compare(rate) !== 0,
    );
    expect(slips.map((row) => [row.branch, row.source.lineStart])).toEqual([
      ['福島', 3091],
      ['福島', 3093],
      ['新潟', 7501],
      ['岡山', 17268],
      ['高知', 19990],
    ]);
  });
});

const HUNDRED = Decimal.of('100');
const percent = (part: Decimal, whole: Decimal, scale: number) => part.times(HUNDRED).dividedBy(whole, scale);
