import { describe, expect, it } from 'vitest';
import { readSummary } from './said.ts';

const TITLE = 'R5年度からの主な変更点';
const [MAIL, MAIL_NOW] = ['郵送化率を96.0％以上とする', '郵送化率を対前年度以上とする'];
const [OFFICES, OFFICES_NOW] = ['健康宣言事業所数を1,000事業所以上とする', '健康宣言事業所数を1,100事業所以上とする'];

/** `changed 郵送化率: … → …` */
function changesIn(lines: readonly string[]): string[] {
  const { changes, findings } = readSummary(lines);
  return [
    ...changes.map(({ kind, name, from, to }) => `${kind} ${name}: ${from ?? '-'} → ${to ?? '-'}`),
    ...findings.map(({ rule, source }) => `${rule}: ${source.quote}`),
  ];
}

describe('what a plan summary changed', () => {
  const mail = `changed 郵送化率: ${MAIL} → ${MAIL_NOW}`;
  const offices = `changed 健康宣言事業所数: ${OFFICES} → ${OFFICES_NOW}`;
  const rows: [name: string, lines: string[], changes: string[]][] = [
    ['around an arrow', [`- (2) ${MAIL}`, '- ↓', `- (2) ${MAIL_NOW}`], [mail]],
    ['on one line', [`・${MAIL} → ${MAIL_NOW}`], [mail]],
    ['under 変更前 and 変更後', [`変更前：${MAIL}`, `変更後：${MAIL_NOW}`], [mail]],
    ['under （旧） and （新）', [`（旧）${MAIL}`, `（新）${MAIL_NOW}`], [mail]],
    ['as two paragraphs below a heading with its KPI', ['## 1-3. サービス水準の向上【KPI：②】', '', MAIL, '', '', MAIL_NOW], [mail]],
    [
      'two KPIs below one heading, one behind the other',
      ['## 1-3. サービス水準の向上【KPI：①②】', '', MAIL, '', MAIL_NOW, '', OFFICES, '', OFFICES_NOW],
      [mail, offices],
    ],
    [
      'two KPIs below one heading, all before and then all after',
      ['## 1-3. サービス水準の向上【KPI】', '', `① ${MAIL}`, `② ${OFFICES}`, '', `① ${MAIL_NOW}`, `② ${OFFICES_NOW}`],
      [mail, offices],
    ],
    ['two arrows', [MAIL, '↓', MAIL_NOW, OFFICES, '↓', OFFICES_NOW], [mail, offices]],
    ['wrapped over lines', ['- (2) 郵送化率を96.0％', '以上とする', '- ⇓', '- (2) 郵送化率を対前', '年度以上とする'], [mail]],
    [
      'in a table',
      ['| 変更前 | 変更後 |', '|---|---|', `| ① ${MAIL} | ① ${MAIL_NOW} |`, `| ② ${OFFICES} | ② ${OFFICES_NOW} |`],
      [mail, offices],
    ],
    [
      'deleted, its name in brackets that wrap',
      ['- (4) 資格の確認  ', 'R5年度KPI設定、R6年度はKPI削除（確認対象事業所からの（再）確認書の', '提出率）'],
      ['deleted 確認対象事業所からの（再）確認書の提出率: - → -'],
    ],
    ['deleted, its name quoted', ['・「確認書の提出率」をKPIから除外'], ['deleted 確認書の提出率: - → -']],
    ['deleted, its name in front', ['・確認書の提出率のKPIを廃止'], ['deleted 確認書の提出率: - → -']],
    [
      'deleted, listed below a heading',
      ['### 廃止したKPI', '', '- 確認書の提出率', '- 喫煙率'],
      ['deleted 確認書の提出率: - → -', 'deleted 喫煙率: - → -'],
    ],
    [
      'added, with its target',
      ['・KPI新設：マイナ保険証の利用率を50％以上とする'],
      ['added マイナ保険証の利用率: - → マイナ保険証の利用率を50％以上とする'],
    ],
    ['added, its name alone', ['・マイナ保険証の利用率をKPIに追加'], ['added マイナ保険証の利用率: - → -']],
    ['no KPI', ['- (3) 海外からの申請の適正化を追加', '- ・2-6.(3)：対象の年齢を広げ、40歳～74歳の外も明記。'], []],
    [
      'the next part ends it',
      [`・${MAIL}`, '', '### R6年度のポイント・トピック等', '', '・KPIの変更に伴い、周知を強める。'],
      [`target/unread: ・${MAIL}`],
    ],
    [
      'marked in front or behind',
      [
        `- ${MAIL}（新規追加）`,
        `- ${OFFICES}。【削除】`,
        '- 【追加】電子申請の利用率を10％以上とする',
        '- 喫煙率を30％以下とする（R6年度から廃止）',
        '- 【変更】査定率を0.35％以上とする',
        `- 【継続】${OFFICES}`,
      ],
      [
        `added 郵送化率: - → ${MAIL}`,
        `deleted 健康宣言事業所数: ${OFFICES} → -`,
        'added 電子申請の利用率: - → 電子申請の利用率を10％以上とする',
        'deleted 喫煙率: 喫煙率を30％以下とする → -',
        'changed 査定率: - → 査定率を0.35％以上とする',
      ],
    ],
    [
      'before and after on one line',
      [`（変更前）${MAIL}　（変更後）${MAIL_NOW}`, `（旧）${OFFICES} ⇒ （新）${OFFICES_NOW}`],
      [mail, offices],
    ],
    [
      'from one figure to another',
      [
        '・健康宣言事業所数を1,000事業所以上から1,100事業所以上に変更',
        '・事業者健診データ取得率の目標値を8.0％以上から9.0％以上へ引き上げ',
      ],
      [
        'changed 健康宣言事業所数: 健康宣言事業所数を1,000事業所以上 → 1,100事業所以上に変更',
        'changed 事業者健診データ取得率: 事業者健診データ取得率の目標値を8.0％以上 → 9.0％以上へ引き上げ',
      ],
    ],
    ['by their years', [`令和5年度　${MAIL}`, `令和6年度　${MAIL_NOW}`], [`changed 郵送化率: 令和5年度${MAIL} → 令和6年度${MAIL_NOW}`]],
    [
      'under 【変更前】 and 【変更後】 in another order',
      ['【変更前】', `・${MAIL}`, `・${OFFICES}`, '【変更後】', `・${OFFICES_NOW}`, `・${MAIL_NOW}`, '・喫煙率を30％以下とする'],
      [mail, offices, 'target/unread: ・喫煙率を30％以下とする'],
    ],
    [
      'two statements of different KPIs are no change',
      [`・${MAIL}`, '・喫煙率を30％以下とする'],
      [`target/unread: ・${MAIL}`, 'target/unread: ・喫煙率を30％以下とする'],
    ],
    ['deleted, no longer set', ['・KPI「確認書の提出率」は、制度の廃止に伴い設定しない'], ['deleted 確認書の提出率: - → -']],
    ['deleted, a rate alone', ['・確認書の提出率を廃止', '・新たな様式を追加'], ['deleted 確認書の提出率: - → -']],
    [
      'in a table with what is new, gone and as it was, and the list goes on',
      [
        '| 新 | 旧 | 備考 |',
        '|---|---|---|',
        `| ${MAIL_NOW} | ${MAIL} | |`,
        '| 利用率を50％以上とする | （新設） | |',
        '| （削除） | 喫煙率を30％以下とする | 終了 |',
        `| ${OFFICES} | 同左 | |`,
        `| | ${OFFICES} | |`,
        '',
        '・【追加】電子申請の利用率を10％以上とする',
      ],
      [
        mail,
        'added 利用率: - → 利用率を50％以上とする',
        'deleted 喫煙率: 喫煙率を30％以下とする → -',
        'added 電子申請の利用率: - → 電子申請の利用率を10％以上とする',
        `target/unread: | | ${OFFICES} | |`,
      ],
    ],
    [
      'in a table with the names in a column of their own',
      ['| KPI項目 | 変更前 | 変更後 |', '|---|---|---|', '| 郵送化率 | 96.0％以上 | 対前年度以上 |', '| 喫煙率 | 30％以下 | 廃止 |'],
      ['changed 郵送化率: 96.0％以上 → 対前年度以上', 'deleted 喫煙率: 30％以下 → -'],
    ],
    [
      'in a table that sets the whole text of two plans side by side: prose is no KPI',
      [
        '| 旧 | 新 |',
        '|---|---|',
        '| 健康経営の普及を推進する | 健康宣言事業所への支援を推進する |',
        '| | メールマガジンによる周知を行う |',
        '| 郵送化率を96.0％以上とする | 郵送化率を対前年度以上とする |',
        '| 効果的な意見発信を実施する（KPI） | 医療データを活用した意見発信を実施する（KPI） |',
      ],
      [
        'changed 郵送化率: 郵送化率を96.0％以上とする → 郵送化率を対前年度以上とする',
        'changed 医療データを活用した意見発信を実施する: 効果的な意見発信を実施する（KPI） → 医療データを活用した意見発信を実施する（KPI）',
      ],
    ],
    [
      'a KPI heading over prose is said',
      ['## 1-3. サービス水準の向上【KPI：②】', '', '目標を見直した。'],
      ['target/unread: ## 1-3. サービス水準の向上【KPI：②】'],
    ],
  ];
  it.each(rows)('%s', (_, lines, changes) => {
    expect(changesIn([`## ${TITLE}`, '', ...lines])).toEqual(changes);
  });

  it.each([
    '主な変更点（令和5年度との比較）',
    'KPIの変更について',
    '前年度からの変更',
    '■主な見直し事項',
    'KPIの追加・削除について',
    '令和5年度KPIからの追加・変更・削除項目',
    '○令和6年度における変更・廃止KPI',
    '令和6年度事業計画　新旧対照表',
  ])('under the title %s', (title) => {
    const { changes } = readSummary([`## ${title}`, '', `- ${MAIL}（新規追加）`, `- ${OFFICES}（削除）`]);
    expect(changes.map(({ kind }) => kind)).toEqual(['added', 'deleted']);
  });

  it('under a title that says it of all', () => {
    const { changes, findings } = readSummary(['## 廃止したKPI', '', `- ${MAIL}`, '- 喫煙率']);
    expect(changes.map(({ kind, name, from }) => [kind, name, from])).toEqual([
      ['deleted', '郵送化率', MAIL],
      ['deleted', '喫煙率', null],
    ]);
    expect(findings).toEqual([]);
  });

  it('marked so outside a list', () => {
    const { changes } = readSummary(['## 1-3. サービス水準の向上', '', `- ${MAIL}（新規追加）`, '- 喫煙対策（新規）', `- ${OFFICES}`]);
    expect(changes.map(({ kind, name, to }) => [kind, name, to])).toEqual([['added', '郵送化率', MAIL]]);
  });

  it('in text as well', () => {
    const { changes } = readSummary(
      ['令和5年度からの変更点', '', '1-3. サービス水準の向上【KPI：②】', '', MAIL, '', MAIL_NOW],
      'summary.txt',
    );
    expect(changes.map(({ name, from, to }) => [name, from, to])).toEqual([['郵送化率', MAIL, MAIL_NOW]]);
  });
});

