import { Decimal } from '../model/index.ts';
import { jsonString } from './visible.ts';

/** `007` is a decimal, but no JSON number. */
const LEADING_ZEROS = /^(-?)0+(?=\d)/;

/**
 * JSON in which a `Decimal` is a number literal with the digits that the document printed (`95.0` stays `95.0`), which
 * `JSON.stringify` cannot write. Without `indent` everything stands on one line.
 */
export function exactJson(value: unknown, indent = 0, depth = 0): string {
  if (value instanceof Decimal) return value.text.replace(LEADING_ZEROS, '$1');
  if (Array.isArray(value)) {
    return enclosed(
      '[',
      ']',
      value.map((item) => exactJson(item, indent, depth + 1)),
      indent,
      depth,
    );
  }
  if (typeof value === 'object' && value !== null) {
    const colon = indent > 0 ? ': ' : ':';
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${jsonString(key)}${colon}${exactJson(member, indent, depth + 1)}`);
    return enclosed('{', '}', members, indent, depth);
  }
  return typeof value === 'string' ? jsonString(value) : (JSON.stringify(value) ?? 'null');
}

function enclosed(open: string, close: string, items: readonly string[], indent: number, depth: number): string {
  if (items.length === 0) return open + close;
  if (indent === 0) return `${open}${items.join(',')}${close}`;
  const inner = `\n${' '.repeat(indent * (depth + 1))}`;
  return `${open}${inner}${items.join(`,${inner}`)}\n${' '.repeat(indent * depth)}${close}`;
}
