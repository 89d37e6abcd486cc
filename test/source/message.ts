import { KpiError } from '../../src/model/errors.ts';
import type { Text } from '../../src/model/text.ts';

/** What the user is told when the promise is refused with a `KpiError`; empty when it is not. */
export async function textOf(refused: Promise<unknown>): Promise<Text> {
  try {
    await refused;
  } catch (error) {
    if (error instanceof KpiError) return error.text;
    throw error;
  }
  return { ja: '', en: '' };
}
