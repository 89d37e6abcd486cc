import { describe, expect, test } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { displayWidth } from '../../src/report/display.ts';
import { json } from '../../src/report/json.ts';
import { md } from '../../src/report/md.ts';
import { ndjson } from '../../src/report/ndjson.ts';
import type { Context } from '../../src/report/report.ts';
import { table } from '../../src/report/table.ts';
import { recordData } from '../../src/report/views/records.ts';
import { scoresReport } from '../../src/report/views/scores.ts';
import { targetsReport } from '../../src/report/views/targets.ts';
import { SCORE, TARGET } from './records.ts';

const whole = (pieces: Iterable<string>) => [...pieces].join('');

const JA: Context = { lang: 'ja', color: false, width: 100 };

describe('targets', () => {
  test('as a table', () => {
    expect(table(targetsReport([TARGET], 'ja'), JA)).toMatchInlineSnapshot(`
      "熊本 令和3年度
      ┌────────────────────────────────┬───────────┬────────────────────────┬────┐
      │ 指標                           │ 目標      │ 参考                   │ 行 │
      ├────────────────────────────────┴───────────┴────────────────────────┴────┤
      │ 基盤的保険者機能 ＞ サービス水準の向上                                   │
      │ 現金給付等の申請に係る郵送化率 │ 95.0%以上 │ 令和2年度見込み 94.10% │ 15 │
      └────────────────────────────────┴───────────┴────────────────────────┴────┘
      "
    `);
  });

  test('as Markdown', () => {
    const conditional = { ...TARGET, conditions: [{ text: '入札件数が5件以上の場合 | *' }] };
    expect(md(targetsReport([conditional], 'en'))).toMatchInlineSnapshot(`
      "## 熊本 FY2021

      | Indicator | Target | Printed beside it | Line |  |
      | --- | --- | --- | --: | --- |
      | **基盤的保険者機能 ＞ サービス水準の向上** |  |  |  |  |
      | 現金給付等の申請に係る郵送化率 | ≥ 95.0% | 令和2年度見込み 94.10% | 15 | Condition: 入札件数が5件以上の場合 \\| \\* |
      "
    `);
  });

  test('as NDJSON: the digits stay', () => {
    const [line, rest] = whole(ndjson(targetsReport([TARGET], 'ja'))).split('\n');
    expect(line).toContain('"value":95.0,"unit":"%"');
    expect(line).toContain('"baselines":[{"label":"令和2年度見込み","value":94.10,"unit":"%"}]');
    expect(rest).toBe('');
  });

  test('as CSV: one row a target, CRLF, nothing that a spreadsheet runs', () => {
    const evil = { ...TARGET, name: '=HYPERLINK("http://example.com")', measure: '@SUM, A1' };
    const [head, row, rest] = whole(csv(targetsReport([evil], 'ja'))).split('\r\n');
    expect(head).toMatch(/^type,id,branch,fiscalYear,area,measure,indicator,name,/);
    expect(row).toContain(`"'@SUM, A1"`);
    expect(row).toContain(`"'=HYPERLINK(""http://example.com"")"`);
    expect(rest).toBe('');
  });
});

describe('findings', () => {
  const finding = {
    type: 'finding',
    rule: 'target/unread',
    severity: 'warning',
    message: { ja: '読めません', en: 'cannot be read' },
    source: TARGET.source,
  } as const;
  test.each([
    ['ja', '読めません'],
    ['en', 'cannot be read'],
  ] as const)('speak %s', (lang, message) => {
    expect([...recordData([finding], lang)]).toEqual([{ ...finding, message }]);
  });
});

