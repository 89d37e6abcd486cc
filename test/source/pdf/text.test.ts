import { describe, expect, test } from 'vitest';
import { documentFromPdf } from '../../../src/source/pdf/read.ts';
import { at, pagesOf, ruled, shown } from './handmade.ts';

async function linesOf(content: string | readonly string[], encoding?: string): Promise<string[]> {
  const { pages } = await documentFromPdf('a.pdf', pagesOf([content].flat(), encoding), {});
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

const spread = (text: string, x: number, step: number): string =>
  [...text].map((character, i) => at(x + i * step, 700, character)).join('');

describe('characters come out as people write them', () => {
  test.each([
    ['Kangxi radicals and compatibility ideographs', '⽀部の⾦額と⽇付、返納⾦', '支部の金額と日付、返納金'],
    ['radicals without a decomposition', '⺠間の⻑', '民間の長'],
    ['half-width katakana', 'ｻｰﾋﾞｽｽﾀﾝﾀﾞｰﾄﾞ', 'サービススタンダード'],
    ['ligatures', 'ﬁnal ﬂow', 'final flow'],
    ['full-width digits and marks stay as printed', '９５.０％①Ⅱ', '９５.０％①Ⅱ'],
    ['middle dots that a font mixes up', '特定健診‧特定保健指導', '特定健診・特定保健指導'],
    ['control characters and zero-width marks leave but their room', 'KPI\u0007：郵\u200b送化率\u202e', 'KPI ：郵 送化率'],
  ])('%s', async (_, printed, text) => {
    expect(await linesOf(at(50, 700, printed))).toEqual([text]);
  });

  test('a space between all characters is none', async () => {
    expect(await linesOf(at(50, 700, '令 和 ３ 年 度 事 業 計 画'))).toEqual(['令和３年度事業計画']);
    expect(await linesOf(spread('令和３年度事業計画', 50, 15))).toEqual(['令和３年度事業計画']);
  });

  test('text in columns that run down, from right to left', async () => {
    const column = (x: number, text: string) => `BT /F1 10 Tf ${x} 700 Td ${shown(text)} ET\n`;
    expect(await linesOf(column(200, '基盤的保険者機能'), 'UniJIS-UTF16-V')).toEqual(['基盤的保険者機能']);
  });

  test('the same characters drawn twice to look bold are there once', async () => {
    expect(await linesOf(at(50, 700, '事業計画') + at(50.3, 700, '事業計画'))).toEqual(['事業計画']);
  });

  test('characters put down in any order read from left to right, from the top down', async () => {
    expect(await linesOf(at(60, 680, '下') + at(70, 700, '二') + at(60, 700, '一'))).toEqual(['一二', '下']);
  });

  test('a raised note mark belongs to its line', async () => {
    expect(await linesOf(at(50, 700, '査定率') + at(80, 704, '※', 5) + at(85, 700, 'を上げる'))).toEqual(['査定率※を上げる']);
  });

  test('what stands askew over the page is a watermark, and no part of a line', async () => {
    const watermark = `BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm ${shown('案')} ET\n`;
    expect(await linesOf(at(50, 700, '郵送化率を 95.0％以上とする') + watermark)).toEqual(['郵送化率を 95.0％以上とする']);
  });

  test('what stands large and pale behind the text is a watermark, too', async () => {
    const body = ['郵送化率を 95.0％以上とする、とこの計画は定める', '健診の枠を持つ機関を増やし、予約の取りにくい月をなくす'];
    const watermark = `0.8 g ${at(100, 690, '取扱注意', 60)} 0 g\n`;
    expect(await linesOf(watermark + body.map((text, i) => at(50, 700 - 15 * i, text)).join(''))).toEqual(body);
  });
});

describe('lines that the wall of a cell broke are one again', () => {
  /** Text as a cell of 20 characters breaks it. */
  const broken = (lines: readonly string[]) => lines.flatMap((line) => line.match(/.{1,20}/gu) ?? []);
  const activity = ['・健診の枠を持つ機関を増やして、予約の取りにくい月をなくし、年度の終わりに受診が集まらないようにする。'];
  const coverage = ['○被保険者（40歳以上）（実施対象者数：141,240人）', '・生活習慣病予防健診実施率64.4％（実施見込者数：90,950人）'];
  const kpi = ['健診実施率を64.4％以上', '事業者健診を9.8％以上'];

  test('also in a cell of a few lines, where its column shows how far lines reach', async () => {
    const cells = [[broken(activity)], [broken(coverage)]];
    expect(await linesOf(ruled(cells, [212]))).toEqual([...activity, ...coverage]);
  });

  test('not where all lines of the column end before its wall', async () => {
    const names = [
      ['加入者のみなさまへの健診', '事業主のみなさまへの健診'],
      ['医療機関などへの働きかけ', '市町村や団体との取り決め'],
    ];
    expect(await linesOf(ruled([[names[0] ?? []], [names[1] ?? []]], [212]))).toEqual(names.flat());
  });

  test('each column by its own wall', async () => {
    const cells = [
      [broken(activity), kpi],
      [broken(coverage), kpi],
    ];
    expect(await linesOf(ruled(cells, [212, 250]))).toEqual([...activity, ...kpi, ...coverage, ...kpi]);
  });
});

describe('lines that the margin broke are one again', () => {
  /** Lines of a page of 40 characters, the first ones full. */
  const full = ['一', '二', '三', '四'].map((number) =>
    `${number}番目の行はこの紙の右の端まで文字が並んでいて、読点の後も続いて行末となるものだ`.slice(0, 38),
  );
  const pageOf = (lines: readonly string[]) => lines.map((text, i) => at(50, 760 - 14 * i, text)).join('');

  test.each([
    ['what may not begin a line takes more with it', '（内訳）外部委託分 4.3％（実施見込者数：この行は端の手前で終わる 720', '人）である'],
    ['a number of an aim in brackets opens nothing', '（１） データ分析に基づいた実施計画の着実な実施をここで図ること〈Ⅰ、Ⅱ、', 'Ⅲ〉'],
  ])('%s', async (_, line, next) => {
    expect((await linesOf(pageOf([...full, '', line, next]))).at(-1)).toBe(line + next);
  });

  test('on a page of few full lines, that of the page before counts', async () => {
    const [line, next] = ['この行は次の紙の上にあって右の端まで文字が並んでいる健診の枠を持つ機関をさ'.slice(0, 38), 'らに増やす'];
    expect(await linesOf([pageOf(full), pageOf([line, next])])).toEqual([...(await linesOf(pageOf(full))), line + next]);
  });
});

test('columns that no line parts are told by a gap of half a character, where many lines leave it, and by lines at half height', async () => {
  const left = Array.from({ length: 7 }, (_, i) => `${'一二三四五六七'[i]}行目の文がここに並び`);
  const right = Array.from({ length: 6 }, (_, i) => `${'東西南北上下'[i]}側の列に並ぶ文`);
  const head = at(50, 760, '具体的施策') + at(250, 760, '指標');
  const heightOf = (i: number) => 740 - 14 * i;
  const open =
    left.map((text, i) => at(50, heightOf(i), text)).join('') + right.map((text, i) => at(165.5, heightOf(i) - 7, text)).join('');
  expect(await linesOf(head + open)).toEqual(['具体的施策', '指標', ...left, ...right]);
});

test('a line knows its page and which of its lines it is', async () => {
  const { pages } = await documentFromPdf('a.pdf', pagesOf([at(50, 700, '一') + at(50, 680, '二'), at(50, 700, '三')]), {});
  expect(pages.map(({ number, lines }) => [number, lines.map(({ onPage, text }) => [onPage, text])])).toEqual([
    [
      1,
      [
        [1, '一'],
        [2, '二'],
      ],
    ],
    [2, [[1, '三']]],
  ]);
});
