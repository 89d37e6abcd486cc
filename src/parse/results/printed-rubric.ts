import { numberingAt } from '../../catalog/numbering.ts';
import { COMPLETION_WORDS, INITIATIVE_WORDS, OUTCOME_WORDS, RUBRIC_HEAD, RUBRIC_TITLE } from '../../catalog/results-report.ts';
import { BRANCH } from '../../catalog/rubrics/branch.ts';
import type { Completion, GradeRow, KpiOutcome } from '../../model/index.ts';
import type { TextLine } from '../lines.ts';
import type { RawFinding, RawRubric } from '../paper.ts';
import { passage } from '../passage.ts';

/** A row of a printed rubric as one combination of axes. */
interface PrintedRow {
  readonly grade: string;
  readonly kpi: KpiOutcome | null;
  readonly newInitiative: boolean | null;
  readonly completion: Completion | null;
  readonly lines: readonly TextLine[];
}

/** A row's wrapped cells stand on few lines: `S` / `達成し、伸び幅などが対前` / `年度を上回った` / `計画通りに実施し、効果的な` / `結果が得られた`. */
const LONGEST_ROW = 8;
const LONGEST_CELL = 30;

/**
 * The 自己評価判定基準 that a report prints, as a rubric; and a finding that quotes what is not as in the built-in one of the branches, or
 * what could not be read.
 */
export function readRubric(lines: readonly TextLine[]): Printed {
  const printed = printedRows(lines);
  const title = lines.filter((line) => RUBRIC_TITLE.test(compact(line)));
  const limits = title.length > 0 ? lines.filter((line) => LIMIT.test(compact(line))) : [];
  if (printed.length === 0 && limits.length > 1)
    return { rubric: null, other: true, findings: [byAttainment([...title.slice(0, 1), ...limits])] };
  if (printed.length === 0) return { rubric: null, other: false, findings: title.slice(0, 1).map((line) => differs([line], false)) };
  const rows = printed.flatMap((row) => rowsOf(row, printed));
  const readable = rows.length === printed.length;
  const wrong = printed.filter((row) => gradeOf(row) !== row.grade);
  const said = printed.flatMap((row) => row.lines);
  const same = wrong.length === 0 && isComplete(printed);
  const heads = lines.filter((line) => headOf(compact(line)) !== null);
  const quoted = [...new Set([...title, ...heads, ...said])].sort((a, b) => a.number - b.number);
  return {
    other: readable && !same,
    rubric: readable ? { rows, sameAs: same ? BRANCH.id : null, lines: quoted } : null,
    findings: same ? [] : [differs(wrong.length > 0 ? wrong.flatMap((row) => row.lines) : said, readable)],
  };
}

interface Printed {
  readonly rubric: RawRubric | null;
  /** It is not the built-in one of the branches: ratings by it do not stand beside that one's. */
  readonly other: boolean;
  readonly findings: readonly RawFinding[];
}

/** A grade by attainment alone, which says nothing of the plan: `A 目標値の100％以上達成`. */
const LIMIT = /^[SABCD][:=]?[^。]{0,20}\d+(?:\.\d+)?%(?:以上|未満|超)/;

function byAttainment(lines: readonly TextLine[]): RawFinding {
  return {
    rule: 'rubric/differs',
    severity: 'note',
    message: (quote) => ({
      ja: `印刷された評価基準は達成度だけによるもので、組み込みの基準「${BRANCH.title.ja}」とは別のものです：「${quote}」。評価は組み込みの基準とは比べません。`,
      en: `The printed rubric goes by attainment alone, and is not the built-in one (${BRANCH.title.en}): “${quote}”. Its ratings are not set beside those of the built-in one.`,
    }),
    lines,
  };
}

/** Every grade of the tables that are printed, those with KPIs and those without. */
function isComplete(printed: readonly PrintedRow[]): boolean {
  const tables = new Set(printed.map(({ kpi }) => kpi === 'none'));
  return BRANCH.rows.every(({ grade, kpi }) => {
    const without = kpi?.includes('none') ?? false;
    return !tables.has(without) || printed.some((row) => row.grade === grade && (row.kpi === 'none') === without);
  });
}

