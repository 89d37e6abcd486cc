import { readFileSync } from 'node:fs';

/** Two folders down both here and in `dist/`. */
const MANIFEST = new URL('../../package.json', import.meta.url);

export const version = (): string => String(JSON.parse(readFileSync(MANIFEST, 'utf8')).version);
