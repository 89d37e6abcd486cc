import { readFile } from 'node:fs/promises';
import { KpiError, type Rubric, rubric as rubricSchema } from '../model/index.ts';
export async function openRubric(path: string): Promise<Rubric> {
  return rubricSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}
