import { hash } from 'node:crypto';
import type {
  Actual,
  Change,
  Coverage,
  Finding,
  GradeRubric,
  Indicator,
  KpiRecord,
  PrintedRubric,
  Rating,
  Target,
  Verdict,
} from '../model/index.ts';
import type { CoverageRow } from '../parse/coverage.ts';
import type { TextLine } from '../parse/lines.ts';
import type { Heading } from '../parse/outline.ts';
import type {
  Paper,
  PlacedStatement,
  RawChange,
  RawFinding,
  RawOwner,
  RawRating,
  RawResult,
  RawRubric,
  RawVerdict,
} from '../parse/paper.ts';
import type { RawStatement } from '../parse/statement.ts';
import { fiscalYearOfLabel } from './as-of.ts';
import { parseBranch } from './branch.ts';
import { type Catalog, indicatorKey } from './catalog.ts';
import { doubtfulNames } from './doubtful.ts';
import { parseFiscalYear } from './fiscal-year.ts';
import { Measures, type Place } from './measure.ts';
import { byPlace, type Likeness, type Owner, sourceOf } from './owner.ts';
import { amountOf, baselineOf, isEarlier, meaningOf, numberOf, unitOf } from './target.ts';
import { type Unread, unreadFindings } from './unread.ts';

/** The records of one paper, in the order of its lines. */
export function recordsOf(paper: Paper, owner: Owner, catalog: Catalog, likeness: Likeness): KpiRecord[] {
  const typing = new Typing(paper, owner, catalog, likeness);
  const targets = paper.statements.map((placed) => typing.target(placed));
  const records: KpiRecord[] = [
    ...targets,
    ...doubtfulNames(targets),
    ...paper.results.map((result) => typing.actual(result)),
    ...paper.verdicts.map((verdict) => typing.verdict(verdict)),
    ...paper.ratings.map((rating) => typing.rating(rating)),
    ...paper.changes.map((change) => typing.change(change)),
    ...paper.rubrics.map((rubric) => typing.rubric(rubric)),
    ...paper.coverage.map((row) => typing.coverage(row)),
    ...paper.findings.map((finding) => typing.finding(finding)),
    ...unreadFindings(paper.unread).map((unread) => typing.unread(unread)),
  ];
  return records.sort(byPlace);
}

class Typing {
  private readonly measures: Measures;
  /** How often an id was given, and the ids by statement and, for the body, by what the statement is about. */
  private readonly given = new Map<string, number>();
  private readonly ids = new Map<RawStatement, string>();
  private readonly bodies = new Map<string, string>();

  constructor(
    paper: Paper,
    private readonly owner: Owner,
    private readonly catalog: Catalog,
    likeness: Likeness,
  ) {
    this.measures = new Measures(paper.headings, likeness);
  }

  target({ statement, heading, appendix, owner }: PlacedStatement): Target {
    const indicator = this.indicator(statement);
    const { branch, branchId, fiscalYear } = this.ownerOf(owner);
    const subject = `${branchId}-${fiscalYear}-${indicator?.id ?? shortHash(indicatorKey(statement.name))}`;
    const id = this.newId(subject);
    this.ids.set(statement, id);
    const duplicateOf = appendix ? (this.bodies.get(subject) ?? null) : null;
    if (!appendix && !this.bodies.has(subject)) this.bodies.set(subject, id);
    const place = this.measures.place(heading, indicator);
    return {
      type: 'target',
      id,
      branch,
      fiscalYear,
      area: place.area,
      measure: place.measure,
      outline: [...place.outline],
      indicator: indicator?.id ?? null,
      name: statement.name,
      marker: statement.mark,
      role: statement.role,
      parentId: statement.parent ? (this.ids.get(statement.parent) ?? null) : null,
      ...meaningOf(statement.promise, statement.name),
      baselines: statement.baselines.map(baselineOf).filter((baseline) => isEarlier(baseline, fiscalYear)),
      conditions: statement.conditions.map((text) => ({ text })),
      ...(statement.asOf !== undefined && { asOf: statement.asOf }),
      duplicateOf,
      source: this.source(statement.lines),
    };
  }

  actual(result: RawResult): Actual {
    const { branch, fiscalYear } = this.ownerOf(result.owner);
    const indicator = (result.statement && this.indicator(result.statement)) ?? this.catalog.resolve(result.known ?? result.name);
    return {
      type: 'actual',
      branch,
      fiscalYear,
      indicator: indicator?.id ?? null,
      name: result.name === '' ? (result.statement?.name ?? '') : result.name,
      value: result.number === null ? null : amountOf(result.number, result.magnitude, result.unit).value,
      unit: unitOf(result.unit) ?? (result.number === null ? null : (indicator?.unit ?? null)),
      text: result.text,
      asOf: result.asOf,
      nationalRank: result.rank === null ? null : Number(result.rank),
      numerator: result.numerator === null ? null : numberOf(result.numerator),
      denominator: result.denominator === null ? null : numberOf(result.denominator),
      ...(result.attainment !== undefined && { attainment: numberOf(result.attainment) }),
      ...(result.statistic && { statistic: true }),
      source: this.source(result.lines),
    };
  }

