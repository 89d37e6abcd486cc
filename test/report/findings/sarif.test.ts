import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/check/index.ts';
import type { Finding } from '../../../src/model/index.ts';
import type { FindingsContext } from '../../../src/report/findings/index.ts';
import { sarif } from '../../../src/report/findings/sarif.ts';
import { CONTEXT, HOSTILE, NOTE, RATE, RAW } from './samples.ts';

/** RFC 3986's characters. */
const URI = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-F]{2})*$/;

/** The schema has a pattern that only the older kind of regular expression takes. */
const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, formats: { uri: URI, 'uri-reference': URI, 'date-time': true } });
const valid = ajv.compile(schema);

/** The log, which the schema of the standard takes. */
function logOf(findings: readonly Finding[], context: FindingsContext = CONTEXT) {
  const log = JSON.parse(sarif(findings, context));
  expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
  return log;
}

describe('SARIF 2.1.0', () => {
  test('a result says where, how bad, and what it is known by', () => {
    const [run] = logOf([RATE, NOTE]).runs;
    expect(run.results[0]).toEqual({
      ruleId: 'coverage/arithmetic',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'The rate 15.1 % should be 15.0 %.\n6,500 ÷ 43,208 = 15.044 %' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'plans/plan.txt', index: 0 },
            region: { startLine: 12, endLine: 12, snippet: { text: '・委託分 １５.１％（6,500人）' } },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: '対象者数：43,208人' },
          physicalLocation: {
            artifactLocation: { uri: 'plans/plan.txt', index: 0 },
            region: { startLine: 8, endLine: 8, snippet: { text: '対象者数：43,208人' } },
          },
        },
      ],
      partialFingerprints: { 'kpiFindingId/v1': 'coverage/arithmetic:0a1b2c3d' },
    });
    expect(run.results[1]).toMatchObject({ level: 'note', locations: [{ physicalLocation: { region: { startLine: 40, endLine: 42 } } }] });
    expect(run.artifacts).toEqual([{ location: { uri: 'plans/plan.txt' } }, { location: { uri: 'clean.txt' } }]);
  });

  test('every rule with its help', () => {
    const { driver } = logOf([], { ...CONTEXT, rules: RULES }).runs[0].tool;
    expect(driver).toMatchObject({ name: 'kpi', version: '1.2.3', language: 'en' });
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const rule of driver.rules) expect(rule.help.text.length).toBeGreaterThan(20);
  });

  test.each([
    ['plans/熊本 R3.txt', 'plans/%E7%86%8A%E6%9C%AC%20R3.txt'],
    ['/data/plan.txt', 'file:///data/plan.txt'],
    ['C:/data/plan.txt', 'file:///C:/data/plan.txt'],
    ['../plan.txt', '../plan.txt'],
    ['<stdin>', '%3Cstdin%3E'],
    ['a:b.txt', 'a%3Ab.txt'],
  ])('%s is at %s', (document, uri) => {
    const { artifacts } = logOf([], { ...CONTEXT, documents: [document] }).runs[0];
    expect(artifacts[0].location.uri).toBe(uri);
  });

  test('what a document holds comes back as it was, and is not printed raw', () => {
    expect(sarif([HOSTILE], CONTEXT)).not.toMatch(RAW);
    const [result] = logOf([HOSTILE]).runs[0].results;
    expect(result.locations[0].physicalLocation.region.snippet.text).toBe(HOSTILE.source.quote);
  });

  test('a log that the standard does not take is told', () => {
    const log = JSON.parse(sarif([RATE], CONTEXT));
    log.runs[0].results[0].level = 'fatal';
    expect(valid(log)).toBe(false);
  });
});
