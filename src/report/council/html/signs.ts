import type { Language } from '../../../model/index.ts';
import { verdictLabel } from '../../labels.ts';
import { type Html, html } from './html.ts';
import { WORDS } from './words.ts';

/** A sign beside the colour: for readers who do not tell the colours apart, and for grey printers. */
const VERDICTS: Readonly<Record<string, { readonly sign: string; readonly tone: string }>> = {
  達成: { sign: '●', tone: 'good' },
  概ね達成: { sign: '▲', tone: 'near' },
  未達成: { sign: '✕', tone: 'bad' },
  達成済み: { sign: '◎', tone: 'good' },
  達成見込み: { sign: '○', tone: 'good' },
  達成困難: { sign: '△', tone: 'bad' },
};

const OTHER = { sign: '－', tone: 'open' };

/** Null is not known. */
export function verdictBadge(verdict: string | null, lang: Language, provisional = false): Html {
  const { sign, tone } = (verdict === null ? null : VERDICTS[verdict]) ?? OTHER;
  return html`<span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${verdict === null ? WORDS.unknown[lang] : verdictLabel(verdict, provisional, lang)}</span>`;
}

export const verdictTone = (verdict: string | null): string => ((verdict === null ? null : VERDICTS[verdict]) ?? OTHER).tone;
