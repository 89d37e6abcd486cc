import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { byKind, type CheckedPaper } from '../../src/check/context.ts';
import { contextsOf } from '../../src/check/known.ts';
import { passagesOf } from '../../src/check/passages.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import type { Document } from '../../src/source/document.ts';
import { documentFromText } from '../../src/source/text.ts';
import { plan } from './plan.ts';
import { annual } from './report.ts';

const catalog = createCatalog();

/** The same lines on paper: each page counts its own, through the document some numbers are left out, blank lines are none. */
function onPaper({ pages, ...document }: Document): Document {
  let number = 0;
  return {
    ...document,
    pages: pages.map((page) => ({
      number: page.number,
      lines: page.lines
        .filter(({ text }) => text.trim() !== '')
        .map(({ text }, at) => {
          number += at % 3 === 0 ? 2 : 1;
          return { number, onPage: at + 1, text };
        }),
    })),
  };
}

const paperOf = (document: Document): CheckedPaper => {
  const { records, ...reading } = readPaper(document, { catalog });
  return { ...reading, document, records: byKind(records) };
};

const FILLED = Array.from({ length: 7 }, (_, at) => `${at}行目`).join('\n');

describe('findings on paper count the lines of their page', () => {
  test.each<[string, string, string]>([
    [
      'the prose beside a KPI',
      'target/text',
      plan('頻回（施術日数が月10日以上）の申請', '■ KPI：施術箇所３部位以上、かつ月 15日以上の申請の割合を対前年度以下とする'),
    ],
    ['a row of a table', 'result/counts', annual('支部計 531 65 13.2%', '総計 648 100 15.5%')],
    [
      'a population above its rows',
      'coverage/arithmetic',
      plan(
        '・被保険者（40歳以上）',
        '実施対象者数 72,900人',
        '・生活習慣病予防健診 実施率 55.1％（実施見込者数：36,543人）',
        '■ KPI：郵送化率を 95％以上とする',
      ),
    ],
  ])('%s', (_, rule, text) => {
    const document = onPaper(documentFromText('p.pdf', text.replace('\n', `\n${FILLED}\n\f${FILLED}\n`)));
    const [context] = contextsOf([paperOf(document)], [], catalog);
    const found = context ? check(context).filter((finding) => finding.rule === rule) : [];
    expect(found).not.toEqual([]);
    for (const { page, lineStart, quote } of found.flatMap(({ source, related = [] }) => [source, ...related])) {
      const line = document.pages.find(({ number }) => number === page)?.lines.find(({ onPage }) => onPage === lineStart);
      expect([page, line?.text]).toEqual([2, quote.split('\n')[0]]);
    }
  });

  test('and say whose they are, where a page begins with the paper of another body', () => {
    const plans = ['福島', '熊本'].map((branch) =>
      plan(
        '・被保険者（40歳以上）',
        '実施対象者数 72,900人',
        '・生活習慣病予防健診 実施率 55.1％（実施見込者数：36,543人）',
        '■ KPI：郵送化率を 95％以上とする',
      ).replace('熊本', branch),
    );
    const [context] = contextsOf([paperOf(onPaper(documentFromText('p.pdf', plans.join('\n\f'))))], [], catalog);
    const found = context ? check(context).filter(({ rule }) => rule === 'coverage/arithmetic') : [];
    expect(found.map(({ branch, source: { page } }) => [branch, page])).toEqual([
      ['福島', 1],
      ['熊本', 2],
    ]);
  });

  test('a statement that a page cuts ends on the page behind', () => {
    const passages = passagesOf(onPaper(documentFromText('p.pdf', '一\n二\n三\f四\n五\n六')));
    const source = { document: 'p.pdf', page: 1, pageEnd: 2, lineStart: 3, lineEnd: 2, quote: '' };
    expect([passages.first(source), passages.behind(source)]).toEqual([2, 5]);
    expect(passages.slice(2, 5).map(({ text }) => text)).toEqual(['三', '四', '五']);
  });
});
