import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';
import { largePlan } from './large-plan.ts';

/** Saves a large plan, saying when it begins and when it is done; `crash.test.ts` kills it in between. */
const [path = '', name = '', hash = '', count = ''] = process.argv.slice(2);
const records = largePlan(name, hash, Number(count));
const store = await openStore(path, 'write');
writeSync(1, 'saving\n');
await store.save({ name, hash, family: 'plan' }, records);
writeSync(1, 'saved\n');
await store.close();