describe('scores', () => {
  test('as a table: grouped, reasons below, a summary', () => {
    expect(table(scoresReport([SCORE], 'ja'), JA)).toMatchInlineSnapshot(`
      "熊本 令和3年度 (基準: branch)
      ┌────────────────────────────────┬────────────┬────────┬────────┬──────┐
      │ 指標                           │       目標 │   実績 │ 達成度 │ 判定 │
      ├────────────────────────────────┴────────────┴────────┴────────┴──────┤
      │ ■ 基盤的保険者機能                                                   │
      │ ◆ サービス水準の向上  [評価 S / A / B のいずれか]                    │
      │   不足: サービススタンダードの実績                                   │
      │ 現金給付等の申請に係る郵送化率 │  95.0%以上 │ 96.10% │ 101.2% │ 達成 │
      │   96.10% は目標 95.0% 以上です。                                     │
      │ サービススタンダードの達成状況 │ 前年度以上 │      - │      - │ -    │
      └────────────────────────────────┴────────────┴────────┴────────┴──────┘
      KPI 2: 達成 1, 判定できない 1 / 施策 1: 未定 1
      "
    `);
  });

  test('in English', () => {
    expect(table(scoresReport([SCORE], 'en'), { ...JA, lang: 'en' })).toMatchInlineSnapshot(`
      "熊本 FY2021 (rubric: branch)
      ┌────────────────────────────────┬───────────────────┬────────┬────────────┬─────────┐
      │ Indicator                      │            Target │ Actual │ Attainment │ Verdict │
      ├────────────────────────────────┴───────────────────┴────────┴────────────┴─────────┤
      │ ■ 基盤的保険者機能                                                                 │
      │ ◆ サービス水準の向上  [Grade S or A or B]                                          │
      │   Missing: the actual of サービススタンダード                                      │
      │ 現金給付等の申請に係る郵送化率 │           ≥ 95.0% │ 96.10% │     101.2% │ 達成    │
      │   96.10% is at least 95.0%.                                                        │
      │ サービススタンダードの達成状況 │ ≥ the year before │      - │          - │ -       │
      └────────────────────────────────┴───────────────────┴────────┴────────────┴─────────┘
      KPI 2: 達成 1, cannot be known 1 / measures 1: undecided 1
      "
    `);
  });

  test('in colour only when asked', () => {
    const report = scoresReport([SCORE], 'ja');
    expect(table(report, { ...JA, color: true })).toContain('\u001b[32m達成\u001b[39m');
    expect(table(report, JA)).not.toContain('\u001b');
  });

  test('JSON: one branch is an object, several are an array', () => {
    expect(JSON.parse(whole(json(scoresReport([SCORE], 'en'))))).toMatchObject({
      branch: '熊本',
      fiscalYear: 2021,
      kpis: [
        { target: { value: 95, unit: '%', from: 'plan' }, verdict: '達成', reasons: ['96.10% is at least 95.0%.'] },
        { verdict: null },
      ],
      measures: [{ grade: null, possible: ['S', 'A', 'B'], missing: ['the actual of サービススタンダード'] }],
      summary: { kpis: 2 },
    });
    expect(JSON.parse(whole(json(scoresReport([SCORE, SCORE], 'en'))))).toHaveLength(2);
  });
});

describe('a table keeps to its width, and its columns line up', () => {
  const long = {
    ...TARGET,
    name: '柔道整復施術療養費の申請に占める、施術箇所３部位以上、かつ月15日以上の施術の申請の割合',
    conditions: [{ text: 'あ'.repeat(200) }],
  };
  test.each([60, 80, 100])('%d columns', (width) => {
    const lines = table(targetsReport([long, TARGET], 'ja'), { ...JA, width })
      .split('\n')
      .filter((line) => /^[│├┌└]/.test(line));
    expect(new Set(lines.map(displayWidth)).size).toBe(1);
    expect(displayWidth(lines[0] ?? '')).toBeLessThanOrEqual(width);
  });

  test('a terminal escape in a name is shown, not sent', () => {
    const text = table(targetsReport([{ ...TARGET, name: '\u001b]0;題名\u0007率' }], 'ja'), JA);
    expect(text).toContain('\\u{1b}]0;題名\\u{7}率');
    expect(text).not.toContain('\u001b');
  });
});
