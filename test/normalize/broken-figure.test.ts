import { expect, test } from 'vitest';
import { read } from './read.ts';

/** A line that broke, or a cell that lost its digits: what is left of a figure is none. */
test.each<[line: string, baselines: (string | undefined)[]]>([
  ['■ KPI：査定率について対前年度（0.312%）以上とする', ['0.312']],
  ['■ KPI：査定率について対前年度（,0.312%）以上とする', ['0.312']],
  ['■ KPI：査定率について対前年度（0.■：312%）以上とする', []],
  ['■ KPI：査定率について対前年度（，％）以上とする', []],
])('%s', (line, baselines) => {
  const { targets } = read(line);
  expect(targets.flatMap((target) => target.baselines.map(({ value }) => value?.text))).toEqual(baselines);
});

test.each(['（令和2年度見込み ,%）', '・被保険者（40歳以上）：実施対象者数 ,人、実施見込者数 ,,人', '■ KPI：率を 0.から95％へ引き上げる'])(
  '%s gives no figure',
  (line) => {
    const { targets, coverage } = read(['■ KPI：郵送化率を 95％以上とする', line]);
    expect(targets[0]?.baselines ?? []).toEqual([]);
    expect(coverage).toEqual([]);
  },
);
