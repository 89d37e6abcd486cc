// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Control characters, terminal escapes and direction marks of a document, made visible: `\u{1b}[31m`. A line feed stays. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** JSON's own escapes for them: what a program reads is what the document says, and a terminal gets no raw ones. */
export const jsonString = (text: string): string =>
  JSON.stringify(text).replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
