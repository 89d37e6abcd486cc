import type { Finding, Language } from '../../model/index.ts';

/** A finding as programs read it: everything as it is, its message in the language of the reader. */
export const findingData = (finding: Finding, lang: Language): object => ({ ...finding, message: finding.message[lang] });
