import { exactJson } from './exact-json.ts';
import type { Report } from './report.ts';

/** One object a line. */
export function* ndjson(report: Report): Generator<string> {
  for (const item of report.data()) yield `${exactJson(item)}\n`;
}
