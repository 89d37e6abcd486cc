/** 元号: fiscal year 1 (元年度) of an era, as the calendar year in which it begins. */
export const ERAS: readonly { readonly names: readonly string[]; readonly first: number }[] = [
  { names: ['令和', 'R'], first: 2019 },
  { names: ['平成', 'H'], first: 1989 },
];
