import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { displayWidth, wrap } from '../../src/report/display.ts';
import { visible } from '../../src/report/visible.ts';

describe('a full-width character takes two columns', () => {
  test.each([
    ['KPI', 3],
    ['郵送化率', 8],
    ['９５.０％', 9],
    ['ｶﾌﾟﾘ', 4],
    ['', 0],
  ])('%s: %d', (text, width) => expect(displayWidth(text)).toBe(width));
});

test('the width of every plain character is the one that string-width gives', () => {
  for (let code = 0x20; code <= 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCharCode(code);
    if (displayWidth(character) !== stringWidth(character)) throw new Error(`${code.toString(16)}: ${displayWidth(character)}`);
  }
});

describe('text wraps by display width', () => {
  test.each([
    ['郵送化率', 8, ['郵送化率']],
    ['現金給付等の申請に係る郵送化率', 12, ['現金給付等の', '申請に係る郵', '送化率']],
    // 行頭禁則: no line begins with 、 or ％ or a closing bracket.
    ['申請の割合、前年度', 10, ['申請の割', '合、前年度']],
    ['（目標９５％）以上', 12, ['（目標９', '５％）以上']],
    // 行末禁則: no line ends with an opening bracket.
    ['郵送化率（見込み）', 10, ['郵送化率', '（見込み）']],
    ['the share of one-bidder tenders', 12, ['the share of', 'one-bidder', 'tenders']],
    ['kumamoto-2021-mailing-rate', 10, ['kumamoto-2', '021-mailin', 'g-rate']],
    ['令和2年度見込み 55.02%\n令和元年度 54.1%', 30, ['令和2年度見込み 55.02%', '令和元年度 54.1%']],
    ['あ', 1, ['あ']],
  ])('%s in %d columns', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  test('no line is wider than it may be, and nothing is lost', () => {
    const text =
      '柔道整復施術療養費の申請に占める、施術箇所３部位以上、かつ月15日以上の施術の申請の割合について対前年度（0.82％）以下とする。';
    for (let width = 2; width <= 130; width++) {
      const lines = wrap(text, width);
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
      expect(lines.join('')).toBe(text);
    }
  });
});

describe('what a document could do to a terminal is shown instead', () => {
  test.each([
    ['\u001b[31m赤\u001b[0m', '\\u{1b}[31m赤\\u{1b}[0m'],
    ['\u009b2J', '\\u{9b}2J'],
    ['a\tb\rc', 'a\\u{9}b\\u{d}c'],
    ['\u202e元に戻す', '\\u{202e}元に戻す'],
    ['二行\n目', '二行\n目'],
  ])('%j', (text, shown) => expect(visible(text)).toBe(shown));
});
