import type { Source } from '../../../model/index.ts';
import { placeOf } from '../../place.ts';
import { type Html, html } from './html.ts';

/** Links between records and the sentences that they come from, both ways. */
export interface Anchors {
  /** A link from the row with that id to the sentence, and back. */
  link(row: string, source: Source): Html;
  /** The id of the line where that source begins, and the rows that link to it. */
  at(document: string, page: number, line: number): { readonly id: string; readonly rows: readonly string[] } | null;
}

/** A report is handed on: the folders of whoever made it stay behind. */
export const fileName = (document: string): string => document.split(/[\\/]/).at(-1) ?? document;

export function createAnchors(withSources: ReadonlySet<string>): Anchors {
  const places = new Map<string, { readonly id: string; readonly rows: string[] }>();
  return {
    link(row, source) {
      const { document, page, lineStart } = source;
      const name = fileName(document);
      const label = html`${name}<wbr>${placeOf(source).slice(document.length)}`;
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