describe('a change of definition', () => {
  const table = ['項目\tR7KPI\tR6KPI 熊本支部\tR5KPI 熊本支部', '返納金債権回収率\t前年度以上\t前年度以上\t62.49%'];
  const changed = [
    '返納金債権（資格喪失後受診に係るものに限る。）の回収率を対前年度以上とする',
    '↓',
    '返納金債権（診療報酬返還金（不当請求）を除く。）の回収率を前年度以上とする',
  ];
  const indicators = (lines: readonly string[]) =>
    readSummary(lines).targets.map(({ fiscalYear, name, indicator }) => [fiscalYear, name, indicator]);

  it('makes the short name another indicator, from the year on', () => {
    expect(indicators([...table, '', 'R5年度からの変更点', '', ...changed])).toEqual([
      [2025, '返納金債権回収率', 'claim-recovery-rate-all-causes'],
      [2024, '返納金債権回収率', 'claim-recovery-rate-all-causes'],
      [2023, '返納金債権回収率', 'claim-recovery-rate'],
    ]);
  });

  it('a change of the target alone does not', () => {
    const before = '返納金債権の回収率を62％以上とする';
    const after = '返納金債権（資格喪失後受診に係るもの）の回収率を対前年度以上とする';
    expect(indicators([...table, '', 'R5年度からの変更点', '', before, '↓', after]).map(([, , id]) => id)).toEqual(
      Array(3).fill('claim-recovery-rate'),
    );
  });
});
