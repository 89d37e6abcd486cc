import { exactJson } from './exact-json.ts';
import type { Formatter } from './report.ts';

export const json: Formatter = (report) => `${exactJson(report.single ? report.data()[0] : report.data(), 2)}\n`;
