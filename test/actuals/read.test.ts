import { describe, expect, it } from 'vitest';
import { type ActualsOptions, readActuals } from '../../src/actuals/read.ts';
import type { Actual, Finding } from '../../src/model/index.ts';
import { catalog, target } from '../score/make.ts';

const HEADER = '支部,年度,施策,指標,目標,実績,単位,前年度実績,計画達成度,新たな取組み,時点,備考';
const read = (text: string, options: Partial<ActualsOptions> = {}) => readActuals('actuals.csv', text, { catalog, ...options });
/** One row under the template's header, from `指標,目標,実績,単位,前年度実績` on. */
const readRow = (cells: string, options: Partial<ActualsOptions> = {}) =>
  read(`${HEADER}\n熊本,2021,サービス水準の向上,${cells}\n`, options);

const shown = ({ fiscalYear, value, unit, text }: Actual) => `${fiscalYear}: ${value?.text ?? 'null'}${unit ?? ''} "${text}"`;
const rules = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, source }) => `${severity} ${rule} line ${source.lineStart}`);

describe('a filled-in template', () => {
  it('gives a record for the result, with its place and its words', () => {
    const { actuals, efforts, findings } = read(
      `\ufeff${HEADER}\r\n熊本,2021,サービス水準の向上,現金給付等の申請に係る郵送化率,95.0％以上,９６．１％,％,,計画通りに実施,,3月末,\r\n`,
    );
    expect(findings).toEqual([]);
    expect(actuals).toHaveLength(1);
    expect(actuals[0]).toMatchObject({
      branch: '熊本',
      fiscalYear: 2021,
      indicator: 'mailing-rate',
      name: '現金給付等の申請に係る郵送化率',
      unit: '%',
      text: '９６．１％',
      asOf: '3月末',
      source: {
        document: 'actuals.csv',
        page: 1,
        lineStart: 2,
        lineEnd: 2,
        quote: '熊本,2021,サービス水準の向上,現金給付等の申請に係る郵送化率,95.0％以上,９６．１％,％,,計画通りに実施,,3月末,',
      },
    });
    expect(actuals[0]?.value?.text).toBe('96.1');
    expect(efforts).toMatchObject([
      { branch: '熊本', fiscalYear: 2021, measure: 'サービス水準の向上', completion: 'as_planned', newInitiative: null },
    ]);
  });

  it('前年度実績 is a result of the year before, from the same row', () => {
    const { actuals } = readRow('郵送化率,95.0％以上,96.1,％,94.8,,,,');
    expect(actuals.map(shown)).toEqual(['2021: 96.1% "96.1"', '2020: 94.8% "94.8"']);
    expect(actuals.map(({ restated }) => restated)).toEqual([undefined, true]);
    expect(actuals[1]?.source).toEqual(actuals[0]?.source);
  });

  it('前年度実績 may stand alone', () => {
    expect(readRow('郵送化率,95.0％以上,,％,94.8,,,,').actuals.map(shown)).toEqual(['2020: 94.8% "94.8"']);
  });

  it('rows that nobody filled in are no error', () => {
    expect(readRow('郵送化率,95.0％以上,,％,,,,,')).toEqual({ actuals: [], efforts: [], findings: [] });
  });

  it.each([
    ['－', null],
    ['未提供', null],
    ['現在実施中', null],
    ['1,234', '1234'],
    ['▲0.5', '-0.5'],
    ['0', '0'],
  ])('実績 %s', (cell, value) => {
    const { actuals, findings } = readRow(`健康宣言事業所数,,"${cell}",,,,,,`);
    expect(findings).toEqual([]);
    expect(actuals[0]?.value?.text ?? null).toBe(value);
    expect(actuals[0]?.text).toBe(cell);
  });

  it.each([
    ['907/96,681', '907', '96681', '0.94'],
    ['2/12件', '2', '12', '16.67'],
    ['1件/4件', '1', '4', '25.00'],
    ['0/0', '0', '0', null],
  ])('counts %s are a rate with its numerator and denominator', (cell, numerator, denominator, value) => {
    const [actual] = readRow(`一般競争入札に占める一者応札案件の割合,20％以下,"${cell}",％,,,,,`).actuals;
    expect([actual?.numerator?.text, actual?.denominator?.text, actual?.value?.text ?? null, actual?.unit]).toEqual([
      numerator,
      denominator,
      value,
      '%',
    ]);
  });

  it('入札件数 and 一者応札件数 may have columns of their own', () => {
    const { actuals, findings } = read(
      '支部,年度,指標,実績,入札件数,一者応札件数\n熊本,2021,一者応札割合,,4,1\n熊本,2020,一者応札割合,16.67％,12件,2件\n',
    );
    expect(findings).toEqual([]);
    expect(actuals.map((actual) => [actual.numerator?.text, actual.denominator?.text, actual.value?.text, actual.text])).toEqual([
      ['1', '4', '25.00', '1/4'],
      ['2', '12', '16.67', '16.67％'],
    ]);
  });

  it('入札件数 alone is kept beside the rate', () => {
    const { actuals } = read('支部,年度,指標,実績,入札件数,一者応札件数\n熊本,2021,一者応札割合,20.04％,10,\n');
    expect(actuals.map(({ numerator, denominator, value }) => [numerator, denominator?.text, value?.text])).toEqual([
      [null, '10', '20.04'],
    ]);
  });
});

