import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/model/index.ts';
import { table } from '../../src/report/table.ts';
import { historyReport } from '../../src/report/views/history.ts';
import { targetsReport } from '../../src/report/views/targets.ts';
import { actual, target, verdict } from '../store/samples.ts';

describe('an indicator over the years', () => {
  const report = historyReport(
    [
      {
        name: '現金給付等の申請に係る郵送化率',
        targets: [
          target({ fiscalYear: 2020, value: Decimal.of('92.0') }),
          target({ id: 'later', fiscalYear: 2023, name: '申請書郵送化率', value: Decimal.of('96.0') }),
        ],
        actuals: [actual({ fiscalYear: 2020, text: '91.2％', value: Decimal.of('91.2'), asOf: '9月末' })],
        verdicts: [{ ...verdict(), branch: '熊本', fiscalYear: 2023, indicator: 'mailing-rate', verdict: '達成困難', rubric: 'forecast' }],
        scored: new Map([[target().id, { verdict: '未達成', provisional: true }]]),
      },
    ],
    'ja',
  );
  const lines = table(report, { lang: 'ja', color: false, width: 100 }).split('\n');

  it('shows target, result and verdict of each year, a mid-year result with its date', () => {
    expect(lines.find((line) => line.includes('令和2年度'))).toMatch(/熊本.*92\.0%以上.*91\.2％（9月末）.*未達成（暫定）/);
  });

  it('says that a row is shown for reference only', () => {
    const reference = target({ marker: '（参考）' });
    const history = { name: '郵送化率', targets: [reference], actuals: [], verdicts: [], scored: new Map() };
    const said = [historyReport([history], 'ja'), targetsReport([reference], 'ja')];
    for (const one of said) expect(table(one, { lang: 'ja', color: false, width: 160 })).toContain('（参考：採点の対象外）');
  });

  it("takes the paper's own verdict, and shows the name where that year called it otherwise", () => {
    expect(lines.find((line) => line.includes('令和5年度'))).toMatch(/96\.0%以上.*達成困難/);
    expect(lines.some((line) => line.includes('申請書郵送化率'))).toBe(true);
  });
});
