import { exactJson } from '../exact-json.ts';
import { findingData } from './data.ts';
import type { FindingsFormatter } from './formatter.ts';

/** One array, also of nothing. */
export const json: FindingsFormatter = (findings, { lang }) =>
  `${exactJson(
    findings.map((finding) => findingData(finding, lang)),
    2,
  )}\n`;
