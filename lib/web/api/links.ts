import { z } from 'zod'
import { createLink } from '#lib/flow/create-link.ts'
import { findLinkFlaws, type LinkFlaw } from '#lib/flow/link-flaws.ts'
import { AppError } from '#lib/kit/errors.ts'
import { type Link, newLinkSchema, standingOf } from '#lib/links/link.ts'
import { findLink, listLinkRows } from '#lib/links/link-store.ts'
import { revokeLink } from '#lib/links/revoke-link.ts'
import { idSchema } from './id-schema.ts'
import { InvalidRequestError } from './invalid-request-error.ts'
import { type Call, operation } from './operation.ts'
import { idOfCursor, pageOf, pageQuery, toPage } from './page.ts'

const linkAnswer = z
  .object({
    id: idSchema('lnk', 'The link.'),
    status: z.enum(['open', 'spent', 'revoked', 'expired']),
    language: z.enum(['en', 'fr']).nullable(),
    tag: z.string().nullable(),
    returnUrl: z.string().nullable(),
    isTest: z.boolean(),
    hasPrefill: z
      .boolean()
      .meta({ description: 'What was filled in beforehand is sealed and not told again.' }),
    createdAt: z.date(),
    expiresAt: z.date(),
    revokedAt: z.date().nullable(),
    openedAt: z.date().nullable(),
    sessionId: z.string().nullable().meta({ description: 'The visit that the link opened.' }),
  })
  .meta({ id: 'Link' })

const createdAnswer = linkAnswer
  .extend({
    url: z
      .url()
      .meta({ description: 'Give it to the person. Told this once, for its token is kept nowhere.' }),
  })
  .meta({ id: 'CreatedLink' })

const { days, prefill, language, tag } = newLinkSchema.shape

const newLinkBody = z
  .strictObject({
    language: language.meta({ description: 'Null: the language of the browser.' }),
    tag: tag.meta({
      description: 'Yours, to find the visit again; comes back with every event.',
      example: 'order-17',
    }),
    returnUrl: z.url().max(2_000).nullable().default(null).meta({
      description: 'One of the tenant’s return addresses, letter for letter. Null: the first of them.',
    }),
    days: days.meta({ description: 'For how many days it can be opened.', example: 7 }),
    repairs: z.guid().nullable().default(null).meta({
      description:
        'The `loginId` of a connection that needs the person again. Signing in with the same username keeps its ids.',
    }),
    prefill: prefill.meta({
      description: 'What you know of the person. Fields in `locked` are shown and cannot be changed.',
    }),
  })
  .meta({ id: 'NewLink' })

const toAnswer = (link: Link, now: Date): z.input<typeof linkAnswer> => ({
  ...link,
  status: standingOf(link, now),
  isTest: link.isDemo,
  hasPrefill: link.prefillSealed !== null,
  openedAt: link.redeemedAt,
  sessionId: link.redeemedSessionId,
})

const isTestOnly = ({ key }: Pick<Call, 'key'>): boolean => key.mode === 'test'

const getLink = async (call: Pick<Call, 'db' | 'key'>, id: string): Promise<Link> => {
  const link = await findLink(call.db, id)
  if (!link || (isTestOnly(call) && !link.isDemo)) throw new AppError('resource_unknown')
  return link
}

const linkId = z.object({ linkId: idSchema('lnk', 'The link.') })

const flawWords: Partial<Record<LinkFlaw['flaw'], string>> = {
  not_asked: 'The flow policy does not ask for this field.',
  not_offered: 'The flow policy does not offer this language.',
}

/** What the journey could do nothing with is refused here, for the person could not mend it (S6 has a code of its own). */
const refuseFlaws = (flaws: readonly LinkFlaw[]): void => {
  if (flaws.length === 0) return
  if (flaws.every(({ flaw }) => flaw === 'not_allowed')) throw new AppError('return_url_refused')
  throw new InvalidRequestError(
    flaws.map(({ field, flaw, says }) => ({
      pointer: `/${field.replaceAll('.', '/')}`,
      detail: flawWords[flaw] ?? says ?? 'Not one of the return addresses.',
    })),
  )
}

const refusalOf = (reason: 'return_url_refused' | 'connection_unknown'): Error =>
  reason === 'connection_unknown'
    ? new InvalidRequestError([{ pointer: '/repairs', detail: 'No connection has this loginId.' }])
    : new AppError(reason)

const create = operation({
  id: 'createLink',
  method: 'POST',
  path: '/api/v1/links',
  tag: 'Links',
  scope: 'links:write',
  summary: 'Create a personal link',
  description:
    'It opens one visit, for one person. A field or a language that the flow policy does not ask for is refused. A test key makes links to demo visits, at test institutions only.',
  body: newLinkBody,
  status: 201,
  answer: createdAnswer,
  errors: ['return_url_refused'],
  run: async ({ db, key, body, now }) => {
    const { repairs, ...rest } = body
    const asked = { ...rest, isDemo: key.mode === 'test' }
    refuseFlaws(await findLinkFlaws(db, asked))
    const made = await createLink(db, { ...asked, repairs }, { actor: `key:${key.id}`, now })
    if (!made.ok) throw refusalOf(made.reason)
    return { ...toAnswer(made.value.link, now), url: made.value.url }
  },
})

const list = operation({
  id: 'listLinks',
  method: 'GET',
  path: '/api/v1/links',
  tag: 'Links',
  scope: 'links:read',
  summary: 'List personal links, newest first',
  query: pageQuery({
    tag: z.string().max(200).optional().meta({ description: 'Only links with this tag.' }),
  }),
  status: 200,
  answer: pageOf(linkAnswer),
  run: async ({ db, key, query: { limit, cursor, tag: tagged }, now }) => {
    const before = idOfCursor(cursor, 'lnk')
    const filter = { limit: limit + 1, before, isTestOnly: isTestOnly({ key }), tag: tagged }
    const links = await listLinkRows(db, filter)
    return toPage(
      links.map((link) => toAnswer(link, now)),
      limit,
    )
  },
})

const get = operation({
  id: 'getLink',
  method: 'GET',
  path: '/api/v1/links/{linkId}',
  tag: 'Links',
  scope: 'links:read',
  summary: 'Get a personal link',
  params: linkId,
  status: 200,
  answer: linkAnswer,
  run: async (call) => toAnswer(await getLink(call, call.params.linkId), call.now),
})

const revoke = operation({
  id: 'revokeLink',
  method: 'POST',
  path: '/api/v1/links/{linkId}/revoke',
  tag: 'Links',
  scope: 'links:write',
  summary: 'Take back a link that nobody has opened',
  description:
    'Taking back twice changes nothing. Once opened, a link cannot be taken back: the visit goes on.',
  params: linkId,
  status: 200,
  answer: linkAnswer,
  errors: ['link_opened'],
  run: async (call) => {
    const { db, key, params, now } = call
    await getLink(call, params.linkId)
    await revokeLink(db, params.linkId, { actor: `key:${key.id}`, now })
    const link = await getLink(call, params.linkId)
    if (link.redeemedSessionId !== null) throw new AppError('link_opened')
    return toAnswer(link, now)
  },
})

export const linkOperations = [create, list, get, revoke]
