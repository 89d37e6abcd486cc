import { describe, expect, it } from 'vitest';
import { readFigure } from '../../src/normalize/figure.ts';

/** As short as the cell: `96.1 %`, `907 / 96681`, `-`, `?`. */
function shown(cell: string): string {
  const figure = readFigure(cell);
  switch (figure.kind) {
    case 'none':
      return '-';
    case 'unread':
      return '?';
    case 'counts':
      return `${figure.counts.numerator.text} / ${figure.counts.denominator.text}${remarks(figure)}`;
    case 'number': {
      const counts = figure.counts ? ` (${figure.counts.numerator.text} / ${figure.counts.denominator.text})` : '';
      return `${figure.value.text}${figure.unit === null ? '' : ` ${figure.unit}`}${counts}${remarks(figure)}`;
    }
  }
}

const remarks = (figure: { asOf: string | null; nationalRank: number | null }) =>
  `${figure.asOf === null ? '' : ` @${figure.asOf}`}${figure.nationalRank === null ? '' : ` #${figure.nationalRank}`}`;

describe('a figure in a cell', () => {
  it.each([
    ['96.1％', '96.1 %'],
    ['96.1%', '96.1 %'],
    ['96.1', '96.1'],
    ['９６．１％', '96.1 %'],
    ['95.0％', '95.0 %'],
    ['96.1 ％', '96.1 %'],
    ['96.1パーセント', '96.1 %'],
    ['1,234', '1234'],
    ['1，２３４', '1234'],
    ['1,850社', '1850 社'],
    ['4,481円', '4481 円'],
    ['¥4,481', '4481 円'],
    ['600 事業所', '600 事業所'],
    ['０', '0'],
    ['.5', '0.5'],
    ['+0.5', '0.5'],
    ['11万', '110000'],
    ['11万 事業所', '110000 事業所'],
    ['1万2千', '12000'],
    ['1億2,000万円', '120000000 円'],
    ['3千円', '3000 円'],
    ['12百万円', '12000000 円'],
    ['1.5万人', '15000 人'],
  ])('%s is %s', (cell, expected) => expect(shown(cell)).toBe(expected));
});

describe('minus', () => {
  it.each([
    ['▲0.5', '-0.5'],
    ['△0.5', '-0.5'],
    ['-0.5', '-0.5'],
    ['−0.5', '-0.5'],
    ['－0.5', '-0.5'],
    ['▲ 0.5％', '-0.5 %'],
    ['▲2,700人', '-2700 人'],
    ['▲0', '0'],
  ])('%s is %s', (cell, expected) => expect(shown(cell)).toBe(expected));
});

describe('no figure', () => {
  it.each([
    '',
    ' ',
    '　',
    '－',
    '―',
    '-',
    '--',
    '—',
    'ー',
    '未提供',
    '令和２年度未提供',
    '現在実施中',
    '開催なし',
    '会議の開催なし',
    'なし',
    '該当なし',
    'N/A',
    '集計中',
    '－（集計前）',
    '（新設）',
  ])('%j', (cell) => expect(shown(cell)).toBe('-'));
});

describe('counts', () => {
  it.each([
    ['907/96,681', '907 / 96681'],
    ['２／１２件', '2 / 12'],
    ['2/12件', '2 / 12'],
    ['907件／96,681件', '907 / 96681'],
    ['12件中2件', '2 / 12'],
    ['0/0', '0 / 0'],
    ['16.67%（2/12件）', '16.67 % (2 / 12)'],
  ])('%s is %s', (cell, expected) => expect(shown(cell)).toBe(expected));
});

describe('a remark in parentheses', () => {
  it.each([
    ['0.341（全国13位）', '0.341 #13'],
    ['96.80%（全国9位）', '96.80 % #9'],
    ['91.2％（9月末）', '91.2 % @9月末'],
    ['58.91%（令和2年9月末時点）', '58.91 % @令和2年9月末時点'],
    ['80.29％（9月末）（全国2位）', '80.29 % @9月末 #2'],
    ['96.1％（推計）', '96.1 %'],
  ])('%s is %s', (cell, expected) => expect(shown(cell)).toBe(expected));
});

describe('what is not certain is not read', () => {
  it.each([
    ['九六', 'no digits'],
    ['96,1', 'a comma that groups nothing'],
    ['1,23', 'a group of two'],
    ['96.1.2', 'two points'],
    ['96.1％以上', 'a target, not a result'],
    ['9月', 'a date'],
    ['96.1～97.0', 'a range'],
    ['95 96', 'two figures'],
    ['51.1%（年度累計 57.8%）', 'two figures'],
    ['1千2万3億', 'powers that rise'],
    ['(0.5)', 'minus in one country, a remark in another'],
    ['①', 'an enumeration mark'],
    ['約96', 'about'],
  ])('%s (%s)', (cell) => expect(shown(cell)).toBe('?'));

  it.each([
    ['1月4日', /1件\/4件/],
    ['4-Jan', /1件\/4件/],
    ['2021/1/4', /1件\/4件/],
    ['#DIV/0!', /エラー値/],
    ['########', /列幅/],
    ['1.23E+05', /桁/],
  ])('%s: a spreadsheet spoilt it, and the reading says so', (cell, why) => {
    const figure = readFigure(cell);
    expect(figure.kind === 'unread' && figure.why?.ja).toMatch(why);
  });
});
