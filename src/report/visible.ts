export { jsonString, visible } from '../model/visible.ts';