describe('a KPI in %, typed without the sign', () => {
  it.each([
    // 指標, 目標, 実績, 単位, 前年度実績, read as, because
    ['レセプト点検の査定率', '対前年度（0.369%）以上', '0.341', '％', '', '0.341', 'note'],
    ['レセプト点検の査定率', '対前年度以上', '0.341', '％', '0.369％', '0.341', 'note'],
    ['レセプト点検の査定率', '対前年度以上', '0.341', '％', '', '0.341', 'note'],
    ['社会保険診療報酬支払基金と合算したレセプト点検の査定率', '対前年度以上', '0.341', '', '', '0.341', 'warning'],
    ['郵送化率', '95.0％以上', '0.961', '％', '', '96.1', 'note'],
    ['郵送化率', '95.0％以上', '0.961', '', '', '96.1', 'note'],
    ['郵送化率', '対前年度以上', '0.961', '', '94.8', '96.1', 'note'],
    ['郵送化率', '対前年度以上', '0.961', '', '', '0.961', 'warning'],
    ['サービススタンダードの達成状況', '100％', '1', '％', '', '100', 'note'],
    ['一者応札割合', '20％以下', '0.0833', '％', '', '8.33', 'note'],
    ['一者応札割合', '20％以下', '1', '', '', '1', 'warning'],
    ['医療給付費総額に占める資格喪失後受診に伴う返納金の割合', '対前年度（0.044%）以下', '0.035', '％', '', '0.035', 'note'],
  ])('%s, target %s, %s (unit %s, last year %s) is %s %%', (name, goal, cell, unit, previous, value, severity) => {
    const { actuals, findings } = readRow(`${name},${goal},${cell},${unit},${previous},,,,`);
    expect(actuals[0]?.value?.text).toBe(value);
    expect(findings.filter(({ rule }) => rule === 'actuals/percent').map((finding) => finding.severity)).toEqual([severity]);
  });

  it.each(['0.341％', '0.341%', '96.1'])('%s leaves no doubt', (cell) => {
    expect(readRow(`郵送化率,95.0％以上,${cell},％,,,,,`).findings).toEqual([]);
  });

  it('the target on record tells a fraction, when the file has no 目標', () => {
    const text = '支部,年度,指標,実績\n熊本,2021,郵送化率,0.961\n熊本,2021,被扶養者資格の確認対象事業所からの確認書の提出率,0.935\n';
    const targets = [
      target('郵送化率', '>= 95.0 %'),
      target('被扶養者資格の確認対象事業所からの確認書の提出率', '>= 前年度', { baselines: ['令和2年度実績 92.7%'] }),
    ];
    expect(read(text, { targets }).actuals.map(({ value }) => value?.text)).toEqual(['96.1', '93.5']);
  });

  it('says how it was read', () => {
    const [finding] = readRow('郵送化率,95.0％以上,0.961,％,,,,,').findings;
    expect(finding?.message).toEqual({
      ja: '実績「0.961」を 96.1％ と読んだ（95.0％ と比べて）',
      en: 'actual "0.961" was read as 96.1% (beside 95.0%)',
    });
  });
});

