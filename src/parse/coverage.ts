import {
  APPROACH,
  COUNTED,
  COVERED,
  GROUPS,
  NEXT_ROW,
  PART,
  PLANNED,
  POPULATION,
  RATE,
  RATE_IN_HEADING,
  RATE_ROW,
  UNNAMED,
} from '../catalog/coverage.ts';
import type { TextLine } from './lines.ts';

/** Planned people of a population, in the document's own digits. */
export interface CoverageRow {
  readonly name: string;
  readonly group: Group;
  readonly population: string | null;
  readonly planned: string | null;
  readonly rate: string | null;
  readonly lines: readonly TextLine[];
}

type Group = (typeof GROUPS)[number] | '';

/** The population lines that are open: `○被保険者（40歳以上）（実施対象者数：254,483人）`. */
interface Populations {
  readonly byGroup: Map<Group, string>;
  last: Group;
  /** What the first row under them counted; guidance is never a share of those to be examined. */
  kind: 'guidance' | 'checkup' | null;
  used: boolean;
}

/** A cheap test before {@link PEOPLE}. */
const SIGN = /[人名%％]/;
const PEOPLE = /[\d０-９]\s*[人名]|[%％]/;
/** A population line that prints no number still says whose rows follow. */
const GROUP_LINE = /^[^被]{0,3}(被保険者|被扶養者)(?:\(40歳以上\))?[)>】]?$/;

/** Reads the coverage rows of a plan; a row's population is on its own line or on the population line above. */
export function readCoverage(lines: readonly TextLine[]): CoverageRow[] {
  const rows: CoverageRow[] = [];
  let open = noPopulations();
  let base = '';
  let rateLine: { line: TextLine; text: string } | null = null;
  for (const line of lines) {
    const people = SIGN.test(line.raw) && PEOPLE.test(line.raw);
    if (!people && (line.raw.length > 24 || !line.raw.includes('被'))) continue;
    const text = line.text.replaceAll(' ', '');
    const own = APPROACH.test(text) && !/見込者数/.test(text) ? null : number(POPULATION, text);
    const group = groupIn(text);
    const goesOn = rateLine !== null && text.startsWith('(') && isNext(rateLine.line, line) && !RATE.test(text);
    const planned = people ? (number(PLANNED, text) ?? number(COUNTED, text)) : null;
    if (own !== null || GROUP_LINE.test(text)) {
      // `特定保健指導の実施率を 25.0％以上とする` / `（実施見込者数： 4,524人 実施対象者数： 18,131人）`: all of one row.
      if (!goesOn || planned === null || APPROACH.test(text)) flush();
      if (open.used) open = noPopulations();
      if (own !== null) open.byGroup.set(group, own);
      open.last = group;
      open.kind ??= /保健指導/.test(text) ? 'guidance' : null;
    }
    if (!people) continue;
    if (planned === null) {
      const heading = number(RATE_IN_HEADING, text);
      if (heading !== null) rows.push({ name: nameIn(text, ''), group: '', population: null, planned: null, rate: heading, lines: [line] });
      else if (RATE.test(text)) {
        flush();
        rateLine = { line, text };
      }
      continue;
    }
    const [first = text, ...more] = text.split(NEXT_ROW);
    if (rateLine && goesOn) {
      add(rateLine.text + first, [rateLine.line, line], number(PLANNED, first) ?? planned, own);
      rateLine = null;
    } else {
      flush();
      add(first, [line], number(PLANNED, first) ?? planned, own);
    }
    for (const row of more) add(row, [line], number(PLANNED, row), null);
  }
  flush();
  return rows.sort((a, b) => (a.lines[0]?.number ?? 0) - (b.lines[0]?.number ?? 0));

  /** A rate line that no count followed stands alone, when it is shaped as a row. */
  function flush(): void {
    if (rateLine && RATE_ROW.test(rateLine.text)) add(rateLine.text, [rateLine.line], null, null);
    rateLine = null;
  }

  function add(text: string, at: readonly TextLine[], planned: string | null, own: string | null): void {
    const part = PART.exec(text)?.[0] ?? '';
    const approach = APPROACH.test(text) && own === null;
    const rate = approach ? null : number(RATE, text);
    const covered = nameIn(text, part === '' || base === '' ? (open.kind === 'guidance' ? '特定保健指導' : UNNAMED) : base);
    if (part === '') base = covered;
    const kind = covered.includes('保健指導') ? 'guidance' : 'checkup';
    const whole = /合計|全体/.test(text);
    const group = whole || approach ? '' : groupIn(text) || (own === null ? open.last : '');
    const fits = !approach && !whole && (open.kind === null || open.kind === kind);
    const population = own ?? (fits ? (open.byGroup.get(group) ?? null) : null);
    if (fits) {
      open.kind ??= kind;
      open.used = true;
    }
    rows.push({
      name: part === '' || covered === part ? covered : `${covered}/${part}`,
      group: fits || own !== null ? group : '',
      population,
      planned,
      rate,
      lines: at,
    });
  }
}

function noPopulations(): Populations {
  return { byGroup: new Map(), last: '', kind: null, used: false };
}

/** 被保険者 or 被扶養者; none when the line speaks of both together. */
function groupIn(text: string): Group {
  const named = GROUPS.filter((group) => text.includes(group));
  return named.length === 1 ? (named[0] ?? '') : '';
}

function nameIn(text: string, fallback: string): string {
  const found = COVERED.filter((name) => text.includes(name));
  if (found.includes('二次勧奨') || found.includes('一次勧奨'))
    return `未治療者受診勧奨 ${found.includes('二次勧奨') ? '二次勧奨' : '一次勧奨'}`;
  return found[0] ?? fallback;
}

function number(pattern: RegExp, text: string): string | null {
  const groups = pattern.exec(text)?.groups;
  return groups?.number ?? groups?.yearly ?? null;
}

const isNext = (before: TextLine, line: TextLine): boolean => line.number - before.number <= 3;
