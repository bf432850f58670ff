import { z } from 'zod'
import type { Institution } from '#lib/institutions/institution.ts'
import { findInstitutionByNumber, listInstitutions } from '#lib/institutions/institution-store.ts'
import { asRouted } from '#lib/institutions/route.ts'
import { getRoutes } from '#lib/institutions/route-store.ts'
import type { Call } from '../call.ts'
import { type Reply, refuse, succeed } from '../reply.ts'

const mostInstitutions = 1_000

/** Anything that is no number reads as if it were not there. */
const pageSchema = z.object({
  skip: z.coerce.number().int().min(0).catch(0),
  take: z.coerce.number().int().min(0).max(mostInstitutions).catch(mostInstitutions),
})

const toInstitution = (institution: Institution) => {
  const { id, nameEn, nameFr, url, country, numbers, connectorId, disabledAt } = institution
  const Urls = url === null ? [] : [{ Type: 'Main', Url: url }]
  return {
    Id: id,
    Localizations: [
      { Language: 'en', Name: nameEn, Urls },
      { Language: 'fr', Name: nameFr, Urls },
    ],
    Status: connectorId !== null && disabledAt === null ? 'Enabled' : 'Disabled',
    Country: country,
    ...(country === 'US' ? { RoutingNumbers: numbers } : {}),
  }
}

/** The directory, a page of it at a time, by number. */
export const institutions = async ({ db, query }: Call): Promise<Reply> => {
  const given = Object.fromEntries([...query].map(([name, value]) => [name.toLowerCase(), value]))
  const { skip, take } = pageSchema.parse({ skip: given.skip ?? 0, take: given.take ?? mostInstitutions })
  const [all, routes] = await Promise.all([listInstitutions(), getRoutes(db)])
  const page = all.slice(skip, skip + take).map((one) => toInstitution(asRouted(one, routes)))
  return succeed({ Data: page, Count: all.length })
}

/** The one institution that has this routing number. */
export const institutionByRoutingNumber = async ({ db, params }: Call): Promise<Reply> => {
  const found = await findInstitutionByNumber(params.routingnumber ?? '')
  const institution = found && asRouted(found, await getRoutes(db))
  if (!institution) return refuse('INVALID_REQUEST', { Message: 'No institution has this routing number.' })
  return succeed({ ...toInstitution(institution), RoutingNumbers: institution.numbers })
}
