/**
 * The 47 prefectures as tiles of one size, about where they lie: a small prefecture is seen as well as a large one. A row of the map from
 * north to south, cells from west to east; `--` is sea.
 */
const MAP = `
-- -- -- -- -- -- -- -- -- -- -- -- -- 01
-- -- -- -- -- -- -- -- -- -- -- -- -- 02
-- -- -- -- -- -- -- -- -- -- -- -- 05 03
-- -- -- -- -- -- -- -- -- -- -- -- 06 04
-- -- -- -- -- -- -- -- -- 17 16 15 10 07
-- -- -- -- -- -- -- -- -- 18 20 11 09 08
-- 41 40 -- 35 32 31 28 26 25 21 19 13 12
42 43 44 -- -- 34 33 27 29 24 23 22 14 --
-- 46 45 -- 38 37 -- -- 30 -- -- -- -- --
47 -- -- -- 39 36 -- -- -- -- -- -- -- --
`;

export interface Tile {
  /** JIS X 0401. */
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

export const TILES: readonly Tile[] = MAP.trim()
  .split('\n')
  .flatMap((line, row) => line.split(' ').flatMap((code, column) => (code === '--' ? [] : [{ code, column, row }])));
