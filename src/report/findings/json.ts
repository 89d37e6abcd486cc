import { exactJson } from '../exact-json.ts';
import type { FindingsFormatter } from './formatter.ts';

export const json: FindingsFormatter = (findings) => `${exactJson(findings, 2)}\n`;
