import type { Change, Language, Source, Target, Text } from '../../model/index.ts';
import type { Diff, DiffKind, DiffRow } from '../../score/diff.ts';
import { targetLabel, yearLabel } from '../labels.ts';
import type { Cell, Report, Row, Section, Sheet, Tone } from '../report.ts';

const WORDS = {
  kind: { ja: '変化', en: 'What' },
  name: { ja: '指標', en: 'Indicator' },
  printed: { ja: '文書の記載', en: 'Printed list' },
  silent: { ja: '記載なし', en: 'silent' },
  agrees: { ja: '記載あり', en: 'says so' },
  contradicts: { ja: '記載と違う', en: 'says otherwise' },
  renamed: { ja: '改称', en: 'renamed' },
  was: { ja: '旧称: ', en: 'was: ' },
  none: { ja: 'どちらの年度にも KPI がありません。', en: 'No KPIs in either year.' },
  unmatched: { ja: '変更点の記載にあるが、どちらの年度の目標にもない: ', en: 'printed as a change, but a target of neither year: ' },
} satisfies Record<string, Text>;

const KINDS: Record<DiffKind, Text & { readonly tone: Tone }> = {
  added: { ja: '追加', en: 'added', tone: 'good' },
  removed: { ja: '削除', en: 'removed', tone: 'bad' },
  redefined: { ja: '定義変更', en: 'redefined', tone: 'doubtful' },
  raised: { ja: '引上げ', en: 'raised', tone: 'good' },
  lowered: { ja: '引下げ', en: 'lowered', tone: 'bad' },
  changed: { ja: '変更', en: 'changed', tone: 'doubtful' },
  unchanged: { ja: '同じ', en: 'unchanged', tone: 'quiet' },
};

const PRINTED: Record<Change['kind'], Text> = {
  changed: { ja: '変更', en: 'changed' },
  deleted: { ja: '削除', en: 'deleted' },
  added: { ja: '追加', en: 'added' },
};

/** KPIs of two years or papers, one section a branch. */
export function diffReport(diffs: readonly Diff[], lang: Language): Report {
  return {
    sections: () => diffs.map((diff) => section(diff, lang)),
    sheet: () => sheet(diffs),
    data: () => diffs.map((diff) => ({ ...diff, rows: diff.rows.map((row) => ({ ...row, silent: isSilent(row, diff) })) })),
    single: diffs.length === 1,
  };
}

/** The newer paper lists what it changed, and not this. */
const isSilent = ({ kind, printed }: DiffRow, { hasPrinted }: Diff): boolean => hasPrinted && printed === null && kind !== 'unchanged';

function section(diff: Diff, lang: Language): Section {
  const { branch, before, after, rows, hasPrinted, unmatched } = diff;
  return {
    heading: `${branch} ${yearLabel(before, lang)} → ${yearLabel(after, lang)}`,
    columns: [
      { title: WORDS.kind[lang] },
      { title: WORDS.name[lang], flexible: true },
      { title: yearLabel(before, lang), align: 'right' },
      { title: yearLabel(after, lang), align: 'right' },
      ...(hasPrinted ? [{ title: WORDS.printed[lang] }] : []),
    ],
    rows: rows.map((row) => rowOf(row, diff, lang)),
    notes: [
      rows.length === 0 ? WORDS.none[lang] : tally(rows, lang),
      ...unmatched.map(({ kind, name, source }) => `${WORDS.unmatched[lang]}${PRINTED[kind][lang]} ${name} (${placeOf(source)})`),
    ],
  };
}

const placeOf = ({ document, lineStart }: Source): string => `${document.split('/').at(-1)}:${lineStart}`;

function tally(rows: readonly DiffRow[], lang: Language): string {
  const count = (kind: DiffKind) => rows.filter((row) => row.kind === kind).length;
  const kinds = (Object.keys(KINDS) as DiffKind[]).filter((kind) => count(kind) > 0);
  const renamed = rows.filter((row) => row.renamed).length;
  return [
    ...kinds.map((kind) => `${KINDS[kind][lang]} ${count(kind)}`),
    ...(renamed > 0 ? [`${WORDS.renamed[lang]} ${renamed}`] : []),
  ].join(', ');
}

function rowOf(row: DiffRow, diff: Diff, lang: Language): Row {
  const { kind, renamed, before, after } = row;
  const name = (after ?? before)?.name ?? '';
  const label = (target: Target | null): Cell => ({ text: target === null ? '-' : targetLabel(target, lang) });
  return {
    kind: 'cells',
    cells: [
      {
        text: KINDS[kind][lang] + (renamed ? (lang === 'ja' ? `・${WORDS.renamed.ja}` : `, ${WORDS.renamed.en}`) : ''),
        tone: KINDS[kind].tone,
      },
      { text: name },
      label(before),
      label(after),
      ...(diff.hasPrinted ? [printedCell(row, diff, lang)] : []),
    ],
    details: details(row, lang),
  };
}

function details({ before, after, printed }: DiffRow, lang: Language): Cell[] {
  const lines = [
    ...(before !== null && after !== null && before.name !== after.name ? [WORDS.was[lang] + before.name] : []),
    ...(printed === null ? [] : [`${WORDS.printed[lang]}: ${printedChange(printed)} (${placeOf(printed.source)})`]),
  ];
  return lines.map((text) => ({ text, tone: 'quiet' }));
}

/** In the words of the list. */
const printedChange = ({ from, to, source }: Change): string =>
  from !== null && to !== null ? `${from} → ${to}` : source.quote.replaceAll('\n', '');

function printedCell(row: DiffRow, diff: Diff, lang: Language): Cell {
  if (row.contradicted) return { text: WORDS.contradicts[lang], tone: 'bad' };
  if (row.printed !== null) return { text: WORDS.agrees[lang], tone: 'quiet' };
  return isSilent(row, diff) ? { text: WORDS.silent[lang], tone: 'doubtful' } : { text: '' };
}

const SHEET_COLUMNS = [
  ...['branch', 'from', 'to', 'kind', 'renamed', 'indicator', 'nameBefore', 'nameAfter', 'basisBefore', 'valueBefore', 'unitBefore'],
  ...['basisAfter', 'valueAfter', 'unitAfter', 'printed', 'silent', 'contradicted', 'lineBefore', 'lineAfter'],
];

function sheet(diffs: readonly Diff[]): Sheet {
  const rows = diffs.flatMap((diff) =>
    diff.rows.map((row) => {
      const { kind, renamed, before, after, printed, contradicted } = row;
      const flag = (is: boolean) => (is ? '1' : null);
      const place = (target: Target | null) => (target ? `${target.source.document}:${target.source.lineStart}` : null);
      return [
        ...[diff.branch, String(diff.before), String(diff.after), kind, flag(renamed), (after ?? before)?.indicator ?? null],
        ...[before?.name ?? null, after?.name ?? null, before?.basis ?? null, before?.value?.text ?? null, before?.unit ?? null],
        ...[after?.basis ?? null, after?.value?.text ?? null, after?.unit ?? null, printed?.kind ?? null],
        ...[flag(isSilent(row, diff)), flag(contradicted), place(before), place(after)],
      ];
    }),
  );
  return { columns: SHEET_COLUMNS, rows };
}
