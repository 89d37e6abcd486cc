import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { byKind, type CheckContext } from '../../src/check/context.ts';
import type { Rule } from '../../src/check/rule.ts';
import { weighed } from '../../src/check/severities.ts';
import type { Severity } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { documentFromText } from '../../src/source/text.ts';

const document = documentFromText('plan.txt', '■ KPI\n');
const context: CheckContext = {
  paper: { document, family: 'plan', scopes: [{ branch: '熊本', fiscalYear: 2021 }], records: byKind([]) },
  known: byKind([]),
  catalog: createCatalog(),
};

/** A rule that finds one slip, of which it says itself how sure it is. */
const rule = (severity: Severity, own?: Severity): Rule => ({
  id: 'test/rule',
  severity,
  summary: { ja: '', en: '' },
  explanation: { ja: '', en: '' },
  check: () => [
    {
      message: { ja: '', en: '' },
      source: { document: 'plan.txt', page: 1, lineStart: 1, lineEnd: 1, quote: '■ KPI' },
      ...(own && { severity: own }),
    },
  ],
});

test.each<[string, Severity, Severity | undefined, Severity | 'off' | undefined, Severity[]]>([
  ['as the rule says', 'error', undefined, undefined, ['error']],
  ['as the user says', 'error', undefined, 'note', ['note']],
  ['a note may become an error', 'note', undefined, 'error', ['error']],
  ['where the rule is less sure, not above what it says', 'error', 'note', 'warning', ['note']],
  ['nor above what the user says', 'error', 'warning', 'note', ['note']],
  ['off finds nothing', 'error', undefined, 'off', []],
])('%s', (_, severity, own, given, expected) => {
  const rules = weighed([rule(severity, own)], given === undefined ? {} : { 'test/rule': given });
  expect(check(context, rules).map((finding) => finding.severity)).toEqual(expected);
});
