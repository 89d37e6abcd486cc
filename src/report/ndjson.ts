import { exactJson } from './exact-json.ts';
import type { Formatter } from './report.ts';

/** One object a line. */
export const ndjson: Formatter = (report) =>
  report
    .data()
    .map((item) => `${exactJson(item)}\n`)
    .join('');
