import { z } from 'zod'
import { readVisitSearch } from '#lib/console/visits/visit-search.ts'
import { isId } from '#lib/kit/ids.ts'
import { devices } from '#lib/sessions/device.ts'
import { readQuery, rowsPerPage, wish, wishedText } from './list-query.ts'

export const visitStandings = [
  'under_way',
  'finished',
  'declined',
  'cancelled',
  'failed',
  'abandoned',
] as const
export const fronts = ['express', 'connect', 'custom', 'api'] as const

const schema = z.object({
  q: wishedText,
  standing: wish(z.enum(visitStandings)),
  front: wish(z.enum(fronts)),
  device: wish(z.enum(devices)),
  language: wish(z.enum(['en', 'fr'])),
  mode: z.enum(['live', 'demo']).catch('live'),
  before: wish(z.string().refine((text) => isId('ses', text))),
})

/** What a list of visits is asked for. */
export const visitQuery = (request: Request) => {
  const { q, mode, ...asked } = readQuery(request, schema)
  return { ...asked, typed: q, search: readVisitSearch(q), isDemo: mode === 'demo', limit: rowsPerPage }
}
export type VisitQuery = ReturnType<typeof visitQuery>
