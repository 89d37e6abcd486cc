import { z } from 'zod';
import { Decimal } from './decimal.ts';

/** In memory. */
export const decimal = z.custom<Decimal>((value) => value instanceof Decimal);

/** At a border (JSON, a stored row): a plain decimal in text, or a JSON number. */
export const decimalText = z
  .union([z.string().regex(/^-?\d+(?:\.\d+)?$/), z.number().transform(String)])
  .transform((text) => Decimal.of(text));
