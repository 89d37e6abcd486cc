import { describe, expect, test } from 'vitest';
import { Decimal, type KpiRecord, type Target } from '../../src/model/index.ts';
import { openStore, type Store, type StoreReader, type TargetFilter } from '../../src/store/store.ts';
import {
  actual,
  change,
  coverage,
  document,
  effort,
  finding,
  freshPath,
  printedRubric,
  qualitativeTarget,
  rating,
  relativeTarget,
  source,
  target,
  verdict,
} from './samples.ts';

async function reopened(path: string, store: Store): Promise<StoreReader> {
  await store.close();
  return openStore(path, 'read');
}

describe('a record comes back as it was saved', () => {
  const read: Record<KpiRecord['type'], (store: StoreReader) => Promise<KpiRecord[]>> = {
    target: (store) => store.targets(),
    coverage: (store) => store.coverage(),
    actual: (store) => store.actuals(),
    effort: (store) => store.efforts(),
    rating: (store) => store.ratings(),
    verdict: (store) => store.verdicts(),
    change: (store) => store.changes(),
    rubric: (store) => store.rubrics(),
    finding: (store) => store.findings(),
  };

  const cases: readonly [string, KpiRecord][] = [
    ['a target with a number', target()],
    ['a target with more digits than a float holds', target({ value: Decimal.of('12345678901234567890.10') })],
    ['a target without a unit (①68.7 以上)', target({ value: Decimal.of('68.7'), unit: null })],
    ['a previous-year target', relativeTarget()],
    ['a qualitative target without area, measure and indicator', qualitativeTarget()],
    [
      'a quote with a NUL, a lone surrogate, and a character outside the BMP',
      target({ source: { ...source('plan.txt'), quote: 'a\0b\ud800c𠮷' } }),
    ],
    ['coverage', coverage()],
    ['coverage without figures', coverage({ group: '', population: null, planned: null, rate: null })],
    ['an actual with counts', actual()],
    [
      'an actual without a value (未提供)',
      actual({ value: null, text: '未提供', asOf: null, nationalRank: null, numerator: null, denominator: null }),
    ],
    ['an effort', effort()],
    ['an effort with a new initiative', effort({ completion: null, newInitiative: true })],
    ['a rating', rating()],
    ['a verdict', verdict()],
    ['a change', change()],
    ['a printed rubric', printedRubric()],
    ['a finding', finding()],
  ];

  test.each(cases)('%s', async (_, record) => {
    const path = freshPath();
    const store = await openStore(path, 'write');
    await store.save(document('plan.txt', 'h1'), [record]);
    const reader = await reopened(path, store);
    const others = Object.entries(read).filter(([type]) => type !== record.type);
    expect(await read[record.type](reader)).toEqual([record]);
    for (const [, readOther] of others) expect(await readOther(reader)).toEqual([]);
    await reader.close();
  });

  test('95.0 keeps its digit', async () => {
    const store = await openStore(freshPath(), 'write');
    await store.save(document('plan.txt', 'h1'), [target({ value: Decimal.of('95.0') })]);
    const [read] = await store.targets();
    expect(read?.value?.text).toBe('95.0');
    expect(read?.value?.scale).toBe(1);
    await store.close();
  });
});

