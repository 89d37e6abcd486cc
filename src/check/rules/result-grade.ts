import { BRANCH } from '../../catalog/rubrics/branch.ts';
import { IAA } from '../../catalog/rubrics/iaa.ts';
import { Decimal, type GradeRubric, type PrintedRubric, type Rating, type Source, type Text } from '../../model/index.ts';
import { type KpiScore, scoreKpi } from '../../score/kpi.ts';
import { scoreMeasure } from '../../score/measure.ts';
import { measureKey } from '../../score/score.ts';
import type { Document } from '../../source/document.ts';
import { type CheckContext, scopeKey } from '../context.ts';
import { historyOf, judged, type ReportedKpi, reportedKpis } from '../reported.ts';
import type { Rule, Slip } from '../rule.ts';
import { lastUpTo } from '../search.ts';

/** `自己評価 A` of a measure one of whose KPIs is missed. */
export const resultGrade: Rule = {
  id: 'result/grade',
  severity: 'error',
  summary: {
    ja: '印字された評価（S〜C、S〜D）が、KPI の結果からは評価基準上ありえない',
    en: 'a printed grade (S to C, S to D) is impossible by the rubric, given the results of the KPIs',
  },
  explanation: {
    ja: '支部の実施結果報告では、施策の KPI がすべて達成なら S か A、一つでも未達成なら B か C です（計画達成度と新たな取組みは報告に書かれないので、どちらもありうるものとして扱います）。報告に印刷された判定基準による判定なら error、印刷されていなければ組み込みの支部の基準で warning、印刷された基準が読み取れなければ判定しません。伸び幅だけが問題になる S は note です。独立行政法人の報告では、対計画値（120％以上 A、100％以上 B、80％以上 C、それ未満 D）の最も良い KPI より良い評定は、困難度「高」による一段階の引上げを見込んでも届かないとき warning、最も悪い KPI より悪い評定は note です。数値でない KPI のある施策、読み取れなかった KPI のある施策は判定しません。\n例：KPI 2件のうち1件が未達成の施策に「A」→ B か C',
    en: 'In a results report of a branch a measure is S or A when all its KPIs are met, and B or C when one is not (how far the plan was carried out, and whether there was a new initiative, such reports do not say: both are taken as possible). An error by the rubric that the report prints, a warning by the built-in one of the branches where it prints none, nothing where the printed one could not be read. S with no growth is a note. In a report of an independent administrative agency a grade better than its best KPI allows by 対計画値 (A from 120 %, B from 100 %, C from 80 %, D below), even with one step up for 困難度 高, is a warning; one worse than its worst KPI a note. Measures with KPIs that are no numbers, or that could not be read, are left alone.\nExample: A for a measure one of whose two KPIs is missed → B or C',
  },
  *check(context) {
    const { ratings } = context.paper.records;
    if (ratings.length === 0) return;
    const agency = isAgency(context.paper.document);
    const measures = byMeasure(reportedKpis(context.paper.records));
    const hasUnread = unreadIn(context);
    const branchRubric = branchRubrics(context);
    for (const rating of ratings) {
      const kpis = measures.get(keyOf(rating)) ?? [];
      if (kpis.length === 0 || kpis.length > MOST || hasUnread([...kpis.map(({ target }) => target.source), rating.source])) continue;
      const own = rating.rubric === IAA.id ? null : branchRubric(rating);
      const slip = own
        ? byRubric(rating, kpis, own, context)
        : rating.rubric === IAA.id && agency
          ? byAttainment(rating, kpis, context)
          : null;
      if (slip) yield slip;
    }
  },
};

/** No measure has more KPIs; those of a text that stands there many times would mix. */
const MOST = 60;

const keyOf = ({
  branch,
  fiscalYear,
  measure,
}: {
  readonly branch: string;
  readonly fiscalYear: number;
  readonly measure: string | null;
}) => `${branch} ${fiscalYear} ${measureKey(measure ?? '')}`;

/** Measures of one name in several areas are not told apart, and so not judged: their KPIs would mix. */
function byMeasure(kpis: readonly ReportedKpi[]): Map<string, ReportedKpi[]> {
  const measures = new Map<string, ReportedKpi[]>();
  for (const kpi of kpis) {
    const { measure, name, role } = kpi.target;
    if (role !== 'kpi') continue;
    // A table without measures grades each KPI.
    const key = keyOf({ ...kpi.target, measure: measure ?? name });
    const same = measures.get(key);
    if (same) same.push(kpi);
    else measures.set(key, [kpi]);
  }
  return measures;
}

interface OwnRubric {
  readonly rubric: GradeRubric;
  /** The report prints it. */
  readonly printed: boolean;
}

/** The table that the report prints; else the usual one of the branches, unless the report prints one that could not be read. */
function branchRubrics({ paper: { family, records } }: CheckContext): (rating: Rating) => OwnRubric | null {
  const printed = new Map<string, PrintedRubric>();
  for (const rubric of records.rubrics) if (!printed.has(scopeKey(rubric))) printed.set(scopeKey(rubric), rubric);
  const differs = records.findings.some(({ rule }) => rule === 'rubric/differs');
  return (rating) => {
    const own = printed.get(scopeKey(rating));
    if (own) return { rubric: own.sameAs === BRANCH.id ? BRANCH : own.rubric, printed: true };
    return rating.rubric !== BRANCH.id || family !== 'results' || differs ? null : { rubric: BRANCH, printed: false };
  };
}

