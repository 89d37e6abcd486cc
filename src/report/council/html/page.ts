import { hash } from 'node:crypto';
import type { Language, Score } from '../../../model/index.ts';
import { groupBy } from '../../../source/group-by.ts';
import { yearLabel } from '../../labels.ts';
import { type CouncilData, isNational } from '../data.ts';
import { createAnchors } from './anchors.ts';
import script from './client.js?raw';
import { findingTable, otherRecords } from './findings.ts';
import { front } from './front.ts';
import { heat } from './heat.ts';
import { EMPTY, type Html, html, raw } from './html.ts';
import { bulletKey, type MeasureContext, measureTables } from './measures.ts';
import { sourceView } from './source.ts';
import sheet from './style.css?raw';
import { hasLine, trendFigure, trendKey } from './trend.ts';
import { WORDS } from './words.ts';

/** One file that opens anywhere: nothing in it is loaded, and only its own style and script run. */
export function councilPage(data: CouncilData, lang: Language): string {
  const withSources = new Set(data.originals.filter(({ pages }) => pages !== null).map(({ name }) => name));
  const anchors = createAnchors(withSources);
  const context: MeasureContext = {
    targets: new Map(data.targets.map((target) => [target.id, target])),
    trends: data.trends,
    anchors,
    withReasons: !isNational(data),
    lang,
  };
  const branches = data.scores.map(({ branch }) => branch);
  const drawn = data.trends.filter(hasLine);
  // In this order: what stands above is linked from the sentences below.
  const sections = [
    front(data, lang),
    heat(data.comparisons, branches, lang),
    html`<section id="measures"><h2>${WORDS.measures[lang]}</h2>${verdictFilter(data, lang)}${bulletKey(lang)}${data.scores.map((score) => branchSection(score, context, data))}</section>`,
    drawn.length === 0
      ? EMPTY
      : html`<section id="trends"><h2>${WORDS.trends[lang]}</h2>${trendKey(lang)}<div class="trends">${drawn.map((trend, index) => trendFigure(trend, index, anchors, lang))}</div></section>`,
    findingTable(data.findings, anchors, lang),
    otherRecords(data, anchors, lang),
  ];
  const all = [...sections, sourceView(data.originals, anchors, lang)];
  return `${document(data, all, lang).text}\n`;
}

function branchSection(score: Score, context: MeasureContext, data: CouncilData): Html {
  const areas = [...groupBy(score.kpis, ({ area }) => area ?? '－')];
  return html`<section class="branch" id="b-${score.branch}">${isNational(data) ? html`<h3>${score.branch}</h3>` : EMPTY}
${areas.map(([area, kpis]) => html`<div class="area"><p class="area-name">${area}</p>${measureTables({ ...score, kpis }, context)}</div>`)}</section>`;
}

function verdictFilter({ scores }: CouncilData, lang: Language): Html {
  const verdicts = [...new Set(scores.flatMap(({ kpis }) => kpis.map(({ verdict }) => verdict)))];
  if (verdicts.length < 2) return EMPTY;
  return html`<p class="controls"><label>${WORDS.filterVerdict[lang]} <select id="verdict"><option value="*">${WORDS.all[lang]}${verdicts.map((verdict) => html`<option value="${verdict ?? ''}">${verdict ?? WORDS.unknown[lang]}`)}</select></label></p>`;
}

/** On a narrow screen a KPI's cells stand below each other, each with its column's title. */
function cellTitles(lang: Language): string {
  const titles = [WORDS.target, WORDS.actual, WORDS.previous, WORDS.attainment, WORDS.verdict, WORDS.chart, WORDS.source];
  return titles.map((title, index) => `.kpis td:nth-child(${index + 2}){--title:"${title[lang]}"}`).join('');
}

const sha = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

function document(data: CouncilData, sections: readonly Html[], lang: Language): Html {
  const title = titleOf(data, lang);
  const style = sheet + cellTitles(lang);
  const policy = `default-src 'none'; style-src ${sha(style)}; script-src ${sha(script)}; base-uri 'none'; form-action 'none'`;
  const made = `${WORDS.rubric[lang]}: ${data.rubric}　${WORDS.madeOn[lang]} ${data.madeOn}　kpi ${data.version}`;
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${raw(style)}</style></head>
<body><a class="skip" href="#main">${WORDS.skip[lang]}</a><header><h1>${title}</h1><p>${made}</p><button type="button" id="theme">${WORDS.theme[lang]}</button></header>
<nav aria-label="${WORDS.contents[lang]}"><ul>${contents(sections, lang)}</ul></nav>
<main id="main">${sections}</main><script>${raw(script)}</script></body></html>`;
}

function titleOf(data: CouncilData, lang: Language): string {
  const [only] = data.scores;
  const whose = isNational(data) || !only ? WORDS.national[lang] : lang === 'ja' ? `${only.branch}支部` : only.branch;
  return `${whose} ${yearLabel(data.fiscalYear, lang)} ${WORDS.title[lang]}`;
}

/** The sections that are there. */
function contents(sections: readonly Html[], lang: Language): Html[] {
  const titles = { summary: WORDS.summary, heat: WORDS.heat, measures: WORDS.measures, trends: WORDS.trends };
  const more = { findings: WORDS.findings, others: WORDS.others, sources: WORDS.sources };
  return Object.entries({ ...titles, ...more }).flatMap(([id, text]) =>
    sections.some((section) => section.text.startsWith(`<section id="${id}"`)) ? [html`<li><a href="#${id}">${text[lang]}</a>`] : [],
  );
}
