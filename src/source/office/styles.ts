import { type Archive, damaged } from './archive.ts';
import { builtInFormat } from './number-format.ts';
import { readXml } from './xml.ts';

/** Excel takes none that is longer. One of hundreds of thousands of characters would be worked out for every cell. */
const LONGEST_FORMAT = 255;

function formatOf(code: string, where: string): string {
  if (code.length > LONGEST_FORMAT) throw damaged(where, `formatCode: > ${LONGEST_FORMAT} characters`);
  return code;
}

/** The number format of each cell style, in their order. */
export async function readFormats(archive: Archive, part: string): Promise<string[]> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCellStyles = false;
  await readXml(archive, part, {
    open(name, attribute) {
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), formatOf(attribute('formatCode') ?? 'General', archive.where));
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(own.get(id) ?? builtInFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}
