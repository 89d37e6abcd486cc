import { describe, expect, test } from 'vitest';
import { spansOf } from '../../src/report/marked.ts';

const found = (quote: string, marks: readonly string[]) => spansOf(quote, marks).map(({ start, end }) => quote.slice(start, end));

describe('a figure is found however it is printed', () => {
  test.each([
    ['as it is', '実施率 15.1％', ['15.1％'], ['15.1％']],
    ['full-width', '実施率 １５．１％', ['15.1'], ['１５．１']],
    ['with separators', '実施見込者数：36,543人', ['36543'], ['36,543']],
    ['with full-width separators', '36，543人', ['36543'], ['36，543']],
    ['pulled apart by an extraction', '36, 5 43人', ['36543'], ['36, 5 43']],
    ['broken at a line end', '414,\n600人', ['414600'], ['414,\n600']],
    ['not in the middle of a longer number', '136,543人と 36,543人', ['36543'], ['36,543']],
    ['not before more decimals', '15.15％、15.1％', ['15.1'], ['15.1']],
    ['not behind a point', '0.15％、15％', ['15'], ['15']],
    ['printed twice, marked once', '50％以上（50％）', ['50％'], ['50％']],
    ['twice where it is meant twice', '50％以上（50％）', ['50％', '50％'], ['50％', '50％']],
    ['in the order of the quote', '8 ÷ 9', ['9', '8'], ['8', '9']],
    ['words too', '対前度以上とする', ['対前度'], ['対前度']],
    ['absent', '実施率', ['15.1'], []],
    ['empty', '実施率', [''], []],
  ])('%s', (_, quote, marks, expected) => {
    expect(found(quote, marks)).toEqual(expected);
  });

  test('the full stop behind a figure is none of it', () => {
    expect(found('目標は 15.', ['15'])).toEqual(['15']);
  });
});
