import { visible } from '../../visible.ts';

/** Markup that is safe to print. Only `html` and `raw` make it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | readonly Part[];

/** A document's text is escaped wherever it stands, and cannot run. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + printed(parts[index - 1] ?? null) + string));
}

/** The project's own style and script. */
export const raw = (text: string): Html => new Html(text);

export const EMPTY = new Html('');

function printed(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escaped(part) : part.map(printed).join('');
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
