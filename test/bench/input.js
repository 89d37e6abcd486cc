import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.env.KPI_CORPUS ?? join(project, '..', 'shared', 'corpus');
const corpus = join(folder, 'plans-2021-all-branches.txt');
const MEGABYTE = 2 ** 20;

const plan = readFileSync(join(project, 'fixtures', 'plan-2021.txt'), 'utf8');

/** The project's own plan, as another branch's. */
export const smallPlan = (branch) => plan.replaceAll('熊本', branch);

/** Of two branches in turn: what stands twice in a row is one paper. */
const own = () => {
  const pair = plan + smallPlan('大分');
  return pair.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(pair)));
};

const once = existsSync(corpus) ? readFileSync(corpus, 'utf8') : own();

export const INPUT = existsSync(corpus) ? 'the corpus of 47 plans' : 'the plan in fixtures/, repeated to 1 MB';

/** So many copies of the 1 MB input, one after the other. */
export function input(copies) {
  const text = once.repeat(copies);
  return { text, bytes: Buffer.from(text) };
}

/** A paper of each family. */
export const FIVE = existsSync(corpus)
  ? readdirSync(folder).map((name) => join(folder, name))
  : ['plan-2021.txt', 'progress-2021.txt', 'summary-2024.md', 'results-2022.txt', 'annual-2020.txt'].map((name) =>
      join(project, 'fixtures', name),
    );