/** Another body's S to D, or A to D, need not be theirs. */
const isAgency = ({ pages }: Document): boolean =>
  pages.some(({ lines }) => lines.some(({ text }) => AGENCY_WORDS.some((word) => text.includes(word))));

const AGENCY_WORDS = ['独立行政法人', '主務大臣', '中期目標', '困難度'];

const UNREAD = new Set(['target/unread', 'result/unpaired', 'actual/missing', 'actual/unread']);

/** A KPI of the measure may be among what the reader could not read between its first target and its grade. */
function unreadIn({ paper }: CheckContext): (places: readonly Source[]) => boolean {
  const unread = paper.records.findings.filter(({ rule }) => UNREAD.has(rule)).sort((a, b) => a.source.lineStart - b.source.lineStart);
  const starts = unread.map(({ source }) => source.lineStart);
  /** How far those reach that begin no later. */
  const ends: number[] = [];
  for (const { source } of unread) ends.push(Math.max(ends.at(-1) ?? 0, source.lineEnd));
  return (places) => {
    const from = Math.min(...places.map(({ lineStart }) => lineStart)) - MARGIN;
    const to = Math.max(...places.map(({ lineEnd }) => lineEnd)) + MARGIN;
    const last = lastUpTo(starts, to);
    return (starts[last] ?? Number.POSITIVE_INFINITY) <= to && from <= (ends[last] ?? 0);
  };
}

const MARGIN = 3;

function byRubric(rating: Rating, kpis: readonly ReportedKpi[], { rubric, printed }: OwnRubric, { catalog }: CheckContext): Slip | null {
  const scores = kpis.map((kpi) => scoreKpi(kpi.target, historyOf(kpi), rubric, catalog));
  const { measure, grade } = rating;
  const { possible } = scoreMeasure({ area: null, measure, kpis: scores, efforts: [], published: grade }, rubric);
  if (possible.length === 0 || possible.includes(grade)) return null;
  const growth = grade === 'S' && possible.includes('A');
  const told = outcomes(scores);
  return {
    message: {
      ja: `「${measure}」の自己評価は ${grade} ですが、${told.ja}なので、評価基準では ${possible.join(' か ')} です。`,
      en: `“${measure}” is rated ${grade}, but ${told.en}: by the rubric it is ${possible.join(' or ')}.`,
    },
    source: rating.source,
    severity: growth ? 'note' : printed ? 'error' : 'warning',
    marks: [grade],
    computation: scores.map(({ kpi }) => kpi.reasons[0]?.en ?? kpi.name).join('; '),
    related: sourcesOf(kpis),
  };
}

function outcomes(scores: readonly KpiScore[]): Text {
  const names = (outcome: KpiScore['outcome']) =>
    scores.filter((score) => score.outcome === outcome).map(({ target }) => `「${target.name}」`);
  const missed = names('missed');
  if (missed.length > 0)
    return { ja: `${missed.join('')}が未達成`, en: `${missed.join(', ')} ${missed.length > 1 ? 'are' : 'is'} not met` };
  return { ja: 'KPI はすべて達成（伸び幅は前年度を上回っていない）', en: 'its KPIs are met without growth above the year before' };
}

const sourcesOf = (kpis: readonly ReportedKpi[]): Source[] =>
  kpis.flatMap(({ target, actuals }) => actuals.filter(({ fiscalYear }) => fiscalYear === target.fiscalYear).map(({ source }) => source));

const GRADES = IAA.verdicts.map(({ verdict }) => verdict);

/** 評定 of 独立行政法人 by 対計画値. */
function byAttainment(rating: Rating, kpis: readonly ReportedKpi[], { catalog }: CheckContext): Slip | null {
  const at = GRADES.indexOf(rating.grade);
  const attainments = kpis.map((kpi) => attainmentOf(kpi, catalog));
  const known = attainments.filter((one) => one !== null);
  if (at < 0 || known.length < kpis.length || known.length === 0) return null;
  const places = known.map(gradeOf);
  const best = Math.min(...places);
  const worst = Math.max(...places);
  const raised = /高/.test(rating.difficulty ?? '') ? 1 : 0;
  const range = GRADES.slice(best === A ? 0 : best, worst + 1).join(' か ');
  if (at >= (best === A ? 0 : best - raised) && at <= worst) return null;
  const list = known.map((one) => `${one} %`).join(', ');
  return {
    message: {
      ja: `「${rating.measure}」の評定は ${rating.grade} ですが、対計画値 ${list.replaceAll(' %', '％').replaceAll(', ', '、')} からは ${range} です。`,
      en: `“${rating.measure}” is graded ${rating.grade}, but an attainment of ${list} is ${range.replaceAll(' か ', ' or ')}.`,
    },
    source: rating.source,
    severity: at > worst ? 'note' : 'warning',
    marks: [rating.grade],
    computation: list,
    related: sourcesOf(kpis),
  };
}

const A = GRADES.indexOf('A');

/** As printed, or as target and result make it; null for a KPI that has no such number. */
function attainmentOf(kpi: ReportedKpi, catalog: CheckContext['catalog']): Decimal | null {
  const one = judged(kpi, catalog);
  if (!one?.sure) return one?.result.attainment ?? null;
  return one.attainment ?? one.result.attainment ?? null;
}

/** The place of the grade that an attainment alone gives; S is for people to find. */
function gradeOf(attainment: Decimal): number {
  const place = IAA.verdicts.findIndex(
    ({ atLeast, judged }) => !judged && (atLeast === undefined || attainment.compare(Decimal.of(atLeast)) >= 0),
  );
  return place < 0 ? GRADES.length - 1 : place;
}
