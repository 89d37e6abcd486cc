import { describe, expect, it } from 'vitest';
import type { Change, Target } from '../../src/model/index.ts';
import { diff } from '../../src/score/diff.ts';
import { at, catalog, target } from './make.ts';

const change = (kind: Change['kind'], name: string): Change => ({
  type: 'change',
  branch: '熊本',
  fiscalYear: 2022,
  kind,
  name,
  from: null,
  to: null,
  source: at('summary.md', 1),
});

const between = (before: readonly Target[], after: readonly Target[], changes: readonly Change[] = []) =>
  diff({
    branch: '熊本',
    before: { fiscalYear: 2021, targets: before },
    after: { fiscalYear: 2022, targets: after },
    changes,
    catalog,
  });

describe('what became of a KPI', () => {
  it.each([
    ['more is asked for', '郵送化率', '>= 95.0 %', '>= 96.0 %', 'raised'],
    ['less is asked for', '郵送化率', '>= 95.0 %', '>= 94.0 %', 'lowered'],
    ['less is more where lower is better', '一者応札割合', '<= 20 %', '<= 15 %', 'raised'],
    ['and more is less', '一者応札割合', '<= 15 %', '<= 20 %', 'lowered'],
    ['the zero behind the point is no change', '郵送化率', '>= 95 %', '>= 95.0 %', 'unchanged'],
    ['とする and 以上とする ask for the same', '郵送化率', '= 96.0 %', '>= 96.0 %', 'unchanged'],
    ['a number became 前年度以上', 'ジェネリック医薬品使用割合', '>= 84.0 %', '>= 前年度', 'changed'],
    ['前年度以上 stayed', 'ジェネリック医薬品使用割合', '>= 前年度', '>= 前年度', 'unchanged'],
    ['another unit cannot be compared', '健康宣言事業所数', '>= 1800 事業所', '>= 60 %', 'changed'],
  ])('%s', (_, name, before, after, kind) => {
    const { rows } = between([target(name, before)], [target(name, after)]);
    expect(rows.map((row) => [row.kind, row.renamed])).toEqual([[kind, false]]);
  });

  it('an indicator under another name is renamed, and compared', () => {
    const { rows } = between([target('現金給付等の申請に係る郵送化率', '>= 95.0 %')], [target('申請書郵送化率', '>= 96.0 %')]);
    expect(rows.map(({ kind, renamed }) => [kind, renamed])).toEqual([['raised', true]]);
  });

  it('another definition is redefined: its numbers are not compared', () => {
    const { rows } = between([target('基金と合算した査定率', '>= 0.376 %')], [target('協会の査定率', '>= 0.120 %')]);
    expect(rows.map(({ kind }) => kind)).toEqual(['redefined']);
  });

  it('the new ones in the order of the paper, the removed ones last', () => {
    const { rows } = between(
      [target('保険証回収率', '>= 92 %'), target('郵送化率', '>= 95 %')],
      [target('郵送化率', '>= 95 %'), target('喫煙率', '<= 30 %')],
    );
    expect(rows.map(({ kind, before, after }) => [kind, (after ?? before)?.name])).toEqual([
      ['unchanged', '郵送化率'],
      ['added', '喫煙率'],
      ['removed', '保険証回収率'],
    ]);
  });
});

describe('the printed list of changes', () => {
  const before = [target('郵送化率', '>= 95 %'), target('一者応札割合', '<= 20 %'), target('保険証回収率', '>= 92 %')];
  const after = [target('郵送化率', '>= 前年度'), target('一者応札割合', '<= 15 %')];

  it('agrees, or is silent', () => {
    const { rows, hasPrinted } = between(before, after, [change('changed', '郵送化率'), change('deleted', '保険証回収率')]);
    expect(hasPrinted).toBe(true);
    expect(rows.map(({ kind, printed, contradicted }) => [kind, printed?.kind ?? null, contradicted])).toEqual([
      ['changed', 'changed', false],
      ['raised', null, false],
      ['removed', 'deleted', false],
    ]);
  });

  it('says that a KPI was deleted that is still there', () => {
    const { rows } = between(before, after, [change('deleted', '郵送化率')]);
    expect(rows.map(({ contradicted }) => contradicted)).toEqual([true, false, false]);
  });

  it('names a KPI that is on record in neither year', () => {
    expect(between(before, after, [change('deleted', '被扶養者資格の確認書の提出率')]).unmatched).toHaveLength(1);
  });
});
