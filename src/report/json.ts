import { exactJson } from './exact-json.ts';
import type { Report } from './report.ts';

const INDENT = 2;

/** A list of everything, or the one thing that there is. */
export function* json(report: Report): Generator<string> {
  if (report.single) {
    for (const item of report.data()) yield `${exactJson(item, INDENT)}\n`;
    return;
  }
  let before = '[';
  for (const item of report.data()) {
    yield `${before}\n${' '.repeat(INDENT)}${exactJson(item, INDENT, 1)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
