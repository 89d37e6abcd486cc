import { exactJson } from '../exact-json.ts';
import { findingData } from './data.ts';
import type { FindingsFormatter } from './formatter.ts';

/** One finding a line. */
export const ndjson: FindingsFormatter = (findings, { lang }) =>
  findings.map((finding) => `${exactJson(findingData(finding, lang))}\n`).join('');