describe('saving a document', () => {
  const old = [target({ id: 'old-1' }), target({ id: 'old-2' }), finding()];
  const corrected = [target({ id: 'new-1' })];
  const plan = document('plan.txt', 'h1', '1');

  test.each([
    ['the same name, content and reader', plan, 'unchanged', ['plan.txt'], ['old-1', 'old-2']],
    ['the same name with other content', document('plan.txt', 'h2', '1'), 'replaced', ['plan.txt'], ['new-1']],
    ['the same content, read by a newer reader', document('plan.txt', 'h1', '2'), 'replaced', ['plan.txt'], ['new-1']],
    ['the same content under another name', document('/data/plan.txt', 'h1', '1'), 'replaced', ['/data/plan.txt'], ['new-1']],
    [
      'another name and other content',
      document('corrected.txt', 'h2', '1'),
      'added',
      ['corrected.txt', 'plan.txt'],
      ['old-1', 'old-2', 'new-1'],
    ],
  ])('%s', async (_, next, outcome, documents, targets) => {
    const store = await openStore(freshPath(), 'write');
    expect(await store.save(plan, old)).toBe('added');
    expect(await store.save(next, corrected)).toBe(outcome);
    expect((await store.documents()).map(({ name }) => name)).toEqual(documents);
    expect((await store.targets()).map(({ id }) => id)).toEqual(targets);
    expect(await store.findings()).toHaveLength(targets.includes('old-1') ? 1 : 0);
    await store.close();
  });

  test('a name that takes over the content of another one leaves a single document', async () => {
    const store = await openStore(freshPath(), 'write');
    await store.save(document('plan.txt', 'h1'), old);
    await store.save(document('corrected.txt', 'h2'), corrected);
    expect(await store.save(document('plan.txt', 'h2'), corrected)).toBe('replaced');
    expect((await store.documents()).map(({ name }) => name)).toEqual(['plan.txt']);
    expect((await store.targets()).map(({ id }) => id)).toEqual(['new-1']);
    await store.close();
  });

  test('the same name for another branch, year or family is another document: both are kept', async () => {
    const store = await openStore(freshPath(), 'write');
    const saves = [
      store.save(document('plan.txt', 'h1'), [target({ id: '熊本' })]),
      store.save(document('plan.txt', 'h2'), [target({ id: '東京', branch: '東京' })]),
      store.save(document('plan.txt', 'h3'), [target({ id: '熊本 2022', fiscalYear: 2022 })]),
      store.save({ ...document('plan.txt', 'h4'), family: 'progress' }, [actual()]),
    ];
    expect(await Promise.all(saves)).toEqual(['added', 'added', 'added', 'added']);
    expect(await store.save(document('plan.txt', 'h5'), [target({ id: '東京、訂正', branch: '東京' })])).toBe('replaced');
    expect((await store.targets()).map(({ id }) => id)).toEqual(['東京、訂正', '熊本', '熊本 2022']);
    expect((await store.documents()).map(({ hash }) => hash)).toEqual(['h1', 'h3', 'h4', 'h5']);
    await store.close();
  });

  test('a document that is removed takes its records along, and no others', async () => {
    const store = await openStore(freshPath(), 'write');
    await store.save(plan, old);
    await store.save(document('corrected.txt', 'h2'), corrected);
    await store.remove('h1');
    expect((await store.documents()).map(({ name }) => name)).toEqual(['corrected.txt']);
    expect((await store.targets()).map(({ id }) => id)).toEqual(['new-1']);
    expect(await store.findings()).toEqual([]);
    await store.close();
  });

  test('a document without records is on record', async () => {
    const store = await openStore(freshPath(), 'write');
    expect(await store.save(document('empty.txt', 'h0'), [])).toBe('added');
    expect(await store.documents()).toMatchObject([{ name: 'empty.txt', hash: 'h0', family: 'plan' }]);
    expect((await store.documents())[0]).not.toHaveProperty('reader');
    await store.close();
  });

  test('a record that cannot be stored leaves the store as it was', async () => {
    const store = await openStore(freshPath(), 'write');
    await store.save(plan, old);
    const broken = new Proxy(target(), {
      ownKeys() {
        throw new Error('broken');
      },
    });
    await expect(store.save(document('plan.txt', 'h2'), [...corrected, broken])).rejects.toThrow('broken');
    expect((await store.targets()).map(({ id }) => id)).toEqual(['old-1', 'old-2']);
    await store.close();
  });

  test.each([1, 99, 100, 101, 1000])('%i records, in their order', async (count) => {
    const store = await openStore(freshPath(), 'write');
    const ids = Array.from({ length: count }, (_, index) => `t${index}`);
    await store.save(
      plan,
      ids.map((id) => target({ id })),
    );
    expect((await store.targets()).map(({ id }) => id)).toEqual(ids);
    await store.close();
  });

  test('several at once do not mix', async () => {
    const store = await openStore(freshPath(), 'write');
    const names = ['a', 'b', 'c'];
    const saves = names.map((name) => store.save(document(name, name), [target({ id: name })]));
    expect(await Promise.all([...saves, store.targets()])).toHaveLength(4);
    expect((await store.targets()).map(({ id }) => id)).toEqual(names);
    await store.close();
  });
});

describe('a target that two documents give', () => {
  const value = (text: string) => target({ value: Decimal.of(text) });
  const family = (name: string, kind: string) => ({ ...document(name, name), family: kind });
  const a = (kind: string) => family('a', kind);
  const b = (kind: string) => family('b', kind);

  test.each([
    ['the one read last counts', a('plan'), '95.0', b('plan'), '96.0', '96.0', [{ used: 'b', left: 'a', count: 1 }]],
    ['also when they agree', a('plan'), '95.0', b('plan'), '95.0', '95.0', [{ used: 'b', left: 'a', count: 1 }]],
    ["a plan's stands", a('plan'), '95.0', b('progress'), '96.0', '95.0', [{ used: 'a', left: 'b', count: 1 }]],
    ['a sheet that repeats its plan is nothing to speak of', a('progress'), '95.0', b('plan'), '95.0', '95.0', []],
  ])('%s', async (_, first, one, second, other, counts, repeats) => {
    const store = await openStore(freshPath(), 'write');
    await store.save(first, [value(one)]);
    await store.save(second, [value(other)]);
    const standing = await store.standing({ branches: ['熊本'], areas: ['基盤的保険者機能'] });
    expect(standing.targets.map((kept) => kept.value?.text)).toEqual([counts]);
    expect(standing.repeats).toEqual(repeats);
    await store.close();
  });

  test('is named when the second is read', async () => {
    const store = await openStore(freshPath(), 'write');
    await store.save(a('plan'), [target(), target({ id: 'only here' })]);
    await store.save(b('plan'), [target()]);
    await store.save(family('c', 'plan'), [target({ id: 'another' })]);
    expect(await store.repeatsOf('b')).toEqual([{ used: 'b', left: 'a', count: 1 }]);
    expect(await store.repeatsOf('c')).toEqual([]);
    await store.close();
  });
});