describe('a qualitative target', () => {
  const targets = [target('医療データ等を活用した効果的な意見発信', 'do', { indicator: null })];
  it.each(['○', '〇', '◯', '×', '実施', '未実施', 'done', 'not done', 'あり', 'なし', '－', ''])('takes %j', (cell) => {
    const { actuals, findings } = readRow(`医療データ等を活用した効果的な意見発信,実施,${cell},,,,,,`, { targets });
    expect(findings).toEqual([]);
    expect(actuals.map(({ value, text }) => [value, text])).toEqual(cell === '' ? [] : [[null, cell]]);
  });

  it('a number is not an answer', () => {
    const { actuals, findings } = readRow('医療データ等を活用した効果的な意見発信,実施,3回,,,,,,', { targets });
    expect(actuals).toEqual([]);
    expect(findings[0]?.message.ja).toContain('○ か ×');
  });
});

describe('rows that cannot be read', () => {
  it.each([
    ['熊本,2021,,郵送化率,,九六,,,,,,', '実績「九六」を読めない。数値（96.1％'],
    ['熊本,2021,,郵送化率,,○,％,,,,,', undefined],
    ['熊本,2021,,郵送化率,95.0％以上,○,％,,,,,', '実績「○」を読めない'],
    ['熊本,2021,,郵送化率,,1月4日,,,,,,', '1件/4件 と書く'],
    ['熊本,2021,,,,96.1,,,,,,', '指標が空'],
    ['くまもん,2021,,郵送化率,,96.1,,,,,,', '支部「くまもん」を読めない'],
    ['熊本,来年,,郵送化率,,96.1,,,,,,', '年度「来年」を読めない'],
    ['熊本,2021,施策,郵送化率,,,,,だいたい,,,', '計画達成度「だいたい」を読めない'],
    ['熊本,2021,施策,郵送化率,,,,,,たぶん,,', '新たな取組み「たぶん」を読めない'],
    ['熊本,2021,,健康宣言事業所数,600事業所,650/700,,,,,,', '単位が 事業所 の指標には、分数でなく数値を書く'],
  ])('%s', (row, message) => {
    const { findings } = read(
      `${HEADER}\n熊本,2021,,サービススタンダード,,100％,,,,,,\n${row}\n熊本,2021,,事業者健診データ取得率,,8.0％,,,,,,\n`,
    );
    const unreadable = findings.filter(({ rule }) => rule === 'actuals/unreadable');
    expect(unreadable.map(({ source, severity }) => [source.lineStart, source.quote, severity])).toEqual(
      message === undefined ? [] : [[3, row, 'warning']],
    );
    if (message !== undefined) expect(unreadable[0]?.message.ja).toContain(message);
  });

  it('stop nothing else, not even in their own row', () => {
    const { actuals, efforts, findings } = read(
      `${HEADER}\n熊本,2021,施策,郵送化率,,九六,％,94.8,計画通りに実施,,,\n熊本,2021,施策,サービススタンダード,,100％,,,,,,\n`,
    );
    expect(rules(findings)).toEqual(['warning actuals/unreadable line 2']);
    expect(actuals.map(shown)).toEqual(['2020: 94.8% "94.8"', '2021: 100% "100％"']);
    expect(efforts).toHaveLength(1);
  });

  it('a quote that is never closed costs its own row', () => {
    const { actuals, findings } = read(
      `${HEADER}\n熊本,2021,,サービススタンダード,,100％,,,,,,\n熊本,2021,,"郵送化率,,九六,,,,,,\n熊本,2021,,事業者健診データ取得率,,8.0％,,,,,,\n`,
    );
    expect(actuals.map(({ indicator }) => indicator)).toEqual(['service-standard', 'employer-checkup-data-rate']);
    expect(rules(findings)).toEqual(['warning actuals/unreadable line 3']);
  });
});

