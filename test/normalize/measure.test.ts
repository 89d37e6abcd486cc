import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { Measures } from '../../src/normalize/measure.ts';
import type { Heading } from '../../src/parse/outline.ts';

const indicator = createCatalog().indicators.find(({ measures }) => measures.length > 0);
if (!indicator) throw new Error('the catalog names no measure');
const measure = indicator.measures[0] ?? '';
const other = '本部との連携';

let printed = 0;
function heading(text: string, parent: Heading | null = null): Heading {
  const line = { page: 1, number: ++printed, raw: text, text, start: 0, gap: 0 };
  return { text, style: '(n)', area: null, line, parent };
}

/** The chapter of the heading under which a statement below `at` is placed. */
function chapterOf(headings: readonly Heading[], at: Heading | null) {
  return new Measures(headings, new Map()).place(at, indicator ?? null).outline;
}

describe('Measures', () => {
  const chapters = ['第一', '第二', '第三'].map((text) => heading(text));
  const [first = null, second = null, third = null] = chapters;
  const headings = chapters.flatMap((chapter) => [heading(other, chapter), heading(measure, chapter)]);
  const [before, inFirst, , , inThird] = headings;

  it('takes the nearest heading before a statement that stands under another', () => {
    expect(chapterOf(headings, inThird ?? null)).toEqual([second?.text, measure]);
  });

  it('takes the first heading behind it when none stands before', () => {
    expect(chapterOf(headings, before ?? null)).toEqual([first?.text, measure]);
  });

  it('takes the last heading for a statement under none', () => {
    expect(chapterOf(headings, null)).toEqual([third?.text, measure]);
  });

  it('leaves a statement under its own heading when that names the measure', () => {
    expect(chapterOf(headings, inFirst ?? null)).toEqual([first?.text, measure]);
  });

  it('takes a heading that is alike when none is word for word the same', () => {
    const alike = heading(`${measure}等`, second);
    const elsewhere = heading(other, first);
    expect(chapterOf([alike, elsewhere], elsewhere)).toEqual([second?.text, alike.text]);
    expect(chapterOf([elsewhere], elsewhere)).toEqual([first?.text, other]);
  });
});
