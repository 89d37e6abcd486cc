import { describe, expect, it } from 'vitest';
import { type Done, readDone } from '../../src/normalize/done.ts';

describe('whether a qualitative target was carried out', () => {
  const rows: [text: string, done: Done | null][] = [
    ['実施', 'done'],
    ['○', 'done'],
    ['達成', 'done'],
    ['意見発信実施', 'done'],
    ['効果的な意見発信を実施した。', 'done'],
    ['情報提供を行った', 'done'],
    ['未実施', 'not_done'],
    ['意見発信未実施', 'not_done'],
    ['意見発信なし', 'not_done'],
    ['意見発信', null],
    ['意見発信を一部実施', null],
    ['開催なし', null],
    ['△', null],
    ['', null],
  ];
  it.each(rows)('%s', (text, done) => {
    expect(readDone(text)).toBe(done);
  });
});
