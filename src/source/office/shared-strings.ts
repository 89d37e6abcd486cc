import type { Archive } from './archive.ts';
import { readXml, type XmlHandler } from './xml.ts';

/** The texts that the cells of a workbook point to. */
export async function readSharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  const item = cellText();
  await readXml(archive, part, {
    open: (name, attribute) => item.open?.(name, attribute),
    text: (text) => item.text?.(text),
    close: (name) => {
      item.close?.(name);
      if (name === 'si') strings.push(item.take());
    },
  });
  return strings;
}

/** Collects the text of a cell, its runs joined, without the readings (ふりがな) that Excel keeps beside kanji. */
export function cellText(): XmlHandler & { take(): string } {
  let text = '';
  let inText = false;
  let inReading = false;
  return {
    open(name) {
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
    },
    take() {
      const taken = unescaped(text);
      text = '';
      return taken;
    },
  };
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
