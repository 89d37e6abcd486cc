/** Red, green and blue of `#rrggbb`, each up to 255. */
export const channelsOf = (colour: string): readonly [red: number, green: number, blue: number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

/** What a colour looks like on white where the paper shines through. */
export function onWhite(colour: string, alpha: number): string {
  if (!(alpha < 1)) return colour;
  return `#${channelsOf(colour)
    .map((channel) =>
      Math.round(255 - (255 - channel) * Math.max(alpha, 0))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
