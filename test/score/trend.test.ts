import { describe, expect, it } from 'vitest';
import { BRANCH } from '../../src/catalog/rubrics/branch.ts';
import type { Actual, Target } from '../../src/model/index.ts';
import { lines } from '../../src/report/views/trend.ts';
import { score } from '../../src/score/score.ts';
import { type Trend, trends } from '../../src/score/trend.ts';
import { actual, catalog, target } from './make.ts';

function followed(targets: readonly Target[], actuals: readonly Actual[]): Trend[] {
  const years = [...new Set(targets.map(({ fiscalYear }) => fiscalYear))];
  const scores = years.map((fiscalYear) => score({ branch: '熊本', fiscalYear, targets, actuals, efforts: [], rubric: BRANCH, catalog }));
  return trends({ branch: '熊本', scores, actuals, catalog });
}

const inShort = ({ points }: Trend) =>
  points.map(
    ({ fiscalYear, asOf, kpi, actual: result, redefined }) =>
      `${redefined ? '| ' : ''}${fiscalYear}${asOf ?? ''} ${kpi?.target.value?.text ?? '-'} ${result?.value?.text ?? '-'} ${kpi?.verdict ?? '-'}`,
  );

describe('an indicator over the years', () => {
  it('keeps its identity when its name changes', () => {
    const [trend, ...others] = followed(
      [
        target('現金給付等の申請に係る郵送化率', '>= 92.0 %', { fiscalYear: 2020 }),
        target('申請書郵送化率', '>= 96.0 %', { fiscalYear: 2023 }),
      ],
      [actual('郵送化率', '93.1 %', { fiscalYear: 2020 }), actual('郵送化率', '95.0 %', { fiscalYear: 2023 })],
    );
    expect(others).toEqual([]);
    expect(trend && inShort(trend)).toEqual(['2020 92.0 93.1 達成', '2023 96.0 95.0 未達成']);
  });

  it('a mid-year figure stands apart from the full year', () => {
    const [trend] = followed(
      [target('郵送化率', '>= 92.0 %')],
      [actual('郵送化率', '91.2 %', { asOf: '9月末' }), actual('郵送化率', '93.1 %')],
    );
    expect(trend && inShort(trend)).toEqual(['20219月末 - 91.2 -', '2021 92.0 93.1 達成']);
  });

  it('a change of definition breaks it', () => {
    const [trend, ...others] = followed(
      [
        target('社会保険診療報酬支払基金と合算したレセプト点検の査定率', '>= 0.376 %', { fiscalYear: 2023 }),
        target('協会のレセプト点検の査定率', '>= 0.120 %', { fiscalYear: 2024 }),
      ],
      [],
    );
    expect(others).toEqual([]);
    expect(trend?.indicator).toBe('receipt-reduction-rate-own');
    expect(trend && inShort(trend)).toEqual(['2023 0.376 - -', '| 2024 0.120 - -']);
  });

  it('前年度実績 of the sheet of the year after stands where the year has no figure of its own', () => {
    const [trend] = followed(
      [target('郵送化率', '>= 92.0 %')],
      [
        actual('郵送化率', '93.1 %'),
        actual('郵送化率', '91.0 %', { fiscalYear: 2020, restated: true }),
        actual('郵送化率', '89.0 %', { fiscalYear: 2019 }),
        actual('郵送化率', '89.9 %', { fiscalYear: 2019, restated: true }),
      ],
    );
    expect(trend && inShort(trend)).toEqual(['2019 - 89.0 -', '2020 - 91.0 -', '2021 92.0 93.1 達成']);
  });

  it('a year with a result and no target is a point', () => {
    const [trend] = followed(
      [target('郵送化率', '>= 92.0 %')],
      [actual('郵送化率', '90.0 %', { fiscalYear: 2020 }), actual('郵送化率', '93.1 %')],
    );
    expect(trend && inShort(trend)).toEqual(['2020 - 90.0 -', '2021 92.0 93.1 達成']);
  });
});

describe('the line of signs', () => {
  const results = (...figures: readonly (readonly [fiscalYear: number, value: string, asOf?: string])[]) =>
    followed(
      [],
      figures.map(([fiscalYear, value, asOf]) => actual('郵送化率', `${value} %`, { fiscalYear, ...(asOf && { asOf }) })),
    )[0]?.points ?? [];

  it.each([
    ['from the lowest to the highest', results([2019, '90'], [2020, '92'], [2021, '94']), '▁▅█'],
    ['a year without a result is a gap', results([2019, '90'], [2021, '94']), '▁ █'],
    ['months are not in it', results([2019, '90'], [2020, '10', '9月末'], [2020, '94']), '▁█'],
    ['one figure is no line', results([2019, '90']), ''],
  ])('%s', (_, points, line) => {
    expect(lines(points)).toBe(line);
  });

  it('is broken where the definition was', () => {
    const [trend] = followed(
      [],
      [
        actual('基金と合算した査定率', '0.3 %', { fiscalYear: 2022 }),
        actual('基金と合算した査定率', '0.4 %', { fiscalYear: 2023 }),
        actual('協会の査定率', '0.1 %', { fiscalYear: 2024 }),
        actual('協会の査定率', '0.2 %', { fiscalYear: 2025 }),
      ],
    );
    expect(lines(trend?.points ?? [])).toBe('▁█┊▁█');
  });
});
