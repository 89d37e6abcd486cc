const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of a terminal, `share` of `width` columns long, to an eighth of a column. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** One sign for each value, between the lowest and the highest of them; null is a gap. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const level = (value: number) => (high === low ? 3 : Math.round(((value - low) / (high - low)) * (LEVELS.length - 1)));
  return values.map((value) => (value === null ? ' ' : (LEVELS[level(value)] ?? ''))).join('');
}
