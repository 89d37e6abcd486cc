import { ANSWER_ARROW } from '../../catalog/results-report.ts';
import { UNITS } from '../../catalog/units.ts';
import type { Indicator } from '../../model/index.ts';
import type { Figure } from '../figure.ts';
import type { TextLine } from '../lines.ts';
import type { Heading } from '../outline.ts';
import type { Paper, PlacedStatement, RawFinding, RawResult, RawVerdict } from '../paper.ts';
import type { RawStatement } from '../statement.ts';
import { type Answered, answeredByArrows } from './arrows.ts';
import { readGoals } from './goals.ts';
import { cut } from './labels.ts';
import type { Page, Part } from './pages.ts';
import { type Listed, pairResults, readResultList } from './result-list.ts';

/** The KPIs of a report's pages: targets, what came of them, and what could not be paired. */
export class Kpis implements Pick<Paper, 'statements' | 'results' | 'verdicts' | 'findings' | 'unread'> {
  readonly statements: PlacedStatement[] = [];
  readonly results: RawResult[] = [];
  readonly verdicts: RawVerdict[] = [];
  readonly findings: RawFinding[] = [];
  readonly unread: (readonly TextLine[])[] = [];

  constructor(
    /** The lines as they were before they were cut at labels. */
    private readonly whole: (lines: readonly TextLine[]) => TextLine[],
    private readonly resolve: (name: string) => Indicator | null,
  ) {}

  /** Part by part when each target has a part of its own, else all targets of the page and all its results. */
  read({ heading, parts }: Page): void {
    const goals = parts.filter(({ kind }) => kind === 'goal');
    const results = parts.filter(({ kind }) => kind === 'result');
    if (goals.length > 1 && goals.length === results.length) {
      for (const [i, goal] of goals.entries()) this.pair([goal], results.slice(i, i + 1), heading);
    } else if (goals.length + results.length > 0) this.pair(goals, results, heading);
  }

  private pair(goals: readonly Part[], results: readonly Part[], heading: Heading | null): void {
    const [result] = results;
    const rows = tableRows(goals[0], result);
    const behindGoals = results.every(({ lines }) => lines.length === 0) ? goals.flatMap(({ lines }) => lines) : [];
    const answered = answeredByArrows(rows ?? behindGoals);
    if (answered) {
      this.pairAnswered(answered, goals, heading);
      return;
    }
    const columns = rows && columnsOf(rows);
    const aims = readGoals(columns?.goals ?? goals.flatMap(({ lines }) => lines));
    const statements = this.wholeStatements(aims.statements);
    for (const statement of statements) this.statements.push({ statement, heading, appendix: false });
    this.unread.push(...aims.unread.map((lines) => this.whole(lines)));
    if (!aims.none && statements.length + aims.unread.length === 0) this.unread.push(...goals.map(({ label }) => [label]));
    const listed = readResultList(columns?.results ?? results.flatMap(({ lines }) => lines), Math.max(statements.length, 1));
    // `－` and prose answer 設定なし; a figure does not.
    const told = statements.length === 0 ? listed.filter(({ figure }) => figure !== null) : listed;
    const paired = pairResults(statements, told, this.resolve);
    for (const [i, one] of told.entries()) this.result(paired[i] ?? null, one, heading, result?.note ?? null);
    const kpis = statements.filter(({ role }) => role === 'kpi').length;
    if (told.length !== statements.length && told.length !== kpis) this.unpaired(statements, told, [...goals, ...results]);
  }

  /** Each result answers the target in front of its arrow. */
  private pairAnswered({ goals, answers }: Answered, parts: readonly Part[], heading: Heading | null): void {
    const aims = readGoals(goals);
    const statements = this.wholeStatements(aims.statements);
    for (const statement of statements) this.statements.push({ statement, heading, appendix: false });
    this.unread.push(...aims.unread.map((lines) => this.whole(lines)));
    // The last statement on each line.
    const onLine = new Map(aims.statements.flatMap(({ lines }, i) => lines.map((line) => [line, statements[i] ?? null] as const)));
    const open = new Set(statements);
    const told: Listed[] = [];
    for (const { goal, lines } of answers) {
      const statement = onLine.get(goal) ?? null;
      const [listed] = readResultList(lines, 1);
      if (!listed) continue;
      told.push(listed);
      this.result(statement && open.has(statement) ? statement : null, listed, heading, null);
      if (statement) open.delete(statement);
    }
    const unanswered = [...open].some(({ role }) => role === 'kpi');
    if (unanswered || told.length < answers.length || told.length > statements.length) this.unpaired(statements, told, parts);
  }

