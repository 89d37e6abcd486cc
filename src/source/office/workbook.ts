import { unreadable } from '../errors.ts';
import type { Archive } from './archive.ts';
import { mainPart, relationshipsOf } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readFormats } from './styles.ts';
import { readXml } from './xml.ts';

export interface SheetInfo {
  readonly name: string;
  /** From 1, in the order of the tabs. */
  readonly position: number;
  readonly hidden: boolean;
  readonly part: string;
}

/** A workbook without its cells, and what all of its sheets share. */
export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly SheetInfo[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** The number format of each cell style. */
  readonly formats: readonly string[];
}

/** @throws KpiError when the archive holds no workbook */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const main = await mainPart(archive);
  const parts = main === null ? [] : await relationshipsOf(archive, main);
  const worksheets = new Map(parts.filter(({ type }) => type === 'worksheet').map(({ id, part }) => [id, part]));
  const sheets: SheetInfo[] = [];
  let date1904 = false;
  let position = 0;
  const open = (name: string, attribute: (name: string) => string | undefined) => {
    if (name === 'workbookPr') date1904 = attribute('date1904') === '1' || attribute('date1904') === 'true';
    if (name !== 'sheet') return;
    position += 1;
    // A tab may be a chart.
    const part = worksheets.get(attribute('id') ?? '');
    if (part !== undefined) sheets.push({ name: attribute('name') ?? '', position, hidden: isHidden(attribute('state')), part });
  };
  if (main !== null) await readXml(archive, main, { open });
  if (sheets.length === 0) throw unreadable(archive.where, NO_WORKBOOK);
  const shared = parts.find(({ type }) => type === 'sharedStrings')?.part;
  const styles = parts.find(({ type }) => type === 'styles')?.part;
  return {
    archive,
    sheets,
    date1904,
    strings: shared === undefined ? [] : await readSharedStrings(archive, shared),
    formats: styles === undefined ? [] : await readFormats(archive, styles),
  };
}

const isHidden = (state: string | undefined): boolean => state === 'hidden' || state === 'veryHidden';

const NO_WORKBOOK = {
  ja: 'Excel のブック（.xlsx）ではありません。実績は .xlsx か .csv を指定してください（計画の .docx は kpi ingest で読みます）。',
  en: 'not an Excel workbook (.xlsx). Give the results as .xlsx or .csv (a plan in .docx is read by kpi ingest).',
};

/** The first that is not hidden, or the one that is named: by its name, else by its place among the tabs. */
export function chooseSheet({ sheets, archive }: Workbook, wanted: string | undefined): SheetInfo {
  const found =
    wanted === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : (sheets.find(({ name }) => name === wanted) ?? sheets.find(({ position }) => String(position) === wanted));
  if (found !== undefined) return found;
  const names = sheets.map(({ name }) => name);
  throw unreadable(archive.where, {
    ja: `シート「${wanted}」はありません。あるのは ${names.map((name) => `「${name}」`).join('')} です。`,
    en: `there is no sheet "${wanted}"; there are ${names.map((name) => `"${name}"`).join(', ')}.`,
  });
}