test('records come in the order in which their documents were read, whatever their names; a corrected document was read again', async () => {
  const store = await openStore(freshPath(), 'write');
  const texts = async () => (await store.actuals()).map(({ text }) => text);
  await store.save(document('z.csv', 'h1'), [actual({ text: 'z' })]);
  await store.save(document('a.csv', 'h2'), [actual({ text: 'a' })]);
  expect(await texts()).toEqual(['z', 'a']);
  await store.save(document('z.csv', 'h3'), [actual({ text: 'z, corrected' })]);
  expect(await texts()).toEqual(['a', 'z, corrected']);
  await store.close();
});

describe('filters', () => {
  const targets: readonly Target[] = [
    target({ id: '熊本 2021', branch: '熊本' }),
    target({ id: '熊本 2020', branch: '熊本', fiscalYear: 2020 }),
    target({ id: '北海道 2021', branch: '北海道', area: '戦略的保険者機能', indicator: 'screening-rate' }),
    target({ id: '本部 2021', branch: '本部', area: '組織・運営体制', indicator: null }),
  ];
  // Of two documents for the same branch and year, `plan-corrected.txt` was read before `plan.txt`.
  const all = ['本部 2021', '北海道 2021', '熊本 2020', '熊本 2021 訂正', '熊本 2021'];

  const cases: readonly [string, TargetFilter | undefined, readonly string[]][] = [
    ['none: by branch code, year, order of reading, place', undefined, all],
    ['empty', {}, all],
    ['one branch', { branches: ['熊本'] }, ['熊本 2020', '熊本 2021 訂正', '熊本 2021']],
    ['two branches', { branches: ['熊本', '本部'] }, ['本部 2021', '熊本 2020', '熊本 2021 訂正', '熊本 2021']],
    ['a branch and a year', { branches: ['熊本'], fiscalYears: [2020] }, ['熊本 2020']],
    ['an area', { areas: ['戦略的保険者機能'] }, ['北海道 2021']],
    ['an indicator', { indicators: ['mailing-rate'], fiscalYears: [2021] }, ['熊本 2021 訂正', '熊本 2021']],
    ['a branch that is not there', { branches: ['沖縄'] }, []],
    ['a list of nothing', { branches: [] }, []],
  ];

  test.each(cases)('targets: %s', async (_, filter, expected) => {
    const store = await openStore(freshPath(), 'write');
    await store.save(document('plan-corrected.txt', 'h2'), [target({ id: '熊本 2021 訂正' })]);
    await store.save(document('plan.txt', 'h1'), targets);
    expect((await store.targets(filter)).map(({ id }) => id)).toEqual(expected);
    await store.close();
  });

  test('coverage, actuals and efforts by branch, year and indicator; findings by document', async () => {
    const store = await openStore(freshPath(), 'write');
    const here = [coverage(), actual(), effort(), finding()];
    const there = [
      coverage({ branch: '北海道' }),
      actual({ branch: '北海道', fiscalYear: 2020, indicator: null }),
      effort({ fiscalYear: 2020 }),
      finding({ rule: 'indicator/unknown' }),
    ];
    await store.save(document('a', 'a'), here);
    await store.save(document('b', 'b'), there);
    expect(await store.coverage({ branches: ['北海道'] })).toEqual([there[0]]);
    expect(await store.coverage()).toEqual([there[0], here[0]]);
    expect(await store.actuals({ branches: ['熊本'], fiscalYears: [2021, 2020] })).toEqual([here[1]]);
    expect(await store.actuals({ indicators: ['mailing-rate'] })).toEqual([here[1]]);
    expect(await store.actuals()).toEqual([there[1], here[1]]);
    expect(await store.efforts({ fiscalYears: [2020] })).toEqual([there[2]]);
    expect(await store.findings({ documents: ['b'] })).toEqual([there[3]]);
    expect(await store.findings()).toEqual([here[3], there[3]]);
    await store.close();
  });
});
