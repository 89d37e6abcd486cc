import { describe, expect, it } from 'vitest';
import { fiscalYearOfLabel, isFullYear, monthsCovered } from '../../src/normalize/as-of.ts';

describe('how far into the fiscal year a figure reaches', () => {
  it.each([
    [null, 12],
    ['', 12],
    ['9月末', 6],
    ['令和2年9月末時点', 6],
    ['令和2年11月末現在', 8],
    ['4月', 1],
    ['令和3年1月末', 10],
    ['3月末', 12],
    ['2020-09-30', 6],
    ['2020/9', 6],
    ['年度末', 12],
    ['上期', 6],
    ['平成30年4月～31年3月受診分', 12],
    ['令和2年度見込み', 12],
    ['対前年度', 12],
    ['前年度実績（9月末）', 6],
    ['前年度同期', null],
    ['速報', null],
  ])('%j: %j months', (asOf, months) => {
    expect(monthsCovered(asOf)).toBe(months);
    expect(isFullYear(asOf)).toBe(months === 12);
  });
});

describe('the fiscal year of a baseline', () => {
  it.each([
    ['令和2年度見込み', 2020],
    ['令和２年度実績（10月末現在）', 2020],
    ['令和元年度実績（平成30年4月～31年3月受診分）', 2019],
    ['令和2年9月末', 2020],
    ['令和2年12月末', 2020],
    ['令和3年1月末', 2020],
    ['令和元年度', 2019],
    ['R2年度実績', 2020],
    ['2020年度', 2020],
    ['2020（令和2）年度', 2020],
    ['前年度', 2020],
    ['対前年度', 2020],
    ['現状', null],
  ])('%s: %j, beside a target of FY2021', (label, year) => expect(fiscalYearOfLabel(label, 2021)).toBe(year));
});
