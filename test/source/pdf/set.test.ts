import { describe, expect, test } from 'vitest';
import type { KpiError } from '../../../src/model/errors.ts';
import { createCatalog } from '../../../src/normalize/catalog.ts';
import { readPaper } from '../../../src/normalize/paper.ts';
import { documentFromPdf } from '../../../src/source/pdf/read.ts';
import { at, pagesOf, shown } from './handmade.ts';

/** How other programs set type: what they put between characters, above them, and how they name them. */
async function linesOf(content: string, encoding?: string): Promise<string[]> {
  const { pages } = await documentFromPdf('a.pdf', pagesOf([content], encoding), {});
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

/** Each character by itself, as wide as the font says and so much further, in tenths of its height; a gap stands where `_` does. */
function apart(text: string, between: number, y = 700, gap = 0): string {
  let x = 50;
  return [...text]
    .map((character) => {
      if (character === '_') x += gap;
      if (character === '_') return '';
      const drawn = at(x, y, character);
      x += 10 + between;
      return drawn;
    })
    .join('');
}

describe('characters spread over a line', () => {
  test.each([1, 2, 3, 4.5])('by %d tenths of their height are one text', async (between) => {
    expect(await linesOf(apart('査定率を９５．０％以上とする', between))).toEqual(['査定率を９５．０％以上とする']);
    expect(await linesOf(apart('KPIを100%以上とする', between))).toEqual(['KPIを100%以上とする']);
  });

  test.each(['【KPI】', '62.5%', '150件', '9%'])('and so is a line as short as %s', async (line) => {
    expect(await linesOf(apart(line, 1.5))).toEqual([line]);
    expect(await linesOf(apart(line, 2))).toEqual([line]);
  });

  test('digits that stand a space apart are figures of their own', async () => {
    expect(await linesOf(apart('357', 3))).toEqual(['3 5 7']);
  });

  test('keep the spaces among them', async () => {
    expect(await linesOf(apart('生活習慣病予防健診 実施率', 2))).toEqual(['生活習慣病予防健診 実施率']);
  });
});

describe('spaces that a program does not put down', () => {
  test('between Japanese characters', async () => {
    expect(await linesOf(apart('具体的施策_結果_達成状況', 0, 700, 2.2))).toEqual(['具体的施策 結果 達成状況']);
  });

  test('before a number, where numbers stand close otherwise', async () => {
    const lines = ['入札件数の５0件の支部_50_10', '全国の30の支部_150_14'];
    const content = lines.map((line, i) => apart(line, 0, 700 - 20 * i, 2.2)).join('');
    expect(await linesOf(content)).toEqual(['入札件数の５0件の支部 50 10', '全国の30の支部 150 14']);
  });

  test('but not the room that a program leaves on both sides of every number', async () => {
    expect(await linesOf(apart('令和_3_年度の_100_件', 0, 700, 2.5))).toEqual(['令和3年度の100件']);
  });

  test('not where half of its room is a mark', async () => {
    expect(await linesOf(apart('郵送、_窓口（_来所）_の件数', 0, 700, 3))).toEqual(['郵送、窓口（来所）の件数']);
  });
});

test('a tab is a space, and what selects the form of a character nothing', async () => {
  expect(await linesOf(at(50, 700, '達成\t4件、飾と辻\ufe00'))).toEqual(['達成 4件、飾と辻']);
});

describe('readings above characters', () => {
  const sentence = '■ KPI：現金給付等の申請に係る郵送化率を 95.0％以上とする';

  test('are no part of the sentence', async () => {
    expect(await linesOf(at(50, 700, sentence) + at(150, 709, 'しんせい', 5))).toEqual([sentence]);
  });

  test('a note in small print between the lines is', async () => {
    const note = '※電子申請を含む';
    expect(await linesOf(at(50, 720, sentence) + at(50, 709, note, 5) + at(50, 690, sentence))).toEqual([sentence, note, sentence]);
  });
});

test('a page laid askew under the scanner is read along its lines', async () => {
  const lines = [
    '■ KPI：現金給付等の申請に係る郵送化率を 95.0％以上',
    'とする。窓口に来なくても手続が終わることを知らせる',
    '■ KPI：健康宣言事業所数を 1,800事業所以上とする。宣言',
  ];
  const content = lines.map((line, i) => at(50, 700 - 15 * i, line)).join('');
  expect(await linesOf(`3 Tr 0.9986 0.0523 -0.0523 0.9986 20 -20 cm ${content}`)).toEqual(lines);
});

test('columns that run down, side by side, are read from the right, with the marks that people type', async () => {
  const column = (x: number, text: string) => `BT /F1 10 Tf ${x} 700 Td ${shown(text)} ET\n`;
  expect(await linesOf(column(100, '（二）、支部。') + column(130, '（一）、本部。'), 'UniJIS-UTF16-V')).toEqual([
    '（一）、本部。',
    '（二）、支部。',
  ]);
});

describe('characters that are not what is printed are no text', () => {
  const garbled = 'ĀdサービススĀ¿ンÀード~達成状況²100％xす»';
  const message = async (contents: readonly string[]): Promise<string> =>
    documentFromPdf('a.pdf', pagesOf(contents), {}).then(
      () => '',
      (error: KpiError) => error.message,
    );

  test('a page of a font that names its characters after their numbers is refused, and said which', async () => {
    expect(await message([at(50, 700, '令和3年度 事業計画'), at(50, 700, garbled)])).toMatch(
      /a\.pdf: the text of page 2 of the PDF cannot be read.*--pages/,
    );
  });

  test('a document of signs only, too', async () => {
    expect(await message([at(50, 700, `!"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^`)])).toMatch(
      /the text of the PDF cannot be read/,
    );
  });

  test('not a page that names a place or a person', async () => {
    expect(await message([at(50, 700, '協会けんぽはZürichとCafé、m²と½、±5％を引いて説明した')])).toBe('');
  });
});

describe('a number that a line ends in the midst of', () => {
  const line = '一般競争入札に占める一者応札案件の割合について、この年の結果は';

  test('is whole, though no other line is as long', async () => {
    expect(await linesOf(at(50, 720, '■ KPI：次のとおり') + at(50, 700, `${line}１２．`) + at(50, 685, '５％となった'))).toEqual([
      '■ KPI：次のとおり',
      `${line}１２．５％となった`,
    ]);
  });

  test('is not made of the number of an item, or of numbers below each other', async () => {
    const items = [`${line}１２`, '１．公告の期間', '１２', '３４'];
    expect(await linesOf(items.map((text, i) => at(50, 700 - 15 * i, text)).join(''))).toEqual(items);
  });
});

describe('note marks raised behind words and numbers', () => {
  const raised = (text: string, mark: string, rest: string) =>
    at(50, 700, text) + at(50 + 10 * text.length, 704, mark, 5) + at(50 + 10 * text.length + 5 * mark.length, 700, rest);

  test.each([
    ['１，１５８', '2', '事業所', '１，１５８²事業所'],
    ['９４．６％', '1', '', '９４．６％¹'],
    ['郵送化率', '12', 'を上げる', '郵送化率¹²を上げる'],
    ['郵送化率', '3)', 'を上げる', '郵送化率³⁾を上げる'],
    ['査定率', '注1', 'を上げる', '査定率（注1）を上げる'],
    ['査定率', '※', 'を上げる', '査定率※を上げる'],
  ])('%s with %s', async (text, mark, rest, read) => {
    expect(await linesOf(raised(text, mark, rest))).toEqual([read]);
  });

  test('are no digits of the number', async () => {
    const content = at(50, 760, '令和3年度 事業計画（熊本支部）') + raised('KPI：健康宣言事業所数を１，８００', '4', '事業所以上とする');
    const { records } = readPaper(await documentFromPdf('a.pdf', pagesOf([content]), {}), { catalog: createCatalog() });
    const said = records.map((record) =>
      record.type === 'target' && record.basis === 'absolute'
        ? `${record.name} ${record.comparator} ${record.value}${record.unit}`
        : record.type,
    );
    expect(said).toEqual(['健康宣言事業所数 >= 1800事業所']);
  });
});
