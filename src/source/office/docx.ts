import { hash } from 'node:crypto';
import type { Document } from '../document.ts';
import { unreadable } from '../errors.ts';
import { documentFromText } from '../text.ts';
import { type Archive, openArchive } from './archive.ts';
import { readBody } from './body.ts';
import { listCounter, NO_NUMBERING, readNumbering } from './numbering.ts';
import { readListsOfStyles } from './paragraph-styles.ts';
import { mainPart, relationshipsOf } from './relationships.ts';

/**
 * A Word document as text: a paragraph is a line, its list number in front of it; a row of a table is a line with its cells between
 * bars, unless its cells hold prose; a page break is a form feed.
 * @throws KpiError when the bytes are no Word document
 */
export async function documentFromDocx(name: string, bytes: Uint8Array, maxBytes: number): Promise<Document> {
  const archive = await openArchive(name, bytes, maxBytes);
  const main = await mainPart(archive);
  const text = main === null ? null : await textOf(archive, main);
  if (text === null) throw unreadable(name, NO_DOCUMENT);
  if (text.trim() === '') throw unreadable(name, NO_TEXT);
  return { ...documentFromText(name, text), encoding: 'docx', hash: hash('sha256', text) };
}

/** Null when the part is no text of Word. */
async function textOf(archive: Archive, main: string): Promise<string | null> {
  const parts = await relationshipsOf(archive, main);
  const partOf = (wanted: string) => parts.find(({ type }) => type === wanted)?.part;
  const [numbering, styles, footnotes] = [partOf('numbering'), partOf('styles'), partOf('footnotes')];
  const mark = listCounter(numbering === undefined ? NO_NUMBERING : await readNumbering(archive, numbering));
  const listOfStyle = styles === undefined ? () => null : await readListsOfStyles(archive, styles);
  const body = await readBody(archive, main, { mark, listOfStyle });
  if (body === null) return null;
  const notes = footnotes === undefined ? null : await readBody(archive, footnotes, { mark, listOfStyle });
  return notes === null || notes.trim() === '' ? body : `${body}\n${notes}`;
}

const NO_DOCUMENT = {
  ja: 'Word の文書（.docx）ではありません。計画は .docx か .txt を指定してください（実績の .xlsx は kpi actuals で読みます）。',
  en: 'not a Word document (.docx). Give a plan as .docx or .txt (results in .xlsx are read by kpi actuals).',
};

const NO_TEXT = {
  ja: '文字がありません（画像だけの文書など）。文字のある文書を指定してください。',
  en: 'it has no text (only pictures, perhaps). Give a document with text.',
};
