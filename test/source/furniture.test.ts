import { describe, expect, test } from 'vitest';
import { furniture } from '../../src/source/furniture.ts';
import { layoutOf } from '../../src/source/layout.ts';
import { documentFromText } from '../../src/source/text.ts';

/** The lines taken for furniture. */
function found(text: string): string[] {
  const document = documentFromText('plan.txt', text);
  const numbers = furniture(layoutOf(document));
  return document.pages.flatMap((page) => page.lines.filter((line) => numbers.has(line.number)).map((line) => line.text.trim()));
}

/** A page's worth of plain lines of their own. */
const body = (from: number, count = 20) =>
  Array.from({ length: count }, (_, i) => `・ 取組 ${from + i} を進め、加入者の利便性を高める。`).join('\n');

describe('a page number on a line of its own', () => {
  test.each([['- 10-'], ['- 10 -'], [' －１２－ '], ['― 12 ―'], ['— 7 —'], ['–3–'], ['ー 12 ー'], ['-- 4 --']])(
    'in dashes, between any two lines: %s',
    (line) => {
      expect(found(`■ KPI：申請書郵送化率を\n${line}\n95.0％以上とする\n`)).toEqual([line.trim()]);
    },
  );

  test.each([['P.12'], ['p. 12'], ['Ｐ１２'], ['12ページ'], ['１２頁'], ['第12頁'], ['Page 3 of 40']])(
    'labelled, beside a blank line: %s',
    (line) => {
      expect(found(`■ KPI：申請書郵送化率を\n${line}\n\n95.0％以上とする\n`)).toEqual([line]);
    },
  );

  test.each([['12'], ['　１２　'], ['12 / 40'], ['１２／４０']])('bare, between runs of blank lines: %s', (line) => {
    expect(found(`■ KPI：申請書郵送化率を\n\n\n${line}\n \n \n95.0％以上とする\n`)).toEqual([line.trim()]);
  });

  test.each([['12'], ['12/40']])('bare, beside a form feed: %s', (line) => {
    expect(found(`■ KPI：申請書郵送化率を\n\n${line}\n\f95.0％以上とする\n`)).toEqual([line]);
    expect(found(`■ KPI：申請書郵送化率を\n\f${line}\n\n95.0％以上とする\n`)).toEqual([line]);
  });

  test('bare, in a series that ascends from page to page', () => {
    expect(found(['1', '2', '3', '4'].map((number) => `${body(1)}\n${number}`).join('\n'))).toEqual(['1', '2', '3', '4']);
    expect(found(['1', '2'].map((number) => `${body(1)}\n\n${number}\n`).join('\n'))).toEqual(['1', '2']);
    expect(found(['8 / 40', '9 / 40', '10 / 40'].map((number) => `${body(1)}\n\n${number}`).join('\n'))).toEqual([
      '8 / 40',
      '9 / 40',
      '10 / 40',
    ]);
  });

  test('bare, in a series with pages that lost theirs', () => {
    const pages = ['1', '3', '4', '5', '14'].map((number, at) => `${body(1, at === 4 ? 200 : 30)}\n\n${number}\n`);
    expect(found(pages.join('\n'))).toEqual(['1', '3', '4', '5', '14']);
  });

  test('beginning again with the next plan of the text', () => {
    const plan = ['1', '2', '3'].map((number) => `${body(1)}\n\n${number}\n`).join('\n');
    expect(found(plan + plan)).toEqual(['1', '2', '3', '1', '2', '3']);
  });

  test('at the bottom of pages without a blank line', () => {
    expect(found(`${body(1, 3)}\n1\f${body(4, 3)}\n2\f${body(7, 3)}\n3`)).toEqual(['1', '2', '3']);
  });
});

