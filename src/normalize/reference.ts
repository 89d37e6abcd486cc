import { REFERENCE_MARK } from '../catalog/markers.ts';
import type { Target } from '../model/index.ts';

/** `（参考）…`: a row that a report shows for reference; none of its KPIs, never scored and in no count. */
export const isReference = ({ marker }: Pick<Target, 'marker'>): boolean => REFERENCE_MARK.test(marker);
