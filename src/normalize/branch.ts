import { BRANCHES, type Branch } from '../catalog/branches.ts';

const BY_KEY = new Map(BRANCHES.flatMap((branch) => [branch.name, branch.id, branch.code].map((key) => [key, branch] as const)));

/** `熊本`, `熊本支部`, `熊本県`, `kumamoto`, `43`; `本部`, `全国`. Null when it is none of the 47 branches or the headquarters. */
export function parseBranch(text: string): Branch | null {
  const key = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (key === '全国' || key === '全国健康保険協会' || key === '協会全体' || key === 'headquarters') return BY_KEY.get('本部') ?? null;
  return (
    BY_KEY.get(key) ?? BY_KEY.get(key.replace(/(?:県|府|都)?(?:支部)?$/, '')) ?? (/^\d$/.test(key) ? BY_KEY.get(`0${key}`) : null) ?? null
  );
}
