import type { Archive } from './archive.ts';
import { builtInFormat } from './number-format.ts';
import { readXml } from './xml.ts';

/** The number format of each cell style, in their order. */
export async function readFormats(archive: Archive, part: string): Promise<string[]> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCellStyles = false;
  await readXml(archive, part, {
    open(name, attribute) {
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
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
