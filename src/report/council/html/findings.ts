import type { Finding, KpiRecord, Language, Severity } from '../../../model/index.ts';
import { aside, quantity, SEVERITIES, targetLabel, yearLabel } from '../../labels.ts';
import type { CouncilData } from '../data.ts';
import type { Anchors } from './anchors.ts';
import { EMPTY, type Html, html } from './html.ts';
import { WORDS } from './words.ts';

const SIGNS: Readonly<Record<Severity, { readonly sign: string; readonly tone: string }>> = {
  error: { sign: '✕', tone: 'bad' },
  warning: { sign: '▲', tone: 'near' },
  note: { sign: 'ｉ', tone: 'open' },
};

/** What `kpi check` finds in the documents of the report. */
export function findingTable(findings: readonly Finding[], anchors: Anchors, lang: Language): Html {
  const rows = findings.map((finding, index) => {
    const { sign, tone } = SIGNS[finding.severity];
    const id = `f${index + 1}`;
    return html`<tr id="${id}"><td><span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${SEVERITIES[finding.severity][lang]}</span><td>${finding.message[lang]} <code>${finding.rule}</code><td>${anchors.link(id, finding.source)}</tr>`;
  });
  const table = html`<table><thead><tr><th scope="col">${WORDS.severity[lang]}<th scope="col">${WORDS.finding[lang]}<th scope="col">${WORDS.source[lang]}</tr></thead><tbody>${rows}</tbody></table>`;
  return html`<section id="findings"><h2>${WORDS.findings[lang]}</h2>${findings.length === 0 ? html`<p>${WORDS.noFindings[lang]}` : table}</section>`;
}

/** Records that stand in no other table, so that each sentence read leads somewhere. */
export function otherRecords({ originals, targets }: CouncilData, anchors: Anchors, lang: Language): Html {
  const shown = new Set(targets.map(({ id }) => id));
  const others = originals.flatMap(({ records }) =>
    records.filter(
      (record) =>
        record.type !== 'finding' &&
        !(record.type === 'target' && shown.has(record.id) && record.duplicateOf === null) &&
        anchors.at(record.source.document, record.source.page, record.source.lineStart) === null,
    ),
  );
  if (others.length === 0) return EMPTY;
  return html`<section id="others"><h2>${WORDS.others[lang]}</h2><p class="help">${WORDS.othersHelp[lang]}</p><details><summary>${others.length}</summary><table><thead><tr><th scope="col">${WORDS.kind[lang]}<th scope="col">${WORDS.branch[lang]}<th scope="col">${WORDS.record[lang]}<th scope="col">${WORDS.source[lang]}</tr></thead><tbody>
${others.map((record, index) => otherRow(record, `o${index + 1}`, anchors, lang))}</tbody></table></details></section>`;
}

function otherRow(record: KpiRecord, id: string, anchors: Anchors, lang: Language): Html {
  const [kind, says] = inWords(record, lang);
  const whose = record.type === 'finding' ? '' : `${record.branch} ${yearLabel(record.fiscalYear, lang)}`;
  return html`<tr id="${id}"><td>${kind}<td>${whose}<td>${says}<td>${anchors.link(id, record.source)}</tr>`;
}

function inWords(record: KpiRecord, lang: Language): readonly [kind: string, says: string] {
  const ja = lang === 'ja';
  switch (record.type) {
    case 'target':
      return [ja ? '目標' : 'target', `${record.name} ${targetLabel(record, lang)}`];
    case 'actual':
      return [ja ? '実績' : 'actual', `${record.name} ${record.asOf === null ? record.text : aside(record.text, record.asOf, lang)}`];
    case 'coverage': {
      const { name, group, planned, population, rate } = record;
      const people = (value: typeof planned) => quantity(value, null, lang);
      return [
        ja ? '対象者数' : 'coverage',
        `${name} ${group} ${people(planned)} / ${people(population)}${rate === null ? '' : ` (${rate.text}%)`}`,
      ];
    }
    case 'rating':
      return [ja ? '自己評価' : 'rating', `${record.measure} ${record.grade}`];
    case 'verdict':
      return [ja ? '判定' : 'verdict', `${record.name} ${record.verdict}`];
    case 'change':
      return [ja ? '変更' : 'change', [record.name, record.from, record.to].filter((part) => part !== null).join(' → ')];
    case 'effort':
      return [ja ? '取組み' : 'effort', record.measure];
    case 'rubric':
      return [ja ? '評価基準' : 'rubric', record.source.quote];
    default:
      return [record.type, record.source.quote];
  }
}
