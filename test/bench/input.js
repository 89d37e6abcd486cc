import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const corpus = join(process.env.KPI_CORPUS ?? join(project, '..', 'shared', 'corpus'), 'plans-2021-all-branches.txt');
const MEGABYTE = 2 ** 20;

const own = () => {
  const plan = readFileSync(join(project, 'fixtures', 'plan-2021.txt'), 'utf8');
  return plan.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(plan)));
};

const once = existsSync(corpus) ? readFileSync(corpus, 'utf8') : own();

export const INPUT = existsSync(corpus) ? 'the corpus of 47 plans' : 'the plan in fixtures/, repeated to 1 MB';

/** So many copies of the 1 MB input, one after the other. */
export function input(copies) {
  const text = once.repeat(copies);
  return { text, bytes: Buffer.from(text) };
}
