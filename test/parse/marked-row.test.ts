import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const catalog = createCatalog();
const HEAD = ['# 令和3年度 熊本支部事業計画', '## １．基盤的保険者機能関係', '### （１）現金給付の支払い'];

/** Of each target its measure, name and figure, of each finding its rule, and what they quote. */
function said(lines: readonly string[], name = 'plan.md') {
  const text = [...HEAD, ...lines].join('\n');
  const { records, markers } = readPaper(documentFromText(name, text), { catalog, family: 'plan' });
  const found = records.flatMap((record) => {
    const { type, source } = record;
    if (type === 'finding') return [`${record.rule} ${source.quote}`];
    if (type !== 'target') return [];
    expect(text).toContain(source.quote);
    const figure = record.basis === 'absolute' ? `${record.value.text}${record.unit ?? ''}` : record.basis;
    return [`${record.measure}: ${record.name} ${record.comparator} ${figure}`];
  });
  return { found: found.filter((one) => !one.startsWith('document/')), markers };
}

const table = (head: string, ...rows: string[]): string[] => ['', head, head.replace(/[^|]+/g, '---'), ...rows];

describe('KPI statements in the cells of a plan’s tables', () => {
  test.each<[string, string[], string[]]>([
    [
      'the measure stands beside it, in a merged cell for the rows below as well',
      table(
        '| 具体的施策 | 取組内容 | KPI |',
        '| 債権の回収 | 督促する | ■ KPI：返納金債権の回収率を 55.0％以上とする |',
        '| | 相談を受ける | ■ KPI：窓口相談の待ち時間を 10分以下とする |',
        '| 健診の推進 | 勧める | 【KPI】健診受診率を 61.0％以上とする |',
      ),
      ['債権の回収: 返納金債権の回収率 >= 55.0%', '債権の回収: 窓口相談の待ち時間 <= 10分', '健診の推進: 健診受診率 >= 61.0%'],
    ],
    [
      'broken with <br>, enumerated, behind other words, several in a cell',
      table(
        '| 取組 | 内容 |',
        '| 健診 | ■ KPI：① 健診受診率を<br>61.0％以上とする<br>② 特定保健指導の実施率を 30.0％以上とする |',
        '| 広報 | 年に二度行う。<br>回収も ■ KPI：委嘱割合を 50％以上とする<br><br>■KPI：喫煙率を 20％以下とする |',
      ),
      ['健診: 健診受診率 >= 61.0%', '健診: 特定保健指導の実施率 >= 30.0%', '広報: 委嘱割合 >= 50%', '広報: 喫煙率 <= 20%'],
    ],
    [
      'several cells of a row, and no head',
      ['', '| ■ KPI：査定率を対前年度以上とする | ■ KPI：返納金の割合を対前年度以下とする | ■ KPI：よくする |'],
      ['現金給付の支払い: 査定率 >= previous_year', '現金給付の支払い: 返納金の割合 <= previous_year', 'target/unread ■ KPI：よくする'],
    ],
    [
      'its figure in the cell beside it, unless that is of the year before',
      [
        ...table('| 内容 | 標示 | 値 |', '| 郵送 | ■ KPI：郵送化率 | 95.0％以上 |'),
        ...table('| 項目 | KPIの内容 | 前年度実績 |', '| 郵送 | ■ KPI：満足度 | 95.0％ |'),
      ],
      ['現金給付の支払い: 郵送化率 >= 95.0%', 'target/unread ■ KPI：満足度'],
    ],
    [
      'a column of KPIs needs no marker in its cells',
      table(
        '| 具体的施策 | KPI |',
        '| 債権の回収 | 返納金債権の回収率を<br>55.0％以上とする |',
        '| 健診 | － |',
        '| 広報 | 検討する中で決める |',
      ),
      ['債権の回収: 返納金債権の回収率 >= 55.0%', 'target/unread 検討する中で決める'],
    ],
    [
      'a marker in a column of names is no part of the name; what its table does not read is read by the cell',
      table('| KPI | 目標値 |', '| ■ KPI：健診受診率 | 61.0％以上 |', '| ■ KPI：何か | 検討中 |', '| ■ KPI：喫煙率を 20％以下とする |  |'),
      ['現金給付の支払い: 健診受診率 >= 61.0%', 'target/unread ■ KPI：何か', '現金給付の支払い: 喫煙率 <= 20%'],
    ],
    [
      'a table that follows a table of figures is another',
      [
        ...table('| KPI | 目標値 |', '| 健診受診率 | 61.0％以上 |'),
        ...table('| 分野 | 具体的施策 | KPI |', '| 戦略的保険者機能関係 | 広報 | ■ KPI：委嘱割合を 50％以上とする |'),
      ],
      ['現金給付の支払い: 健診受診率 >= 61.0%', '広報: 委嘱割合 >= 50%'],
    ],
  ])('%s', (_, lines, found) => {
    expect(said(lines).found).toEqual(found);
  });

  test('columns of a text that spaces or tabs part', () => {
    const lines = [
      '債権の回収      ■ KPI：返納金債権の回収率を 55.0％以上とする',
      '健診      ■ KPI：健診受診率を',
      '広報\t行う\t■ KPI：査定率を対前年度以上とする',
    ];
    expect(said(lines, 'plan.txt')).toEqual({
      found: [
        '現金給付の支払い: 返納金債権の回収率 >= 55.0%',
        'target/unread ■ KPI：健診受診率を',
        '現金給付の支払い: 査定率 >= previous_year',
      ],
      markers: 3,
    });
  });

  test('a marker behind other words in a cell that the document draws', () => {
    const lines = [...HEAD, '健診の推進', '勧奨 ■ KPI：健診受診率を', '61.0％以上とする', '■ KPI：喫煙率を 20％以下とする'];
    const columns = [0, 1, 1, 2];
    const drawn = documentFromText('plan.docx', lines.join('\n'));
    const pages = drawn.pages.map((page) => ({
      ...page,
      lines: page.lines.map((line, i) => {
        const column = columns[i - HEAD.length];
        return column === undefined ? line : { ...line, cell: { table: 1, row: 1, column } };
      }),
    }));
    const { records } = readPaper({ ...drawn, pages }, { catalog, family: 'plan' });
    const targets = records.flatMap((record) => (record.type === 'target' ? [[record.name, record.source.quote]] : []));
    expect(targets).toEqual([
      ['健診受診率', '■ KPI：健診受診率を\n61.0％以上とする'],
      ['喫煙率', '■ KPI：喫煙率を 20％以下とする'],
    ]);
  });

  test('what follows the table stands under the heading of the text', () => {
    const lines = [...table('| 取組 | 内容 |', '| 健診 | ■ KPI：健診受診率を 61.0％以上とする |'), '', '■ KPI：喫煙率を 20％以下とする'];
    expect(said(lines).found).toEqual(['健診: 健診受診率 >= 61.0%', '現金給付の支払い: 喫煙率 <= 20%']);
  });

  test.each<[string, string, string]>([
    ['rows', '', '| 健診 | ■ KPI：健診受診率を 61.0％以上とする |\n'],
    ['cells', '| 健診 ', '| ■ KPI：健診受診率を 61.0％以上とする '],
    ['lines of a cell', '| 健診 | ', '■ KPI：健診受診率を 61.0％以上とする<br>'],
    ['markers of a line', '| 健診 | ', 'あ ■ KPI：健診受診率を 61.0％以上とする '],
    ['signs', '| 健診 | KPI ', '■ '],
  ])('many %s are read in time', { timeout: 120_000 }, (_, opening, one) => {
    const start = process.cpuUsage();
    const { markers } = readPaper(documentFromText('plan.md', [...HEAD, '', opening + one.repeat(30_000)].join('\n')), {
      catalog,
      family: 'plan',
    });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(20);
    expect(markers).toBe(one.includes('KPI') ? 30_000 : 0);
  });
});
