import { describe, expect, it } from 'vitest';
import { BRANCHES } from '../../../src/catalog/branches.ts';
import { TILES } from '../../../src/catalog/tiles.ts';
import { councilPage } from '../../../src/report/council/html/page.ts';
import { councilMarkdown } from '../../../src/report/council/markdown.ts';
import { reportOf } from './make.ts';

describe('the page', () => {
  const page = councilPage(reportOf('■ KPI：郵送化率を 95.0％以上とする', '■ KPI：'), 'ja');

  it('loads nothing, and runs nothing but its own script', () => {
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/ style="/);
  });

  it('leads from the record to its sentence, and back', () => {
    const sentence = /<a class="place" href="#(s\d+)" title="■ KPI：郵送化率を 95.0％以上とする">/.exec(page)?.[1];
    expect(page).toMatch(
      new RegExp(
        `<li[^>]* id="${sentence}" class="r">■ KPI：郵送化率を 95.0％以上とする<a class="back" href="#k-kumamoto-2021-mailing-rate"`,
      ),
    );
  });

  it('shows a marker that gave no record in another colour', () => {
    expect(page).toMatch(/<li[^>]* class="u">■ KPI：/);
  });

  it.each([
    ['markup', '■ KPI：<script>alert(1)</script>率を 95.0％以上とする', '&lt;script&gt;alert(1)&lt;/script&gt;率'],
    ['an attribute', '■ KPI：" onmouseover="alert(1)率を 95.0％以上とする', '&quot; onmouseover=&quot;alert(1)率'],
    ['a terminal escape', '■ KPI：\u001b[31m率を 95.0％以上とする', '\\u{1b}[31m率'],
    ['a mark that turns the text round', '■ KPI：\u202e率を 95.0％以上とする', '\\u{202e}率'],
  ])('%s of a document is text', (_, line, printed) => {
    const hostile = councilPage(reportOf(line), 'ja');
    expect(hostile).toContain(printed);
    expect(hostile.match(/<script>/g)).toHaveLength(1);
  });

  it('is the same twice', () => {
    expect(councilPage(reportOf('■ KPI：郵送化率を 95.0％以上とする'), 'ja')).toBe(
      councilPage(reportOf('■ KPI：郵送化率を 95.0％以上とする'), 'ja'),
    );
  });

  it('speaks English', () => {
    expect(councilPage(reportOf('■ KPI：郵送化率を 95.0％以上とする'), 'en')).toContain('<html lang="en">');
  });
});

it('the map has a tile for each prefecture, no two in one place', () => {
  expect(new Set(TILES.map(({ code }) => code))).toEqual(new Set(BRANCHES.map(({ code }) => code).filter((code) => code !== '00')));
  expect(new Set(TILES.map(({ row, column }) => `${row} ${column}`)).size).toBe(TILES.length);
});

it('Markdown for a pull request', () => {
  expect(councilMarkdown(reportOf('■ KPI：郵送化率を 95.0％以上とする'), 'ja')).toMatchInlineSnapshot(`
    "## 熊本 令和3年度 KPI 実績報告

    **KPI 1: 判定できない 1**

    | 指標 | 目標 | 実績 | 達成度 | 判定 |
    | --- | --: | --: | --: | --- |
    | 郵送化率 | 95.0%以上 | - | - | - |

    | 具体的施策 | 評価 |
    | --- | --- |
    | サービス水準の向上 | S / A / B / C |
    "
  `);
});
