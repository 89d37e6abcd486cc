import { hash } from 'node:crypto';
import type { Document, Page } from './document.ts';
import { pagesOf, withLineFeeds } from './lines.ts';

export { decodeText } from './decode.ts';

/** What text documents are made of. Their pages are made when they are asked for: the lines of 100 MB take 200 MB more. */
const TEXTS = new WeakMap<Document, string>();

/** A document from text that is decoded already. */
export function documentFromText(name: string, text: string, encoding = 'utf-8'): Document {
  const normal = withLineFeeds(text.startsWith('\ufeff') ? text.slice(1) : text);
  let pages: Page[] | undefined;
  const document = {
    name,
    hash: hash('sha256', normal),
    encoding,
    get pages() {
      pages ??= pagesOf(normal);
      return pages;
    },
  };
  TEXTS.set(document, normal);
  return document;
}

/** All that the document says, where it is nothing but text. */
export const textOf = (document: Document): string | null => TEXTS.get(document) ?? null;
