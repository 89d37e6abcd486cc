import { TALLY, TALLY_REST, TALLY_RULE, TALLY_TITLE } from '../catalog/verdicts.ts';
import { Decimal } from '../model/index.ts';
import type { Judged } from './judged.ts';
import type { TextLine } from './lines.ts';
import type { RawFinding } from './paper.ts';

/** What a report prints below its list: `達成 6 概ね達成 5 未達成 10`. */
export interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  readonly line: TextLine;
}

/** `※「概ね達成」は達成度95％以上としている。` */
export interface TallyRule {
  readonly verdict: string;
  readonly limit: string;
  readonly line: TextLine;
}

/** Longer lines are prose. */
const LONGEST = 120;

export function tallyIn(line: TextLine): Tally | null {
  if (!line.text.includes('達') || line.text.length > LONGEST) return null;
  const text = line.text.slice(line.start).replace(/[ |]/g, '').replace(TALLY_TITLE, '');
  const counts = new Map<string, number>();
  const rest = text.replaceAll(TALLY, (_, verdict: string, count: string) => {
    counts.set(verdict, Number(count));
    return '';
  });
  return counts.size > 0 && TALLY_REST.test(rest) ? { counts, line } : null;
}

export function tallyRuleIn(line: TextLine): TallyRule | null {
  if (!line.text.includes('達成') || line.text.length > LONGEST) return null;
  const match = TALLY_RULE.exec(line.text.replaceAll(' ', ''));
  return match?.groups ? { verdict: match.groups.verdict ?? '', limit: match.groups.limit ?? '', line } : null;
}

/** Where the rows do not make the printed counts. */
export function tallyFindings(tallies: readonly Tally[], rows: readonly Judged[]): RawFinding[] {
  const printed = new Map<string, number>();
  for (const { counts } of tallies) for (const [verdict, count] of counts) printed.set(verdict, (printed.get(verdict) ?? 0) + count);
  const counted = new Map<string, number>();
  for (const { verdict } of rows) counted.set(verdict, (counted.get(verdict) ?? 0) + 1);
  const verdicts = [...new Set([...printed.keys(), ...counted.keys()])];
  if (printed.size === 0 || verdicts.every((verdict) => (printed.get(verdict) ?? 0) === (counted.get(verdict) ?? 0))) return [];
  const list = (counts: ReadonlyMap<string, number>) => verdicts.map((verdict) => `${verdict} ${counts.get(verdict) ?? 0}`).join(' / ');
  return [
    {
      rule: 'result/summary',
      severity: 'warning',
      message: () => ({
        ja: `記載の件数は ${list(printed)} ですが、一覧の行を数えると ${list(counted)} です。`,
        en: `The printed counts are ${list(printed)}; the rows of the list come to ${list(counted)}.`,
      }),
      marks: tallies.flatMap(({ line }) => markedCounts(line, (verdict) => printed.get(verdict) !== (counted.get(verdict) ?? 0))),
      computation: list(counted),
      lines: tallies.map(({ line }) => line),
    },
  ];
}

/** The counts of a line that are asked for, as printed: `概ね達成 5`. */
function markedCounts({ raw, text }: TextLine, asked: (verdict: string) => boolean): string[] {
  const words = /((?:概ね|おおむね|ほぼ|一部)?達成|未達成?)[ :(]*\d{1,3}/g;
  return [...text.matchAll(words)].flatMap(({ 0: whole, 1: verdict = '', index }) =>
    asked(verdict) ? [raw.slice(index, index + whole.length)] : [],
  );
}

const HUNDRED = Decimal.of('100');

/** Rows that go against the rule that the report states itself, as far as their target is a number of its own. */
export function ruleFindings(rule: TallyRule | null, rows: readonly Judged[]): RawFinding[] {
  if (!rule) return [];
  const limit = Decimal.of(rule.limit);
  return rows.flatMap(({ verdict, name, target, result, lowerIsBetter, lines }): RawFinding[] => {
    if (target === null || result === null) return [];
    const [part, whole] = lowerIsBetter ? [target, result] : [result, target];
    const reaches = part.times(HUNDRED).compare(limit.times(whole)) >= 0;
    const against = verdict === rule.verdict ? !reaches : verdict.startsWith('未') && reaches;
    if (!against) return [];
    return [
      {
        rule: 'result/verdict',
        severity: 'warning',
        message: () => ({
          ja: `「${name}」は ${verdict} とありますが、達成度は ${rule.limit}％ ${reaches ? '以上' : '未満'}です（「${rule.verdict}」は達成度${rule.limit}％以上とする記載）。`,
          en: `“${name}” is printed ${verdict}, but its attainment is ${reaches ? 'at least' : 'below'} ${rule.limit}% (the report calls ${rule.limit}% or more ${rule.verdict}).`,
        }),
        lines,
      },
    ];
  });
}