  verdict({ statement, heading, owner, verdict, rubric, lines }: RawVerdict): Verdict {
    const { branch, fiscalYear } = this.ownerOf(owner);
    const indicator = this.indicator(statement);
    const { area, measure } = this.measures.place(heading, indicator);
    const { name } = statement;
    return {
      type: 'verdict',
      branch,
      fiscalYear,
      area,
      measure,
      indicator: indicator?.id ?? null,
      name,
      verdict,
      rubric,
      source: this.source(lines),
    };
  }

  rating({ heading, number = null, group = null, grade, rubric, importance, difficulty, owner, lines }: RawRating): Rating {
    const { branch, fiscalYear } = this.ownerOf(owner);
    return {
      type: 'rating',
      branch,
      fiscalYear,
      area: this.placeOf(heading).area,
      number,
      measure: heading.text,
      group,
      grade,
      rubric,
      ...(importance !== undefined && { importance }),
      ...(difficulty !== undefined && { difficulty }),
      source: this.source(lines),
    };
  }

  change({ kind, name, from, to, lines }: RawChange): Change {
    const { branch, fiscalYear } = this.owner;
    return { type: 'change', branch, fiscalYear, kind, name, from, to, source: this.source(lines) };
  }

  rubric({ rows, sameAs, lines }: RawRubric): PrintedRubric {
    const { branch, fiscalYear } = this.owner;
    const source = this.source(lines);
    const title = {
      ja: `印刷された自己評価判定基準（${branch} ${fiscalYear}年度）`,
      en: `self-rating rubric as printed (${branch}, FY${fiscalYear})`,
    };
    const grades = [...new Set(rows.map(({ grade }) => grade))];
    const rubric: GradeRubric = { kind: 'grades', id: 'printed', title, source: source.document, grades, rows: [...rows] };
    return { type: 'rubric', branch, fiscalYear, sameAs, rubric, source };
  }

  coverage(row: CoverageRow): Coverage {
    const number = (text: string | null) => (text === null ? null : numberOf(text));
    const { branch, fiscalYear } = this.owner;
    const { name, group } = row;
    const [population, planned, rate] = [number(row.population), number(row.planned), number(row.rate)];
    return { type: 'coverage', branch, fiscalYear, name, group, population, planned, rate, source: this.source(row.lines) };
  }

  finding({ rule, severity, message, marks, computation, lines }: RawFinding): Finding {
    const source = this.source(lines);
    const about = { ...(marks && { marks: [...marks] }), ...(computation !== undefined && { computation }) };
    return { type: 'finding', rule, severity, message: message(source.quote), ...about, source };
  }

  unread({ passages, ...raw }: Unread): Finding {
    if (passages === undefined) return this.finding(raw);
    // Of all that stand in a row, the first is quoted.
    const source = { ...this.source(raw.lines), quote: this.source(raw.lines.slice(0, 1)).quote };
    const { rule, severity, message } = raw;
    return { type: 'finding', rule, severity, message: message(source.quote), passages, source };
  }

  /** A name under a group line is that group's: `○被扶養者` / `特定健康診査 受診率`. */
  private indicator({ name, known, group }: RawStatement): Indicator | null {
    if (known !== undefined) return this.catalog.resolve(known);
    return (group === '' ? null : this.catalog.resolve(`${group}の${name}`)) ?? this.catalog.resolve(name);
  }

  private placeOf(heading: Heading): Place {
    return this.measures.place(heading, null);
  }

  private ownerOf(raw: RawOwner | undefined): Owner {
    const branch = raw?.branch ? parseBranch(raw.branch) : null;
    const { owner } = this;
    const year = raw?.fiscalYear ?? null;
    const fiscalYear = year === null ? null : (parseFiscalYear(year) ?? fiscalYearOfLabel(year, owner.fiscalYear));
    return {
      ...owner,
      branch: branch?.name ?? owner.branch,
      branchId: branch?.id ?? owner.branchId,
      fiscalYear: fiscalYear ?? owner.fiscalYear,
    };
  }

  private newId(subject: string): string {
    const count = (this.given.get(subject) ?? 0) + 1;
    this.given.set(subject, count);
    return count === 1 ? subject : `${subject}~${count}`;
  }

  private source(lines: readonly TextLine[]) {
    return sourceOf(lines, this.owner.document);
  }
}

/** For an indicator that the catalog does not know: six hexadecimal digits of its folded name. */
function shortHash(text: string): string {
  return hash('sha256', text).slice(0, 6);
}
