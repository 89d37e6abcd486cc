import type { Indicator, Language, Text } from '../../model/index.ts';
import type { Report, Row } from '../report.ts';

const WORDS = {
  id: { ja: 'ID', en: 'ID' },
  name: { ja: '指標名', en: 'Name' },
  unit: { ja: '単位', en: 'Unit' },
  direction: { ja: '良い方向', en: 'Better' },
  area: { ja: '分野', en: 'Area' },
  none: { ja: '指標はありません。', en: 'No indicators.' },
  aliases: { ja: '別名: ', en: 'Also: ' },
  measures: { ja: '施策: ', en: 'Measure: ' },
} satisfies Record<string, Text>;

const DIRECTIONS: Record<'higher' | 'lower', Text> = { higher: { ja: '高い', en: 'higher' }, lower: { ja: '低い', en: 'lower' } };

const COLUMNS = ['id', 'name', 'aliases', 'unit', 'direction', 'area', 'measures'] as const;

/** Indicators of the catalog; `detailed` adds the other names and the usual measure. */
export function catalogReport(indicators: readonly Indicator[], lang: Language, detailed: boolean): Report {
  return {
    sections: () => [
      {
        heading: null,
        columns: [
          { title: WORDS.id[lang] },
          { title: WORDS.name[lang], flexible: true },
          { title: WORDS.unit[lang] },
          { title: WORDS.direction[lang] },
          { title: WORDS.area[lang] },
        ],
        rows: indicators.map((indicator) => row(indicator, lang, detailed)),
        notes: indicators.length === 0 ? [WORDS.none[lang]] : [],
      },
    ],
    sheet: () => ({
      columns: COLUMNS,
      rows: indicators.map((indicator) => COLUMNS.map((column) => cell(indicator[column]))),
    }),
    data: () => indicators,
    single: detailed && indicators.length === 1,
  };
}

const cell = (value: string | readonly string[] | null) => (typeof value === 'string' || value === null ? value : value.join('; '));

function row({ id, name, unit, direction, area, aliases, measures }: Indicator, lang: Language, detailed: boolean): Row {
  const details = [...aliases.map((alias) => WORDS.aliases[lang] + alias), ...measures.map((measure) => WORDS.measures[lang] + measure)];
  return {
    kind: 'cells',
    cells: [
      { text: id },
      { text: name },
      { text: unit ?? '-' },
      { text: direction === null ? '-' : DIRECTIONS[direction][lang] },
      { text: area ?? '-' },
    ],
    ...(detailed ? { details: details.map((text) => ({ text, tone: 'quiet' as const })) } : {}),
  };
}
