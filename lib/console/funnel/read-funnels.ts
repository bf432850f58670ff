import type { Dimension, FunnelFilter } from '#lib/funnel/funnel.ts'
import { type Funnel, readFunnel } from '#lib/funnel/read-funnel.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import type { Language } from '#lib/kit/i18n.ts'
import { getCurrentVersions } from '#lib/tenants/version-store.ts'
import type { Desk } from '../desk.ts'
import { type Comparison, comparedFilter, type OtherSide } from './compared-filter.ts'

type Asked = {
  readonly filter: FunnelFilter
  readonly by: Dimension
  readonly compare?: Comparison | undefined
  readonly otherSide?: OtherSide
  readonly language: Language
}

/** `other` is null where nothing is compared, and `otherFilter` where there is nothing to compare with. */
export type Funnels = {
  readonly filter: FunnelFilter
  readonly funnel: Funnel | null
  readonly otherFilter: FunnelFilter | null
  readonly other: Funnel | null
  readonly institutions: ReadonlyMap<string, string>
}

/** Who compares versions and names none looks at the newest. */
const named = async ({ db }: Desk<'funnel.view'>, { filter, compare }: Asked): Promise<FunnelFilter> => {
  if (compare !== 'brand' && compare !== 'policy') return filter
  const { brand, policy } = await getCurrentVersions(db)
  if (compare === 'brand') return { ...filter, brandVersion: filter.brandVersion ?? brand }
  return { ...filter, policyVersion: filter.policyVersion ?? policy }
}

const namesOf = async (funnel: Funnel | null, { by, language }: Asked): Promise<Map<string, string>> => {
  const ids = by === 'institution' ? (funnel?.groups ?? []).flatMap(({ value }) => value ?? []) : []
  const found = await Promise.all(ids.map((id) => findInstitution(Number(id))))
  return new Map(
    found.flatMap((one) => (one ? [[String(one.id), language === 'fr' ? one.nameFr : one.nameEn]] : [])),
  )
}

/** The funnel of a tenant, beside the one it is compared with. */
export const readFunnels = async (desk: Desk<'funnel.view'>, asked: Asked): Promise<Funnels> => {
  const filter = await named(desk, asked)
  const otherFilter = asked.compare ? comparedFilter(filter, asked.compare, asked.otherSide) : null
  const [funnel, other] = await Promise.all([
    readFunnel(desk.db, filter, asked.by),
    otherFilter ? readFunnel(desk.db, otherFilter, asked.by) : null,
  ])
  return { filter, funnel, otherFilter, other, institutions: await namesOf(funnel, asked) }
}
