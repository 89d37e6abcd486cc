import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CheckConfig, IgnoredFinding } from '../check/config.ts';
import type { Thresholds } from '../check/context.ts';
import { Decimal, KpiError } from '../model/index.ts';
import { ruleNamed } from './choose-rules.ts';
import { type OwnFile, readOwnFile } from './own-file.ts';
import { branchName } from './selection.ts';

const NAME = 'kpi.config.json';

const TOP_KEYS = ['$schema', 'rules', 'ignore', 'thresholds', 'failOn', 'baseline'] satisfies (keyof CheckConfig)[];
const IGNORE_KEYS = ['id', 'rule', 'branch', 'reason', 'until'] satisfies (keyof IgnoredFinding)[];
const THRESHOLD_KEYS = ['nearlyMet'] satisfies (keyof CheckConfig['thresholds'])[];

const FILE: OwnFile<CheckConfig> = {
  schema: async () => (await import('../check/config.ts')).checkConfig,
  what: { ja: '設定ファイル', en: 'configuration' },
  advice: {
    ja: '{"rules": {"coverage/arithmetic": "warning"}, "ignore": [{"id": "…", "reason": "…", "until": "2027-03-31"}]} の形で書いてください。',
    en: 'write {"rules": {"coverage/arithmetic": "warning"}, "ignore": [{"id": "…", "reason": "…", "until": "2027-03-31"}]}',
  },
  keysAt: ([place]) => (place === undefined ? TOP_KEYS : place === 'ignore' ? IGNORE_KEYS : THRESHOLD_KEYS),
};

/** What is set where there is no file. */
const NOTHING: CheckConfig = { rules: {}, ignore: [], thresholds: {} };

/** The file that `--config` names, else `kpi.config.json` of this folder or the nearest parent that has one. Paths in it are seen from its folder. */
export async function readConfig(named: string | undefined): Promise<CheckConfig> {
  const path = named ?? nearestConfig(process.cwd());
  if (path === null) return NOTHING;
  const config = await readOwnFile(path, FILE);
  for (const rule of [...Object.keys(config.rules), ...config.ignore.flatMap(({ rule }) => rule ?? [])]) knownRule(rule, path);
  const ignore = config.ignore.map((entry) => (entry.branch === undefined ? entry : { ...entry, branch: branchName(entry.branch) }));
  const { baseline } = config;
  return { ...config, ignore, ...(baseline !== undefined && { baseline: resolve(dirname(path), baseline) }) };
}

export const thresholdsOf = ({ thresholds: { nearlyMet } }: CheckConfig): Thresholds =>
  nearlyMet === undefined ? {} : { nearlyMet: Decimal.of(String(nearlyMet)) };

function knownRule(rule: string, path: string): void {
  try {
    ruleNamed(rule);
  } catch (error) {
    if (!(error instanceof KpiError)) throw error;
    throw new KpiError({ ja: `設定ファイル ${path}: ${error.text.ja}`, en: `the configuration ${path}: ${error.text.en}` });
  }
}

function nearestConfig(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, NAME);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return null;
  }
}
