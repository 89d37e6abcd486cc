import { hash } from 'node:crypto';
import type { Document } from './document.ts';
import { pagesOf, withLineFeeds } from './lines.ts';

export { decodeText } from './decode.ts';

/** A document from text that is decoded already. */
export function documentFromText(name: string, text: string, encoding = 'utf-8'): Document {
  const normal = withLineFeeds(text.startsWith('\ufeff') ? text.slice(1) : text);
  return { name, hash: hash('sha256', normal), encoding, pages: pagesOf(normal) };
}
