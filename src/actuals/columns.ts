import { fold } from '../source/fold.ts';

export type ColumnKey =
  | 'branch'
  | 'fiscalYear'
  | 'measure'
  | 'indicator'
  | 'target'
  | 'actual'
  | 'unit'
  | 'previous'
  | 'completion'
  | 'newInitiative'
  | 'asOf'
  | 'note'
  | 'bids'
  | 'singleBids';

interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  /** Other headings that people use, Japanese and English. */
  readonly names: readonly string[];
}

/** The columns of the template, in its order. */
export const TEMPLATE_COLUMNS: readonly Column[] = [
  { key: 'branch', title: '支部', names: ['支部名', '組織', 'branch', 'branch name'] },
  { key: 'fiscalYear', title: '年度', names: ['会計年度', '対象年度', '事業年度', 'fiscal year', 'year', 'fy'] },
  {
    key: 'measure',
    title: '施策',
    names: ['施策名', '具体的施策', '具体的施策等', '重点施策', 'measure', 'measures', 'initiative', 'program'],
  },
  {
    key: 'indicator',
    title: '指標',
    names: ['指標名', '評価指標', 'KPI', 'KPI名', 'KPI項目', '項目', 'indicator', 'indicator name', 'metric'],
  },
  { key: 'target', title: '目標', names: ['目標値', 'KPI目標', 'target', 'target value', 'goal'] },
  {
    key: 'actual',
    title: '実績',
    names: ['実績値', '結果', 'KPI結果', 'KPI実績', 'actual', 'actuals', 'actual value', 'result', 'results', 'value'],
  },
  { key: 'unit', title: '単位', names: ['unit', 'units'] },
  {
    key: 'previous',
    title: '前年度実績',
    names: [
      '前年度',
      '前年実績',
      '昨年度実績',
      '前年度実績値',
      '前年度の実績',
      'previous year',
      'previous year actual',
      'previous actual',
      'previous',
      'last year',
      'prior year',
    ],
  },
  {
    key: 'completion',
    title: '計画達成度',
    names: ['計画の達成度', '計画達成', 'completion', 'plan completion', 'completion of the plan'],
  },
  { key: 'newInitiative', title: '新たな取組み', names: ['新たな取組', '新規取組', '新しい取組', 'new initiative', 'new initiatives'] },
  { key: 'asOf', title: '時点', names: ['基準日', '現在', '実績時点', 'as of', 'date'] },
  { key: 'note', title: '備考', names: ['注記', 'メモ', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments'] },
];

/** Read when they are there: 一者応札 is judged by counts when few tenders were held. */
const COUNT_COLUMNS: readonly Column[] = [
  { key: 'bids', title: '入札件数', names: ['一般競争入札件数', '入札の件数', 'bids', 'tenders', 'number of tenders'] },
  {
    key: 'singleBids',
    title: '一者応札件数',
    names: ['一者応札数', '一者応札案件数', '一者応札案件', 'single bids', 'single-bid tenders'],
  },
];

/** `取り組み`, `取組み` and `取組` are one word; case, width, spaces and a remark in parentheses do not count. */
function headingKey(heading: string): string {
  return fold(heading)
    .toLowerCase()
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/取り?組み?/g, '取組')
    .replace(/[\s_\-・.:*※]/g, '');
}

const BY_HEADING: ReadonlyMap<string, ColumnKey> = new Map(
  [...TEMPLATE_COLUMNS, ...COUNT_COLUMNS].flatMap(({ key, title, names }) =>
    [title, ...names].map((name) => [headingKey(name), key] as const),
  ),
);

/** Heading of a column, for messages. */
export const titleOf = (key: ColumnKey): string =>
  [...TEMPLATE_COLUMNS, ...COUNT_COLUMNS].find((column) => column.key === key)?.title ?? key;

/** Which cell of a row holds what. */
export interface Layout {
  readonly at: ReadonlyMap<ColumnKey, number>;
  /** Headings that name a column for the second time; the first is read. */
  readonly repeated: readonly string[];
}

/** Null when the row is no heading row: it must name what is measured and hold a place for what came of it. */
export function readLayout(cells: readonly string[]): Layout | null {
  const at = new Map<ColumnKey, number>();
  const repeated: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const key = BY_HEADING.get(headingKey(cell));
    if (key === undefined) continue;
    if (at.has(key)) repeated.push(cell.trim());
    else at.set(key, index);
  }
  const forKpis = at.has('indicator') && (at.has('actual') || at.has('bids'));
  const forMeasures = at.has('measure') && (at.has('completion') || at.has('newInitiative'));
  return forKpis || forMeasures ? { at, repeated } : null;
}