/** A printed row as one of a rubric; none when one of its cells could not be read. */
function rowsOf({ grade, kpi, newInitiative, completion }: PrintedRow, printed: readonly PrintedRow[]): GradeRow[] {
  if (kpi === null || completion === null || (kpi === 'none' && newInitiative === null)) return [];
  if (kpi === 'none') return [{ grade, kpi: [kpi], newInitiative: newInitiative ?? false, completion: [completion] }];
  if (kpi !== 'met') return [{ grade, kpi: [kpi], completion: [completion] }];
  // What falls short of what a better row adds to this one is still in it.
  const more = completion === 'as_planned' && printed.some((row) => row.kpi === 'exceeded' && row.completion === 'effective');
  return [{ grade, kpi: ['exceeded', 'met'], completion: more ? ['as_planned', 'effective'] : [completion] }];
}

function differs(lines: readonly TextLine[], readable: boolean): RawFinding {
  const [ja, en] = readable
    ? ['評価はこの印刷された基準のものとして扱います（--rubric printed）。', 'Ratings are taken by the printed one (--rubric printed).']
    : ['読み取れないので、評価は組み込みの基準で扱います。', 'It could not be read, so ratings are taken by the built-in one.'];
  return {
    rule: 'rubric/differs',
    severity: 'note',
    message: (quote) => ({
      ja: `印刷された評価基準は組み込みの基準「${BRANCH.title.ja}」と同じではありません：「${quote}」。${ja}`,
      en: `The printed rubric is not the built-in one (${BRANCH.title.en}): “${quote}”. ${en}`,
    }),
    lines,
  };
}

function gradeOf(row: PrintedRow): string | null {
  return BRANCH.rows.find((built) => fits(built, row))?.grade ?? null;
}

const fits = (built: GradeRow, { kpi, newInitiative, completion }: PrintedRow): boolean =>
  kpi !== null &&
  completion !== null &&
  (built.kpi?.includes(kpi) ?? true) &&
  (built.completion?.includes(completion) ?? true) &&
  (built.newInitiative === undefined || built.newInitiative === newInitiative);

function printedRows(lines: readonly TextLine[]): PrintedRow[] {
  const rows: PrintedRow[] = [];
  let table: 'kpi' | 'newInitiative' | null = null;
  let grade = '';
  let cells: TextLine[] = [];
  for (const line of lines) {
    const text = compact(line);
    const head = headOf(text);
    const opening = /^([SABCD])(?:\s|$)/.exec(line.text.slice(line.start))?.[1];
    if (head || opening !== undefined || /^【/.test(text) || cells.length > LONGEST_ROW) flush();
    if (head) table = head;
    else if (table && opening !== undefined) {
      grade = opening;
      cells = [line];
    } else if (table && /^【/.test(text)) table = null;
    else if (cells.length > 0 && isCell(line, text)) cells.push(line);
  }
  flush();
  return rows;

  function flush(): void {
    if (table && cells.length > 0) rows.push(rowOf(table, grade, cells));
    cells = [];
  }
}

/** A cell that wrapped is short; what follows the table is numbered, or a title. */
const isCell = (line: TextLine, text: string): boolean =>
  text.length <= LONGEST_CELL && !RUBRIC_TITLE.test(text) && numberingAt(line.text, line.start) === null;

function headOf(text: string): 'kpi' | 'newInitiative' | null {
  if (!RUBRIC_HEAD.completion.test(text)) return null;
  if (RUBRIC_HEAD.kpi.test(text)) return 'kpi';
  return RUBRIC_HEAD.newInitiative.test(text) ? 'newInitiative' : null;
}

/** Cells that wrapped or interleaved are told by their words alone. */
function rowOf(table: 'kpi' | 'newInitiative', grade: string, lines: readonly TextLine[]): PrintedRow {
  const { text } = passage(lines.map((line) => ({ line, from: line.start })));
  const said = <T>(words: readonly (readonly [T, RegExp])[]): T | null => words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return {
    grade,
    kpi: table === 'kpi' ? said<KpiOutcome>(OUTCOME_WORDS) : 'none',
    newInitiative: table === 'kpi' ? null : said<boolean>(INITIATIVE_WORDS),
    completion: said<Completion>(COMPLETION_WORDS),
    lines,
  };
}

const compact = (line: TextLine): string => line.text.slice(line.start).replaceAll(' ', '');