  private result(statement: RawStatement | null, listed: Listed, heading: Heading | null, note: string | null): void {
    const { figure, beside, verdict } = listed;
    const lines = this.whole(listed.lines);
    const name = statement ? '' : listed.name || (heading?.text ?? '');
    const value = figured(figure);
    this.results.push({ ...value, asOf: value.asOf ?? note, statement, name, text: listed.text, heading, lines });
    for (const other of beside) {
      const owner = { branch: other.nation ? '全国' : null, fiscalYear: other.year };
      this.results.push({ ...figured(other), statement, name, text: other.text, heading, owner, lines });
    }
    if (verdict && statement) this.verdicts.push({ statement, verdict, rubric: 'headquarters', heading, lines });
  }

  private unpaired(statements: readonly RawStatement[], listed: readonly Listed[], parts: readonly Part[]): void {
    const lines = [...parts.map(({ label }) => label), ...statements.flatMap((one) => one.lines), ...listed.flatMap((one) => one.lines)];
    this.findings.push({
      rule: 'result/unpaired',
      severity: 'warning',
      message: (quote) => {
        const quoted = quote.replaceAll('\n', ' / ');
        return {
          ja: `KPI目標は${statements.length}件、KPI結果は${listed.length}件で、対応が分かりません：「${quoted}」`,
          en: `${statements.length} KPI targets and ${listed.length} results: which belong together is not certain: “${quoted}”`,
        };
      },
      lines: this.whole(lines).sort((a, b) => a.number - b.number),
    });
  }

  private wholeStatements(statements: readonly RawStatement[]): RawStatement[] {
    const made = new Map<RawStatement, RawStatement>();
    for (const one of statements) {
      made.set(one, { ...one, lines: this.whole(one.lines), parent: one.parent && (made.get(one.parent) ?? null) });
    }
    return [...made.values()];
  }
}

type Value = Pick<RawResult, 'number' | 'magnitude' | 'unit' | 'asOf' | 'rank' | 'numerator' | 'denominator'>;

function figured(figure: Figure | null): Value {
  if (!figure) return { number: null, magnitude: '', unit: '', asOf: null, rank: null, numerator: null, denominator: null };
  const { number, magnitude, unit, asOf, rank, numerator, denominator } = figure;
  return { number, magnitude, unit, asOf, rank, numerator, denominator };
}

/** A cell that can be a result: `95.1％`, `①100％（達成）`, `－`, `意見発信実施`. */
const CELL = `[①-⑳・●■]?\\s*(?:▲?\\d[\\d,.]*[千万億]?(?:${UNITS.join('|')})?(?:[(]\\S*[)])?|-|\\D{0,12}(?:実施|集計中|開催|達成)(?:済み?|した|なし)?)`;
const ONLY_CELL = new RegExp(`^${CELL}$`);
const LAST_CELL = new RegExp(`\\s(?=${CELL}$)`);

/** `KPI目標 KPI結果` on one line, nothing but an arrow between them, is the head of a table: the rows below it. */
function tableRows(goal: Part | undefined, result: Part | undefined): readonly TextLine[] | null {
  if (!goal || !result || goal.label !== result.label) return null;
  const between = goal.lines.map(({ text, start }) => text.slice(start)).join('');
  return between.replace(ANSWER_ARROW, '') === '' ? result.lines : null;
}

/** Each row holds a target and, in its last cell, the result; or the results stand below the targets. */
function columnsOf(rows: readonly TextLine[]): { goals: TextLine[]; results: TextLine[] } {
  const goals: TextLine[] = [];
  const results: TextLine[] = [];
  for (const line of rows) {
    const text = line.text.slice(line.start).trimEnd();
    const last = LAST_CELL.exec(text);
    const at = ONLY_CELL.test(text) ? line.start : line.start + (last?.index ?? text.length);
    if (at > line.start) goals.push(cut(line, line.start, at));
    if (at < line.start + text.length) results.push(cut(line, at));
  }
  return { goals, results };
}
