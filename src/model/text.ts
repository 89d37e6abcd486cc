/** A message in both languages of the product; the writer picks one. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

export type Language = keyof Text;
