import { PAPER_TITLE } from '../../catalog/families.ts';
import { REFERENCE_MARK } from '../../catalog/markers.ts';
import type { Source, Target } from '../../model/index.ts';
import { type Catalog, indicatorKey } from '../../normalize/catalog.ts';
import { place } from '../../score/figures.ts';
import type { Document, Line } from '../../source/document.ts';
import { fold } from '../../source/fold.ts';
import { type CheckedPaper, scopeKey } from '../context.ts';
import { indexOnPage, pageNumbered, placeOfLine } from '../places.ts';
import { Planned } from '../planned.ts';
import type { Rule, Slip } from '../rule.ts';
import { REPORTS } from './result-target.ts';

/** The plan promises `ジェネリック医薬品使用割合`, and the report of the year does not mention it. */
export const resultMissing: Rule = {
  id: 'result/missing',
  severity: 'warning',
  summary: {
    ja: '計画の KPI が、その年度の報告に出てこない',
    en: 'a report does not mention a KPI that was planned for its year',
  },
  explanation: {
    ja: '保存済みの、または同じコマンドに渡した計画のうち、同じ支部・年度の KPI が、報告の目標にも実績にも判定にもなく、名称も本文に見当たらないときに知らせます。計画の KPI の半分以上が載っている報告だけを対象とし（一部のグループだけの資料は対象外）、内訳や参考の行は数えません。年度途中の進捗状況は、載せる KPI を選んでいることがあるので note です。\n例：計画に「協会けんぽのジェネリック医薬品使用割合を 80％以上とする」があり、実施結果報告のどこにもない',
    en: 'Of the plans of the same branch and year, from the store or given to the same command, a KPI is in none of the targets, results and verdicts of the report, and its name is not in its text either. Only reports with at least half of the KPIs planned are judged (a paper of one group is not), and breakdowns and rows for reference do not count. For a progress sheet, which may choose its KPIs, it is a note.\nExample: the plan has 協会けんぽのジェネリック医薬品使用割合を 80％以上とする, and the results report nothing of it',
  },
  *check({ paper, known, catalog }) {
    if (!REPORTS.includes(paper.family) || known.targets.length === 0) return;
    const planned = new Planned(known.targets);
    const mentioned = mentions(paper);
    const text = once(() => plain(paper.document.pages.map(({ lines }) => lines.map((line) => line.text).join('')).join('')));
    const placeFor = once(() => placesIn(paper));
    for (const scope of paper.scopes) {
      const kpis = distinct(planned.of(scope).filter(({ role, marker }) => role === 'kpi' && !REFERENCE_MARK.test(marker)));
      const absent = kpis.filter((target) => keysOf(target).every((key) => !mentioned.has(key)));
      if (absent.length === 0 || absent.length * 2 > kpis.length || absent.length > MOST) continue;
      for (const target of absent) {
        if (!namesOf(target, catalog).some((name) => text().includes(name))) yield slip(target, paper.family, placeFor()(target));
      }
    }
  },
};

/** No report leaves out more of its plan by mistake. */
const MOST = 40;

/** A KPI's branch and year with its name, and with its indicator. */
function keysOf({ branch, fiscalYear, name, indicator }: Pick<Target, 'branch' | 'fiscalYear' | 'name' | 'indicator'>): string[] {
  const scope = `${branch} ${fiscalYear}`;
  return [`${scope} ${indicatorKey(name)}`, ...(indicator === null ? [] : [`${scope} #${indicator}`])];
}

const mentions = ({ records }: CheckedPaper): Set<string> =>
  new Set([...records.targets, ...records.actuals, ...records.verdicts].flatMap(keysOf));

/** The same KPI in several documents counts once. */
function distinct(targets: readonly Target[]): Target[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const keys = keysOf(target);
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !known;
  });
}

/** What the KPI may be called in prose. */
function namesOf({ name, indicator }: Target, catalog: Catalog): string[] {
  const known = indicator === null ? null : catalog.byId(indicator);
  return [name, ...(known ? [known.name, ...known.aliases] : [])].map(plain).filter((one) => one.length >= SHORTEST);
}

/** A shorter alias stands in any text. */
const SHORTEST = 4;

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s、。,.・「」『』【】〔〕[\]()<>《》:]/g, '');

function slip(target: Target, family: CheckedPaper['family'], source: Source): Slip {
  const where = place(target.source);
  return {
    message: {
      ja: `計画（${where.ja}）の KPI「${target.name}」が、この報告に見当たりません。`,
      en: `The KPI “${target.name}” of the plan (${where.en}) is not mentioned in this report.`,
    },
    source,
    ...(family === 'progress' && { severity: 'note' }),
    related: [target.source],
  };
}

/** The title stands within so many lines. */
const HEAD = 30;

/** Where one would stand: behind the KPIs of its measure, else where the report begins. */
function placesIn({ document, records, stretches = [] }: CheckedPaper): (target: Target) => Source {
  const measures = new Map<string, Source>();
  for (const { measure, source, ...scope } of records.targets) if (measure !== null) measures.set(`${scopeKey(scope)} ${measure}`, source);
  const beginnings = new Map<string, Place>();
  for (const stretch of stretches) if (!beginnings.has(scopeKey(stretch))) beginnings.set(scopeKey(stretch), stretch);
  const top = { page: document.pages[0]?.number ?? 1, line: 1 };
  return (target) => measures.get(`${scopeKey(target)} ${target.measure}`) ?? headOf(document, beginnings.get(scopeKey(target)) ?? top);
}

interface Place {
  readonly page: number;
  readonly line: number;
}

/** The title near the beginning of a report, else its first line. */
function headOf(document: Document, { page: number, line: begin }: Place): Source {
  const page = pageNumbered(document, number);
  const printed: Line[] = [];
  const lines = page?.lines ?? [];
  for (let at = Math.max(0, page ? indexOnPage(page, begin) : 0); at < lines.length && printed.length < HEAD; at++) {
    const line = lines[at];
    if (line && line.text.trim() !== '') printed.push(line);
  }
  const line = printed.find(({ text }) => PAPER_TITLE.test(fold(text).replaceAll(' ', ''))) ?? printed[0];
  const place = line ? placeOfLine(line) : { lineStart: begin, lineEnd: begin };
  return { document: document.name, page: number, ...place, quote: line?.text.trim() ?? '' };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
