import Big from 'big.js';

/** A plain decimal: digits, an optional minus sign and an optional fraction; no exponent, no separators. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;

/**
 * An exact decimal number that remembers the digits it was printed with: `95.0` stays `95.0`, and says that the document
 * counts in tenths. Arithmetic is decimal (big.js), never binary floating point.
 */
export class Decimal {
  /** Made when the first sum is asked for: most numbers are only read and printed. */
  private exact: Big | null = null;

  private constructor(
    /** The number as printed, in ASCII digits without separators: `-0.5`, `1850`, `95.0`. */
    readonly text: string,
  ) {}

  /** @throws RangeError when `text` is not a plain decimal */
  static of(text: string): Decimal {
    if (!PLAIN.test(text)) throw new RangeError(`not a plain decimal: ${text}`);
    return new Decimal(text);
  }

  private static fromBig(big: Big): Decimal {
    return new Decimal(big.toFixed());
  }

  private get big(): Big {
    this.exact ??= new Big(this.text);
    return this.exact;
  }

  /** How many units of its last digit it counts: 950 of `95.0`. */
  private get units(): bigint {
    return BigInt(this.text.replace('.', ''));
  }

  /** Digits after the decimal point as printed. */
  get scale(): number {
    const point = this.text.indexOf('.');
    return point < 0 ? 0 : this.text.length - point - 1;
  }

  /** One unit of the last printed digit: 0.1 of `95.0`. */
  get lastUnit(): Decimal {
    return this.scale === 0 ? Decimal.of('1') : Decimal.of(`0.${'1'.padStart(this.scale, '0')}`);
  }

  /** Without its sign. */
  get magnitude(): Decimal {
    return this.text.startsWith('-') ? Decimal.of(this.text.slice(1)) : this;
  }

  get isZero(): boolean {
    return !/[1-9]/.test(this.text);
  }

  /** -1, 0 or 1; `95.0` and `95` compare equal. */
  compare(other: Decimal): -1 | 0 | 1 {
    return this.text === other.text ? 0 : (this.big.cmp(other.big) as -1 | 0 | 1);
  }

  plus(other: Decimal): Decimal {
    return Decimal.fromBig(this.big.plus(other.big));
  }

  minus(other: Decimal): Decimal {
    return Decimal.fromBig(this.big.minus(other.big));
  }

  times(other: Decimal): Decimal {
    return Decimal.fromBig(this.big.times(other.big));
  }

  /**
   * Quotient, rounded half up at `scale` digits after the point.
   * @throws RangeError on division by zero
   */
  dividedBy(other: Decimal, scale: number): Decimal {
    if (other.isZero) throw new RangeError('division by zero');
    const shift = scale + other.scale - this.scale;
    const [dividend, divisor] = [this.units * tenTo(shift), other.units * tenTo(-shift)];
    // As whole numbers: a division digit by digit takes a hundred times as long, and a check recomputes hundreds of rates.
    const units = (2n * absolute(dividend) + absolute(divisor)) / (2n * absolute(divisor));
    const digits = units.toString().padStart(scale + 1, '0');
    const sign = units !== 0n && dividend < 0n !== divisor < 0n ? '-' : '';
    const point = digits.length - scale;
    return Decimal.of(`${sign}${digits.slice(0, point)}${scale === 0 ? '' : `.${digits.slice(point)}`}`);
  }

  /** Rounded half up, as Japanese public statistics round (四捨五入). */
  round(scale: number): Decimal {
    return Decimal.of(this.big.toFixed(scale, Big.roundHalfUp));
  }

  toString(): string {
    return this.text;
  }

  /** For a plain `JSON.stringify`; the writers of `report/` print `text` instead, which keeps a trailing zero. */
  toJSON(): number {
    return Number(this.text);
  }
}

const tenTo = (power: number): bigint => (power > 0 ? 10n ** BigInt(power) : 1n);
const absolute = (number: bigint): bigint => (number < 0n ? -number : number);
