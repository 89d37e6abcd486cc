import { BODY_NAME } from '../catalog/bodies.ts';
import { BRANCHES, type Branch, HEADQUARTERS } from '../catalog/branches.ts';

const BY_KEY = new Map(BRANCHES.flatMap((branch) => [branch.name, branch.id, branch.code].map((key) => [key, branch] as const)));

/** Another body by its full name: it has no code, and its name is its id. */
function bodyOf(name: string): Branch | null {
  return BODY_NAME.test(name) ? { code: '', id: name, name } : null;
}

/** `熊本`, `熊本支部`, `熊本県`, `kumamoto`, `43`; `本部`, `全国`. a body of its own by its full name: `岐阜県国民健康保険団体連合会`. Null for anything else. */
export function parseBranch(text: string): Branch | null {
  const key = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (key === '全国' || key === '全国健康保険協会' || key === '協会全体' || key === 'headquarters') return BY_KEY.get(HEADQUARTERS) ?? null;
  return (
    BY_KEY.get(key) ??
    BY_KEY.get(key.replace(/(?:県|府|都)?(?:支部)?$/, '')) ??
    (/^\d$/.test(key) ? BY_KEY.get(`0${key}`) : null) ??
    bodyOf(key)
  );
}
