import { SaxesParser } from 'saxes';
import { type Archive, damaged } from './archive.ts';

/** What a reader of a part is told, in the order of the text. Names come without their namespace prefix. */
export interface XmlHandler {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** A table in a table in a table, a hundred times, has six hundred. */
const DEEPEST = 2000;
/** Characters of one text, tag or comment, which are held until its end: of a comment of 60 million, which zip packs into 60 KB, 1.8 GB. */
const LONGEST_PIECE = 4_000_000;

/**
 * Reads a part of an Office file, as a stream. A part that declares a document type is refused: Office writes none, and entities
 * that expand to gigabytes stand in one.
 * @returns whether there is such a part
 */
export async function readXml(archive: Archive, part: string, handler: XmlHandler): Promise<boolean> {
  const chunks = archive.part(part);
  if (chunks === null) return false;
  const broken = (detail: string) => damaged(archive.where, `${part}: ${detail}`);
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on('error', ({ message }) => {
    throw broken(message);
  });
  parser.on('doctype', () => {
    throw broken('DOCTYPE');
  });
  let [depth, piece] = [0, 0];
  parser.on('comment', () => {
    piece = 0;
  });
  parser.on('opentag', ({ name, attributes }) => {
    piece = 0;
    if (++depth > DEEPEST) throw broken(`<${name}> × ${DEEPEST}`);
    handler.open?.(localName(name), (wanted) => attributes[wanted] ?? prefixed(attributes, wanted));
  });
  parser.on('closetag', ({ name }) => {
    [depth, piece] = [depth - 1, 0];
    handler.close?.(localName(name));
  });
  const tell = (text: string) => {
    piece = 0;
    handler.text?.(text);
  };
  parser.on('text', tell);
  parser.on('cdata', tell);
  for await (const chunk of chunks) {
    parser.write(chunk);
    piece += chunk.length;
    if (piece > LONGEST_PIECE) throw broken(`> ${LONGEST_PIECE.toLocaleString('en')} characters without a tag`);
  }
  parser.close();
  return true;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `w:val` where `val` is asked for. */
function prefixed(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const name = Object.keys(attributes).find((candidate) => localName(candidate) === wanted);
  return name === undefined ? undefined : attributes[name];
}
