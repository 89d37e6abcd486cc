import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { findingsIn } from '../check/report.ts';

const FOLDER = process.env.KPI_CORPUS ?? '../shared/corpus';

/** `error coverage/arithmetic 7501: 10.3％` */
const inShort = ({ rule, severity, source, marks = [] }: Finding) => `${severity} ${rule} ${source.lineStart}: ${marks[0] ?? ''}`;

function findingsOf(name: string): string[] {
  const path = join(FOLDER, name);
  return existsSync(path) ? findingsIn(readFileSync(path, 'utf8'), { name }).map(inShort) : [];
}

/** All that there is to find in the plans of the corpus, each judged by hand. */
describe.skipIf(!existsSync(FOLDER))(`what a careful reader finds in the plans (skipped without ${FOLDER})`, () => {
  test('the 47 plans of FY2021', () => {
    expect(findingsOf('plans-2021-all-branches.txt')).toEqual([
      // 福島: both parts are cut off, and fall short of their total by 0.1.
      'note coverage/parts 3089: 29.8％',
      'warning coverage/arithmetic 3091: 20.8％',
      'warning coverage/arithmetic 3093: 8.9％',
      // 埼玉: its own figures give 18.0％.
      'error target/coverage 5611: 14.7％',
      'note target/regression 5746: 20％',
      // 東京
      'warning target/text 6092: サービススタンダート',
      'note target/regression 7229: 20％',
      // 新潟: 41.5％ was the target of the year before; 330 of 3,220 is 10.25 %.
      'warning target/regression 7490: 38.3％',
      'error coverage/arithmetic 7501: 10.3％',
      // 富山
      'warning target/unit 8364: 68.7 以上',
      // 山梨 and 岐阜
      'note target/text 9546: 施術箇所が 2部位以上',
      'note target/text 10563: 月10日以上',
      // 岡山
      'warning target/text 17121: 対前度',
      'note coverage/parts 17264: 35.0％',
      'error coverage/arithmetic 17268: 15.1％',
      // 香川
      'note coverage/parts 19118: 40.7％',
      // 高知: cut off, so that the parts add up.
      'warning coverage/arithmetic 19990: 5.9％',
      // 鹿児島
      'note coverage/parts 23722: 25.7％',
    ]);
  });

  test('熊本 FY2024: two targets below those of FY2023', () => {
    expect(findingsOf('plan-2024-kumamoto.md')).toEqual(['warning target/regression 424: 10.7%', 'warning target/regression 425: 29.5%']);
  });

  test('熊本, first half of FY2020', () => {
    expect(findingsOf('progress-2020h1-kumamoto.txt')).toEqual([]);
  });
});
