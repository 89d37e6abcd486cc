import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** Where a part of an Office file points. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `officeDocument`, `worksheet`, `sharedStrings`, `styles`. */
  readonly type: string;
  /** The part, as the archive names it. */
  readonly part: string;
}

/** The relationships of a part; those of the package when `part` is empty. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const found: Relationship[] = [];
  await readXml(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, attribute) {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
      if (name !== 'Relationship' || !id || !type || !target || attribute('TargetMode') === 'External') return;
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: partAt(folder, target) });
    },
  });
  return found;
}

const partAt = (folder: string, target: string): string =>
  target.startsWith('/') ? posix.normalize(target).slice(1) : posix.normalize(posix.join(folder, target));

/** The part that the file is about: `xl/workbook.xml`, `word/document.xml`; null when there is none. */
export async function mainPart(archive: Archive): Promise<string | null> {
  const relationships = await relationshipsOf(archive, '');
  return relationships.find(({ type }) => type === 'officeDocument')?.part ?? null;
}
