import { RUBRICS } from '../catalog/rubrics/index.ts';
import type { Rubric } from '../model/rubric.ts';
import { type OwnFile, readOwnFile } from './own-file.ts';
import { unknown } from './suggest.ts';

const RUBRIC = { ja: '基準', en: 'rubric' };

const FILE: OwnFile<Rubric> = {
  schema: async () => (await import('../model/rubric.ts')).rubric,
  what: { ja: '基準のファイル', en: 'rubric' },
  advice: {
    ja: 'kpi rubric show branch --format json が書き方の見本になります。',
    en: '`kpi rubric show branch --format json` shows how one is written',
  },
};

/** `branch`, `headquarters`, or a file of one's own. */
export async function openRubric(name: string): Promise<Rubric> {
  const known = RUBRICS.find(({ id }) => id === name);
  if (known !== undefined) return known;
  if (/[./\\]/.test(name)) return readRubric(name);
  const ids = RUBRICS.map(({ id }) => id);
  throw unknown(RUBRIC, name, ids, {
    ja: `使えるのは ${ids.join(', ')} とファイル名（mine.json など）です。`,
    en: `${ids.join(', ')}, or a file such as mine.json`,
  });
}

export const readRubric = (path: string): Promise<Rubric> => readOwnFile(path, FILE);
