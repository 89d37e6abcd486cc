import { Decimal } from '../model/decimal.ts';

/** A figure as printed (`1,850`, `▲2,700`, `９５.１`); null when it is not written in plain digits. */
export function decimalOf(number: string | null): Decimal | null {
  const plain = (number ?? '').normalize('NFKC').replaceAll(',', '').replace(/^[▲△]/, '-').replace(/^\+/, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Decimal.of(plain) : null;
}
