import { describe, expect, test } from 'vitest';
import { documentFromDocx } from '../../src/source/office/docx.ts';
import { docxOf, xlsxOf, zipOf } from './zip.ts';

const MAX = 2 ** 26;
const p = (text: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => p(text)).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

/** Page by page, line by line. */
async function linesOf(body: string, parts: Parameters<typeof docxOf>[1] = {}): Promise<string[][]> {
  const { pages } = await documentFromDocx('plan.docx', docxOf(body, parts), MAX);
  return pages.map(({ lines }) => lines.map(({ text }) => text));
}

describe('paragraphs', () => {
  test.each<[string, string, string[]]>([
    [
      'runs are joined',
      '<w:p><w:r><w:t>■ KPI：</w:t></w:r><w:r><w:t xml:space="preserve">① 郵送化率を </w:t></w:r><w:r><w:t>95.0％以上とする</w:t></w:r></w:p>',
      ['■ KPI：① 郵送化率を 95.0％以上とする'],
    ],
    [
      'a tab and a line break',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>',
      ['a\tb', 'c'],
    ],
    [
      'furigana are left out',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>ゆうそう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>郵送</w:t></w:r></w:rubyBase></w:ruby><w:t>化率</w:t></w:r></w:p>',
      ['郵送化率'],
    ],
    [
      'what was deleted is not there, what was added is',
      '<w:p><w:del><w:r><w:delText>92.0</w:delText><w:t>92.0</w:t></w:r></w:del><w:ins><w:r><w:t>95.0</w:t></w:r></w:ins><w:r><w:t>％</w:t></w:r></w:p>',
      ['95.0％'],
    ],
    [
      'hidden text is left out, to the end of its run; a property that is off hides nothing',
      '<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>90.0</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>95.0</w:t></w:r><w:r><w:t>％</w:t></w:r></w:p>',
      ['95.0％'],
    ],
    ['field codes are left out', '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>', ['3']],
    [
      'a text box is a paragraph of its own, read once',
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>' +
        p('枠の中') +
        '</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>' +
        p('枠の中') +
        '</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>枠の外</w:t></w:r></w:p>',
      ['枠の中', '枠の外'],
    ],
  ])('%s', async (_, body, lines) => {
    expect(await linesOf(body)).toEqual([lines]);
  });

  test('pages end at breaks; a paragraph stands where it begins', async () => {
    const body = [
      p('一'),
      '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
      '<w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>二の終わりは</w:t><w:lastRenderedPageBreak/><w:t>三にある</w:t></w:r></w:p>',
      p('三'),
    ].join('');
    expect(await linesOf(body)).toEqual([['一', ''], ['二', '二の終わりは三にある'], ['三']]);
  });

  test('footnotes stand at the end', async () => {
    const body = p('査定率（※）');
    expect(
      await linesOf(body, {
        footnotes: `<w:footnote><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote>${p('※ 協会の医療費')}</w:footnote>`,
      }),
    ).toEqual([['査定率（※）', '', '※ 協会の医療費']]);
  });
});

describe('numbers and bullets that Word makes', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimalEnclosedCircle', '%2')}${level(2, 'aiueoFullWidth', '%3.')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf06e')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '（%1）')}${level(1, 'lowerRoman', '%1-%2')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>',
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  ].join('');
  const item = (list: number, depth: number, text: string) =>
    p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

  test.each<[string, string, string[]]>([
    [
      'count by level, and begin again below',
      item(1, 0, 'a') + item(1, 1, 'b') + item(1, 1, 'c') + item(1, 0, 'd') + item(1, 1, 'e') + item(1, 2, 'f'),
      ['1. a', '① b', '② c', '2. d', '① e', 'ア. f'],
    ],
    ['a bullet of Wingdings', item(2, 0, 'KPI：郵送化率'), ['■ KPI：郵送化率']],
    ['several levels in one', item(3, 0, 'a') + item(3, 1, 'b'), ['（1） a', '1-i b']],
    ['a list that starts anew', item(1, 0, 'a') + item(1, 0, 'b') + item(4, 0, 'c'), ['1. a', '2. b', '1. c']],
    ['none', p('a', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'), ['a']],
  ])('%s', async (_, body, lines) => {
    expect(await linesOf(body, { numbering })).toEqual([lines]);
  });

  test('by the style of a heading, or the one that it is based on', async () => {
    const styles = [
      '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style>',
    ].join('');
    const headed = (style: string, text: string) => p(text, `<w:pStyle w:val="${style}"/>`);
    expect(await linesOf(headed('1', 'a') + headed('2', 'b') + headed('loop', 'c'), { numbering, styles })).toEqual([['1. a', '① b', 'c']]);
  });
});

describe('tables', () => {
  test.each<[string, string, string[]]>([
    [
      'a row is a line, its cells between bars',
      table(row(cell('指標'), cell('目標')), row(cell('郵送', '化率'), cell('95.0％|以上'))),
      ['| 指標 | 目標 |', '| 郵送<br>化率 | 95.0％｜以上 |'],
    ],
    ['a cell over two columns', table(row(`<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('a')}</w:tc>`, cell('b'))), ['| a |  | b |']],
    ['a box around text', table(row(cell('■ KPI：', '郵送化率を 95.0％以上とする'))), ['■ KPI：', '郵送化率を 95.0％以上とする']],
    [
      'a table that lays out prose is read cell by cell',
      table(row(cell('施策'), cell('一', '二', '三', '四', '五', '六', '七'))),
      ['施策', '一', '二', '三', '四', '五', '六', '七'],
    ],
    [
      'a statement of a KPI is prose',
      table(
        row(cell('施策'), cell('KPI'), cell('目標')),
        row(cell('サービス'), cell('・ 遵守する', '■ ＫＰＩ：① 郵送化率を', '95.0％以上とする')),
      ),
      ['| 施策 | KPI | 目標 |', 'サービス', '・ 遵守する', '■ ＫＰＩ：① 郵送化率を', '95.0％以上とする'],
    ],
    [
      'a table in a table',
      table(row(cell('a'), `<w:tc>${table(row(cell('b'), cell('c')))}${p('d')}</w:tc>`)),
      ['| a | ｜ b ｜ c ｜<br>d |'],
    ],
    ['an empty row is none', table(row(cell(''), cell('')), row(cell('a'), cell('b'))), ['| a | b |']],
  ])('%s', async (_, body, lines) => {
    expect(await linesOf(body)).toEqual([lines]);
  });
});

test('refuses another archive, and a document without text', async () => {
  await expect(documentFromDocx('plan.docx', xlsxOf(''), MAX)).rejects.toThrow('plan.docx: not a Word document (.docx)');
  await expect(documentFromDocx('plan.docx', zipOf([{ name: 'a.txt', content: 'a' }]), MAX)).rejects.toThrow('not a Word document');
  await expect(documentFromDocx('plan.docx', docxOf(p('')), MAX)).rejects.toThrow('plan.docx: it has no text');
});
