import type { TextLine } from '../parse/lines.ts';
import type { RawFinding } from '../parse/paper.ts';

/** So many lines with the same words, one right below the other, are no plan: they are said in one finding. */
const MOST_ALIKE = 20;

/** What a marker announced and could not be read. */
export interface Unread extends RawFinding {
  /** How many lines with the same words it speaks for. */
  readonly passages?: number;
}

/**
 * A finding for each passage. Only where the same line stands more than twenty times in a row is there one for all of them: it says how
 * many they are, quotes the first and stands from the first to the last. As nothing else stands between them, nothing is lost; and a file
 * of a hundred thousand lines `■ KPI：` does not end in a hundred thousand findings.
 */
export function unreadFindings(unread: readonly (readonly TextLine[])[]): Unread[] {
  const found: Unread[] = [];
  for (let at = 0; at < unread.length; ) {
    const length = alikeFrom(unread, at);
    const [first, last] = [unread[at]?.[0], unread[at + length - 1]?.[0]];
    if (length > MOST_ALIKE && first && last) found.push(finding([first, last], length));
    else found.push(...unread.slice(at, at + length).map((lines) => finding(lines)));
    at += length;
  }
  return found;
}

/** How many passages from `unread[at]` on are single lines with the same words, each right below the one before. */
function alikeFrom(unread: readonly (readonly TextLine[])[], at: number): number {
  let length = 1;
  while (isSameBelow(unread[at + length - 1], unread[at + length])) length++;
  return length;
}

function isSameBelow(above: readonly TextLine[] | undefined, below: readonly TextLine[] | undefined): boolean {
  const [one, other] = [above?.[0], below?.[0]];
  if (!one || !other || above?.length !== 1 || below?.length !== 1) return false;
  return one.number === other.number - other.gap - 1 && one.raw.trim() === other.raw.trim();
}

function finding(lines: readonly TextLine[], passages?: number): Unread {
  const [ja, en] = passages === undefined ? ['', ''] : [`（同じ行が続けて${passages}行）`, ` (${passages} such lines in a row)`];
  return {
    rule: 'target/unread',
    severity: 'warning',
    message: (quote) => ({
      ja: `KPIの標示がありますが、目標を読み取れませんでした：「${quote}」${ja}`,
      en: `A KPI marker stands here, but no target could be read: “${quote}”${en}`,
    }),
    ...(passages === undefined ? {} : { passages }),
    lines,
  };
}
