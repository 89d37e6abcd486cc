import { KpiError } from '../model/errors.ts';

/** The value of an option that counts something, from 1 on. */
export function wholeNumber(option: string): (word: string) => number {
  return (word) => {
    const count = Number(word);
    if (Number.isInteger(count) && count > 0) return count;
    throw new KpiError({
      ja: `${option} ${word}: 1 以上の整数を指定してください。`,
      en: `${option} ${word}: give a whole number from 1 on`,
    });
  };
}
