import type { Source } from '../../../model/index.ts';
import { type Html, html } from './html.ts';

/** Links between records and the sentences that they come from, both ways. */
export interface Anchors {
  /** A link from the row with that id to the sentence, and back. */
  link(row: string, source: Source): Html;
  /** The id of the line where that source begins, and the rows that link to it. */
  at(document: string, page: number, line: number): { readonly id: string; readonly rows: readonly string[] } | null;
}

export function createAnchors(withSources: ReadonlySet<string>): Anchors {
  const places = new Map<string, { readonly id: string; readonly rows: string[] }>();
  return {
    link(row, source) {
      const { document, page, lineStart } = source;
      const label = html`${document.split('/').at(-1) ?? ''}<wbr>:${lineStart}`;
      if (!withSources.has(document)) return html`<span class="place" title="${source.quote}">${label}</span>`;
      const key = `${document} ${page} ${lineStart}`;
      const place = places.get(key) ?? { id: `s${places.size + 1}`, rows: [] };
      places.set(key, place);
      if (!place.rows.includes(row)) place.rows.push(row);
      return html`<a class="place" href="#${place.id}" title="${source.quote}">${label}</a>`;
    },
    at: (document, page, line) => places.get(`${document} ${page} ${line}`) ?? null,
  };
}
