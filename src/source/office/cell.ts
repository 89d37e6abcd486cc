import { shownNumber, shownText } from './number-format.ts';
import { cellText } from './shared-strings.ts';
import type { Workbook } from './workbook.ts';
import type { XmlHandler } from './xml.ts';

export interface SheetCell {
  /** As the sheet shows it. */
  readonly text: string;
  /** What it holds, where it shows fewer digits. */
  readonly held: string | null;
  /** Null when it holds none; a program that does not calculate saves formulas without their results. */
  readonly formula: 'with result' | 'without result' | null;
  /** It stands under the first cell of a merged range, whose text it repeats. */
  readonly merged: boolean;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly format: string;
  value: string | null;
  formula: boolean;
}

/** Tells of the cells of a sheet that hold something, and of its merged ranges. */
export function sheetHandler(
  workbook: Workbook,
  put: (row: number, column: number, cell: SheetCell) => void,
  merged: (range: string) => void,
): XmlHandler {
  let row = 0;
  let column = -1;
  let cell: OpenCell | null = null;
  let inValue = false;
  const inline = cellText();
  const opened = new Map<string, (attribute: (name: string) => string | undefined) => void>([
    [
      'row',
      (attribute) => {
        const number = Number(attribute('r'));
        row = Number.isSafeInteger(number) ? number : row + 1;
        column = -1;
      },
    ],
    [
      'c',
      (attribute) => {
        column = columnOf(attribute('r')) ?? column + 1;
        const format = workbook.formats[Number(attribute('s') ?? 0)] ?? 'General';
        cell = { row, column, type: attribute('t') ?? 'n', format, value: null, formula: false };
      },
    ],
    [
      'v',
      () => {
        inValue = true;
        if (cell) cell.value = '';
      },
    ],
    [
      'f',
      () => {
        if (cell) cell.formula = true;
      },
    ],
    ['mergeCell', (attribute) => merged(attribute('ref') ?? '')],
  ]);
  return {
    open(name: string, attribute: (name: string) => string | undefined) {
      opened.get(name)?.(attribute);
      inline.open?.(name, attribute);
    },
    text(piece: string) {
      if (inValue && cell) cell.value += piece;
      inline.text?.(piece);
    },
    close(name: string) {
      inline.close?.(name);
      if (name === 'v') inValue = false;
      if (name !== 'c' || !cell) return;
      const text = inline.take();
      const shown = shownCell(cell, text, workbook);
      if (shown !== null) put(cell.row, cell.column, shown);
      cell = null;
    },
  };
}

/** Null for a cell that holds nothing. */
function shownCell({ type, value, format, formula }: OpenCell, inline: string, { strings, date1904 }: Workbook): SheetCell | null {
  const cell = (text: string, held: string | null = null): SheetCell => ({
    text,
    held,
    formula: formula ? (value === null ? 'without result' : 'with result') : null,
    merged: false,
  });
  const stored = value ?? '';
  if (stored.trim() === '' && type !== 'inlineStr') return formula ? cell('') : null;
  switch (type) {
    case 'inlineStr':
      return cell(shownText(inline, format));
    case 's':
      return cell(shownText(strings[Number(stored)] ?? '', format));
    case 'b':
      return cell(stored === '1' ? 'TRUE' : 'FALSE');
    case 'str':
      return cell(shownText(stored, format));
    case 'n': {
      const { text, held } = shownNumber(stored, format, date1904);
      return cell(text, held);
    }
    default:
      // `e`: an error such as #DIV/0!; `d`: a date, `2021-09-30T00:00:00`.
      return cell(stored.replace(/T00:00:00(?:\.0+)?Z?$/, ''));
  }
}

/** `BC12` → 54; null when it is no reference. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