describe('the shape of the file', () => {
  const ROW = '熊本,2021,郵送化率,96.1％';
  it.each([
    ['reordered columns', '実績,指標,年度,支部\n96.1％,郵送化率,2021,熊本'],
    ['extra columns', '支部,担当,年度,指標,全国平均,実績\n熊本,山田,2021,郵送化率,95.3％,96.1％'],
    ['English headers', 'branch,fiscal year,indicator,actual\nkumamoto,2021,郵送化率,96.1%'],
    ['other English headers', 'Branch,Year,KPI,Result\n43,R3,郵送化率,96.1%'],
    ['full-width and spaced headers', '支 部,年　度,指標名,実績（％）\n熊本支部,令和3年度,郵送化率,96.1％'],
    ['titles above', `令和3年度 KPI実績,,,\n,,,\n支部,年度,指標,実績\n${ROW}`],
    ['semicolons', '支部;年度;指標;実績\n熊本;2021;郵送化率;96.1％'],
    ['tabs', '支部\t年度\t指標\t実績\n熊本\t2021\t郵送化率\t96.1％'],
    ['sep= of Excel', `sep=,\n支部,年度,指標,実績\n${ROW}`],
    ['the header again below', `支部,年度,指標,実績\n${ROW}\n支部,年度,指標,実績\n`],
    ['old line ends', `支部,年度,指標,実績\r${ROW}\r`],
    ['branch and year once, in merged cells', `支部,年度,指標,実績\n${ROW}\n,,サービススタンダード,100％`],
    ['no last line end', `支部,年度,指標,実績\n${ROW}`],
  ])('%s', (_, text) => {
    const { actuals, findings } = read(text);
    expect(findings).toEqual([]);
    expect(actuals[0]).toMatchObject({ branch: '熊本', fiscalYear: 2021, indicator: 'mailing-rate', unit: '%' });
    expect(actuals.every(({ branch, fiscalYear }) => branch === '熊本' && fiscalYear === 2021)).toBe(true);
  });

  it('--branch and --year fill in what the rows do not say', () => {
    const [actual] = read('指標,実績\n郵送化率,96.1％\n', { branch: '熊本', fiscalYear: 2021 }).actuals;
    expect(actual).toMatchObject({ branch: '熊本', fiscalYear: 2021 });
    expect(read('支部,年度,指標,実績\n大分,2020,郵送化率,96.1％\n', { branch: '熊本', fiscalYear: 2021 }).actuals[0]).toMatchObject({
      branch: '大分',
      fiscalYear: 2020,
    });
  });

  it('lines count through quoted cells', () => {
    const { actuals } = read(`支部,年度,指標,実績,備考\n熊本,2021,サービススタンダード,100％,"二行の\n備考"\n熊本,2021,郵送化率,96.1％,\n`);
    expect(actuals.map(({ source }) => [source.lineStart, source.lineEnd])).toEqual([
      [2, 3],
      [4, 4],
    ]);
    expect(actuals[0]?.source.quote).toBe('熊本,2021,サービススタンダード,100％,"二行の\n備考"');
  });

  it.each(['', 'ただの文章です\n', '支部,年度,備考\n熊本,2021,なし\n'])('no header row in %j', (text) => {
    expect(() => read(text)).toThrow(/actuals\.csv: no header row.*指標.*実績/);
  });

  it('a column named twice is read once, and that is said', () => {
    expect(rules(read('支部,年度,指標,実績,結果\n熊本,2021,郵送化率,96.1％,95％\n').findings)).toEqual(['warning actuals/columns line 1']);
  });
});

describe('what needs a look', () => {
  it.each([
    ['an indicator that the catalog does not know', '謎の率,,50％,,,,,,', 'warning indicator/unknown line 2'],
    ['a cell in another unit than its target', '健康宣言事業所数,600事業所,96.1％,,,,,,', 'warning actuals/unit line 2'],
    ['a unit column in another unit than the target', '郵送化率,95.0％以上,96,件,,,,,', 'warning actuals/unit line 2'],
    ['a rate that its counts do not give', '一者応札割合,20％以下,18％（2/12件）,,,,,,', 'warning actuals/counts line 2'],
    ['a part larger than the whole', '一者応札割合,20％以下,12/2,,,,,,', 'warning actuals/counts line 2'],
  ])('%s', (_, cells, expected) => expect(rules(readRow(cells).findings)).toEqual([expected]));

  it('社 and 事業所, 人 and 名 are one unit', () => {
    expect(readRow('健康宣言事業所数,"1,850社","1,900",事業所,,,,,').findings).toEqual([]);
  });

  it('a name that no target of the year has', () => {
    const targets = [target('郵送化率', '>= 95.0 %')];
    expect(rules(readRow('喫煙率,,30％,,,,,,', { targets }).findings)).toEqual(['warning actuals/no-target line 2']);
  });

  it('a target of the same name makes an unknown indicator known', () => {
    const targets = [target('支部独自の率', '>= 50 %', { indicator: null })];
    expect(readRow('支部独自の率,,50％,,,,,,', { targets }).findings).toEqual([]);
  });
});