describe('not a page number', () => {
  test.each<[string, string]>([
    ['a cell of a table', '郵送化率\n95\n査定率\n12\n回収率\n54\n'],
    ['a cell between blank lines', '郵送化率\n\n95\n\n査定率\n\n12\n\n回収率\n\n54\n'],
    ['the rows of a table, numbered', '1\n郵送化率\n95.0％\n2\n査定率\n0.4％\n3\n回収率\n54％\n4\n提出率\n92.7％\n'],
    ['a target that the line broke', '■ KPI：一者応札件数を\n1\n件以下とする\n'],
    ['the last word of a page', '■ KPI：一者応札件数を\n1\n\f件以下とする\n'],
    ['a year', '事業計画\n\n\n2021\n\n\n熊本支部\n'],
    ['a list item of Markdown', '- 10\n- 20\n'],
    ['a range', '10 - 12\n'],
    ['a figure with its unit', '12％\n12 件\n95.0\n1,850\n'],
    ['a date, a rate', '4 / 1\n\n100/648\n'],
    ['a place in the plan', '企画総務G / 12ページ\n（報告書 p.26）\n'],
    ['a reference, in its line', '※「レセプト」は\n12ページ\n参照\n'],
    ['an enumeration mark', '①\n\n\n（1）\n\n\n(2)\n\n\n1.\n\n\n1)\n'],
    ['a table row without figures', '－ － －\n'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('a cell that would fit the series of the pages', () => {
    const pages = ['1', '2', '3', '4'].map((number) => `${body(1)}\n\n${number}\n`);
    pages.splice(2, 0, `${body(1, 10)}\n\n3\n\n人の体制とする`); // between the pages 2 and 3
    const document = documentFromText('plan.txt', pages.join('\n'));
    const cell = document.pages[0]?.lines.find((line, at, lines) => line.text === '3' && lines[at + 2]?.text === '人の体制とする');
    expect(found(pages.join('\n'))).toEqual(['1', '2', '3', '4']);
    expect(furniture(layoutOf(document)).has(cell?.number ?? 0)).toBe(false);
  });
});

describe('a line that repeats at the edge of pages', () => {
  const pages = (top: (page: number) => string, bottom: (page: number) => string, count = 4) =>
    Array.from({ length: count }, (_, at) => `${top(at + 1)}\n${body(at * 20)}\n${bottom(at + 1)}\n`).join('\f');
  const none = () => '';

  test.each<[string, (page: number) => string, number]>([
    ['a title', () => '令和3年度 事業計画（熊本支部）', 4],
    ['a title with the page number', (page) => `令和3年度 事業計画（熊本支部） - ${page} -`, 4],
    ['a title with the page of all pages', (page) => `熊本支部 事業計画 ${page}/4`, 4],
    ['a title behind the page number', (page) => `${page} 熊本支部事業計画`, 4],
    ['a title that differs left and right', (page) => (page % 2 === 0 ? '熊本支部の事業計画' : '全国健康保険協会'), 6],
    ['a title about something', () => '令和3年度事業計画について', 4],
  ])('%s at the top, but for the first, which may say something', (_, top, count) => {
    const kept = new Set([1, 2].map(top)).size === 2 && count === 6 ? 2 : 1;
    expect(found(pages(top, none, count))).toEqual(Array.from({ length: count }, (_, at) => top(at + 1)).slice(kept));
  });

  test('a foot, everywhere', () => {
    expect(found(pages(none, () => '全国健康保険協会 熊本支部'))).toEqual(Array(4).fill('全国健康保険協会 熊本支部'));
  });

  test('two lines, and a page number beside them', () => {
    const top = (page: number) => `全国健康保険協会\n令和3年度 事業計画\n\n${page}\n`;
    expect(found(pages(top, none, 3))).toEqual([
      '1',
      '全国健康保険協会',
      '令和3年度 事業計画',
      '2',
      '全国健康保険協会',
      '令和3年度 事業計画',
      '3',
    ]);
  });

  test('the next branch in the same text: its first head stays', () => {
    const head = (page: number) => `令和3年度 事業計画（${page <= 3 ? '青森' : '岩手'}支部）`;
    expect(found(pages(head, none, 6))).toEqual([head(2), head(3), head(5), head(6)]);
  });

  test('on both pages of a short text', () => {
    expect(found(pages(() => '熊本支部 事業計画', none, 2))).toEqual(['熊本支部 事業計画']);
  });

  test('without form feeds, beside the page numbers', () => {
    const text = [1, 2, 3, 4].map((page) => `令和3年度 事業計画（熊本支部）\n${body(page * 20)}\n\n- ${page} -\n\n`).join('');
    expect(found(text)).toEqual(['- 1 -', ...[2, 3, 4].flatMap((page) => ['令和3年度 事業計画（熊本支部）', `- ${page} -`])]);
  });

  test('without form feeds, with the page number in it', () => {
    const text = [1, 2, 3, 4].map((page) => `${body(page * 20)}\n全国健康保険協会 熊本支部 － ${page} －\n`).join('');
    expect(found(text)).toEqual([2, 3, 4].map((page) => `全国健康保険協会 熊本支部 － ${page} －`));
  });

  test.each([
    ['■ KPI：'],
    ['《ＫＰＩ》'],
    ['【KPI】'],
    ['重要業績評価指標（KPI）'],
    ['令和3年度ＫＰＩ一覧'],
    ['【具体的事項】'],
    ['（実施策）'],
    ['○ サービス水準の向上'],
    ['① 健全な財政運営'],
    ['１．基盤的保険者機能関係'],
    ['Ⅲ 医療費等の適正化'],
    ['## 基盤的保険者機能関係'],
    ['分野 具体的施策等'],
    ['具体的施策等 自己評価 担当G'],
    ['| 指標 | 目標 |'],
    ['る。'],
    ['以上とする'],
    ['対前年度以上'],
    ['郵送化率 95.0％'],
    ['また、不正の疑われる申請の審査について、'],
    ['A'],
  ])('is no running head: %s', (line) => {
    expect(found(pages(() => line, none))).toEqual([]);
    expect(found(pages(none, () => line))).toEqual([]);
    expect(found([1, 2, 3, 4].map((page) => `${line}\n${body(page * 20)}\n- ${page} -\n`).join(''))).toEqual([
      '- 1 -',
      '- 2 -',
      '- 3 -',
      '- 4 -',
    ]);
  });

  test('is none when it stands inside the pages as well', () => {
    expect(
      found(
        pages(() => '実施内容の概要', none)
          .replaceAll('・ 取組 7', '実施内容の概要\n・ 取組 7')
          .replaceAll(/(・ 取組 \d5)/g, '実施内容の概要\n$1'),
      ),
    ).toEqual([]);
  });

  test('is none on two pages of many, or on pages far apart', () => {
    expect(found(pages((page) => (page === 3 || page === 4 ? '上手な医療のかかり方' : `第${page}の取組内容`), none, 8))).toEqual([]);
    expect(
      found(
        pages((page) => (page % 4 === 0 ? '上手な医療のかかり方' : `第${'一二三四五六七八九'.charAt(page % 9)}章の取組内容`), none, 12),
      ),
    ).toEqual([]);
  });

  test('is none when its number does not ascend', () => {
    expect(found(pages((page) => `対象となる加入者数 ${[520, 310, 480, 90][page - 1]}`, none))).toEqual([]);
  });
});

test('the numbers of lines, over all pages', () => {
  expect([
    ...furniture(layoutOf(documentFromText('plan.txt', '■ KPI：申請書郵送化率を\r\n- 1 -\r\n\f95.0％以上とする\r\n- 2 -\r\n'))),
  ]).toEqual([2, 4]);
});

test('a text of nothing but numbers, or of blank lines', () => {
  expect(found(Array.from({ length: 20_000 }, (_, at) => at % 500).join('\n'))).toEqual([]);
  expect(found('\n \n　\n\f\n')).toEqual([]);
});
