import { describe, expect, it } from 'vitest';
import { BRANCH } from '../../src/catalog/rubrics/branch.ts';
import type { Actual, Target } from '../../src/model/index.ts';
import { type ComparedBy, type Comparison, compare } from '../../src/score/compare.ts';
import { score } from '../../src/score/score.ts';
import { actual, catalog, target } from './make.ts';

/** A branch's target and result of one indicator: `['熊本', '>= 95.0 %', '96.1 %', '9月末']`. */
type Branch = readonly [branch: string, target: string | null, actual?: string | null, asOf?: string];

function compared(name: string, by: ComparedBy, branches: readonly Branch[]): Comparison {
  const targets = branches.flatMap(([branch, says]): Target[] => (says === null ? [] : [{ ...target(name, says), branch }]));
  const actuals = branches.flatMap(([branch, , says, asOf = null]): Actual[] =>
    says == null ? [] : [{ ...actual(name, says, { asOf }), branch }],
  );
  const scores = [...new Set(targets.map(({ branch }) => branch))].map((branch) =>
    score({ branch, fiscalYear: 2021, targets, actuals, efforts: [], rubric: BRANCH, catalog }),
  );
  const indicator = catalog.resolve(name)?.id ?? name;
  return compare({ indicator, fiscalYear: 2021, scores, actuals, by, catalog });
}

const ranks = ({ rows }: Comparison) => rows.map(({ rank, branch, value }) => `${rank ?? '-'} ${branch} ${value?.text ?? '-'}`);

describe('branches by rank', () => {
  it('the highest first, equal values with one rank, and the next after them', () => {
    const comparison = compared('郵送化率', 'target', [
      ['北海道', '>= 95 %'],
      ['東京', '>= 98.3 %'],
      ['熊本', '>= 95.0 %'],
      ['沖縄', '>= 92.1 %'],
    ]);
    expect(ranks(comparison)).toEqual(['1 東京 98.3', '2 北海道 95', '2 熊本 95.0', '4 沖縄 92.1']);
    expect(comparison.median?.text).toBe('95');
  });

  it('the lowest first where lower is better', () => {
    expect(
      ranks(
        compared('一者応札割合', 'actual', [
          ['東京', '<= 20 %', '25.0 %'],
          ['熊本', '<= 20 %', '12.5 %'],
        ]),
      ),
    ).toEqual(['1 熊本 12.5', '2 東京 25.0']);
  });

  it('by attainment the highest first, also where lower is better', () => {
    expect(
      ranks(
        compared('一者応札割合', 'attainment', [
          ['東京', '<= 20 %', '25.0 %'],
          ['熊本', '<= 20 %', '12.5 %'],
        ]),
      ),
    ).toEqual(['1 熊本 160.0', '2 東京 80.0']);
  });

  it('the distance has the digits that are printed', () => {
    const { rows } = compared('郵送化率', 'actual', [
      ['本部', '>= 92 %', '94.8 %'],
      ['熊本', '>= 92.0 %', '93.8 %'],
    ]);
    expect(rows[0]).toMatchObject({ branch: '熊本', distance: { text: '-1.0' } });
  });

  it('本部 has no rank: its value is the nation’s, and the distance to it is signed', () => {
    const { rows, national, median } = compared('郵送化率', 'actual', [
      ['本部', '>= 92.0 %', '93.0 %'],
      ['東京', '>= 95.0 %', '94.2 %'],
      ['熊本', '>= 95.0 %', '91.2 %'],
    ]);
    expect(rows.map(({ branch, rank, distance }) => [branch, rank, distance?.text ?? null])).toEqual([
      ['東京', 1, '1.2'],
      ['熊本', 2, '-1.8'],
      ['本部', null, null],
    ]);
    expect([national?.text, median?.text]).toEqual(['93.0', '92.7']);
  });

  it('of two in the middle the exact mean', () => {
    expect(
      compared('郵送化率', 'target', [
        ['東京', '>= 95.0 %'],
        ['熊本', '>= 95.1 %'],
      ]).median?.text,
    ).toBe('95.05');
  });

  it.each([
    ['a target that is no number', '>= 前年度', null],
    ['a target in another unit', '>= 1200 件', null],
  ])('%s has no rank, and is there', (_, says) => {
    expect(
      ranks(
        compared('郵送化率', 'target', [
          ['東京', '>= 95.0 %'],
          ['大阪', '>= 95.0 %'],
          ['熊本', says],
        ]),
      ),
    ).toEqual(['1 東京 95.0', '1 大阪 95.0', '- 熊本 -']);
  });

  it('a figure of 9月末 is not ranked among those of whole years', () => {
    expect(
      ranks(
        compared('郵送化率', 'actual', [
          ['東京', '>= 95.0 %', '94.2 %'],
          ['大阪', '>= 95.0 %', '95.2 %'],
          ['熊本', '>= 95.0 %', '99.2 %', '9月末'],
        ]),
      ),
    ).toEqual(['1 大阪 95.2', '2 東京 94.2', '- 熊本 -']);
  });

  it('a branch with a result and no target is ranked by its result', () => {
    expect(
      ranks(
        compared('郵送化率', 'actual', [
          ['東京', '>= 95.0 %', '94.2 %'],
          ['熊本', null, '96.0 %'],
        ]),
      ),
    ).toEqual(['1 熊本 96.0', '2 東京 94.2']);
  });
});
