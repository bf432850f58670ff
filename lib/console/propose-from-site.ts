import { failed, type Outcome } from '#lib/kit/outcome.ts'
import type { BrandDraft } from '#lib/tenants/brand-draft.ts'

export const proposeFromSite = async (
  _address: string,
): Promise<Outcome<Partial<BrandDraft>, 'site_unreadable'>> => failed('site_unreadable')