describe('two rows for one KPI', () => {
  const two = (first: string, second: string) =>
    read(`支部,年度,指標,実績,時点\n熊本,2021,郵送化率,${first}\n熊本,2021,申請書郵送化率,${second}\n`);
  it.each([
    ['96.1％,', '96.1,', []],
    ['96.1％,', '95.0％,', ['3行目を採る']],
    ['91.2％,9月末', '96.1％,3月末', ['3行目を採る']],
    ['96.1％,3月末', '91.2％,9月末', ['2行目を採る']],
    ['96.1％,', '未提供,', ['2行目を採る']],
  ])('%s and %s', (first, second, expected) => {
    const { actuals, findings } = two(first, second);
    expect(actuals).toHaveLength(2);
    expect(findings.map(({ message }) => /\d行目を採る/.exec(message.ja)?.[0])).toEqual(expected);
  });

  it('rows of one measure that contradict each other', () => {
    const { efforts, findings } = read(
      '支部,年度,施策,指標,実績,計画達成度\n熊本,2021,施策甲,郵送化率,,計画通り\n熊本,2021,施策甲,サービススタンダード,,一部\n',
    );
    expect(efforts).toHaveLength(2);
    expect(rules(findings)).toEqual(['warning actuals/conflict line 3']);
  });
});

describe('計画達成度 and 新たな取組み', () => {
  it.each([
    ['計画通りに実施し、効果的な結果が得られた', 'effective'],
    ['効果的', 'effective'],
    ['effective', 'effective'],
    ['計画通りに実施', 'as_planned'],
    ['計画どおり実施', 'as_planned'],
    ['as planned', 'as_planned'],
    ['計画の一部を実施', 'partial'],
    ['一部', 'partial'],
    ['partial', 'partial'],
  ])('%s', (cell, completion) => {
    expect(read(`支部,年度,施策,計画達成度\n熊本,2021,施策甲,"${cell}"\n`).efforts).toMatchObject([{ measure: '施策甲', completion }]);
  });

  it.each(['計画通りに実施できず', '効果的な結果は得られなかった', 'not as planned'])('%s is none of the three', (cell) => {
    const { efforts, findings } = read(`支部,年度,施策,計画達成度\n熊本,2021,施策甲,${cell}\n`);
    expect(efforts).toEqual([]);
    expect(rules(findings)).toEqual(['warning actuals/unreadable line 2']);
  });

  it.each([
    ['あり', true],
    ['有', true],
    ['○', true],
    ['yes', true],
    ['なし', false],
    ['無し', false],
    ['×', false],
    ['no', false],
  ])('新たな取組み %s', (cell, newInitiative) => {
    for (const heading of ['新たな取組み', '新たな取り組み', '新たな取組', 'new initiative']) {
      expect(read(`支部,年度,施策,${heading}\n熊本,2021,施策甲,${cell}\n`).efforts).toMatchObject([{ newInitiative }]);
    }
  });

  it.each(['', '－'])('新たな取組み %j says nothing', (cell) => {
    expect(read(`支部,年度,施策,新たな取組み\n熊本,2021,施策甲,${cell}\n`)).toEqual({ actuals: [], efforts: [], findings: [] });
  });

  it('without 施策 the measure of the KPI is meant', () => {
    const targets = [target('郵送化率', '>= 95.0 %')];
    expect(read('支部,年度,指標,実績,計画達成度\n熊本,2021,郵送化率,,計画通り\n', { targets }).efforts).toMatchObject([
      { measure: 'サービス水準の向上' },
    ]);
    expect(rules(read('支部,年度,指標,実績,計画達成度\n熊本,2021,郵送化率,,計画通り\n').findings)).toEqual([
      'warning actuals/unreadable line 2',
    ]);
  });
});
