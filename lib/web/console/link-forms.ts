import { z } from 'zod'
import type { OneLinkOrder } from '#lib/console/links/make-link.ts'
import type { ListOrder } from '#lib/console/links/read-list.ts'
import { isId } from '#lib/kit/ids.ts'
import { defaultLinkDays, mostLinkDays } from '#lib/links/link.ts'
import type { Form } from '../read-form.ts'
import { readQuery, rowsPerPage, wish, wishedText } from './list-query.ts'

const querySchema = z.object({
  q: wishedText,
  mode: z.enum(['live', 'demo']).catch('live'),
  before: wish(z.string().refine((text) => isId('lnk', text))),
})

/** What a list of links is asked for. */
export const linkQuery = (request: Request) => {
  const { q, mode, before } = readQuery(request, querySchema)
  return { typed: q, isDemo: mode === 'demo', before, limit: rowsPerPage }
}
export type LinkQuery = ReturnType<typeof linkQuery>

const daysSchema = z.coerce.number().int().min(1).max(mostLinkDays).catch(defaultLinkDays)

/** The form of one link, as typed; what is wrong with it is found by the verb. */
export const oneLinkForm = ({ get }: Form): OneLinkOrder => ({
  cells: Object.fromEntries(
    (['name', 'email', 'reference', 'tag', 'language'] as const).flatMap((name) => {
      const text = get(name).trim().slice(0, 500)
      return text === '' ? [] : [[name, text]]
    }),
  ),
  days: daysSchema.parse(get('days')),
  isDemo: get('mode') === 'demo',
  isMailed: get('action') === 'send',
})

/** The form of a list, with its file. */
export const listForm = ({ get }: Form, file: string): ListOrder => ({
  label: get('label').trim().slice(0, 80),
  days: daysSchema.parse(get('days')),
  isDemo: get('mode') === 'demo',
  isMailed: get('mailed') === 'yes',
  text: file,
})
