import { z } from 'zod'
import { BankError } from '../bank-error.ts'
import type { Customer } from '../customer.ts'
import { getCustomer } from '../login/start-login.ts'
import { type ConnectionsView, connectionsPage, connectionsSignIn } from '../pages/connections-page.ts'
import { html, type Reply, seeOther } from '../reply.ts'
import type { BankRequest, Route } from '../router.ts'
import type { BankWorld } from '../world.ts'
import { type Consent, doesStand } from './consent.ts'
import { type Door, getDoor, keep, randomSecret } from './door.ts'
import { withdrawConsent } from './redeem-access.ts'
import { sayError } from './visit-words.ts'
import { wishedLanguage } from './wished-language.ts'

const viewOf = (door: Door, request: BankRequest, key?: string): ConnectionsView => ({
  bank: door.institution.name,
  language: wishedLanguage(request),
  path: `/oauth/${door.name}/connections${key === undefined ? '' : `/${key}`}`,
})

const showSignIn = async (world: BankWorld, request: BankRequest): Promise<Reply> =>
  html(connectionsSignIn(viewOf(getDoor(world.doors, request.params.door), request)))

const credentialsSchema = z.object({ username: z.string().max(200), password: z.string().max(200) })

const signIn = async (world: BankWorld, request: BankRequest): Promise<Reply> => {
  const door = getDoor(world.doors, request.params.door)
  const view = viewOf(door, request)
  const { language } = view
  const typed = credentialsSchema.parse(await request.readForm())
  try {
    const customer = getCustomer(world, { institution: door.institution.key, language, ...typed })
    const key = randomSecret()
    keep(door.desk.keys, key, customer)
    return seeOther(`${view.path}/${key}?language=${language}`)
  } catch (error) {
    if (!(error instanceof BankError)) throw error
    return html(connectionsSignIn(view, sayError(error.code, language)), 422)
  }
}

const standing = (world: BankWorld, { desk }: Door, customer: Customer): readonly Consent[] =>
  [...desk.consents.values()].filter(
    (consent) => consent.customer.seed === customer.seed && doesStand(consent, world.clock.now()),
  )

const show = async (world: BankWorld, request: BankRequest): Promise<Reply> => {
  const door = getDoor(world.doors, request.params.door)
  const customer = door.desk.keys.get(request.params.key ?? '')
  if (!customer) return seeOther(`/oauth/${door.name}/connections`)
  const shown = standing(world, door, customer).map(async (consent) => {
    const client = await door.provider.Client.find(consent.clientId)
    return { consent, client: client?.clientName ?? consent.clientId }
  })
  return html(connectionsPage(viewOf(door, request, request.params.key), await Promise.all(shown)))
}

const withdraw = async (world: BankWorld, request: BankRequest): Promise<Reply> => {
  const door = getDoor(world.doors, request.params.door)
  const customer = door.desk.keys.get(request.params.key ?? '')
  const view = viewOf(door, request, request.params.key)
  const fields = await request.readFields()
  const consent = customer && standing(world, door, customer).find(({ id }) => id === fields.get('consent'))
  if (consent) await withdrawConsent(door, consent)
  return seeOther(`${view.path}?language=${view.language}`)
}

const path = '/oauth/:door/connections'

/** Where a customer sees at the bank who reads their accounts, and ends it there. */
export const connectionRoutes: readonly Route[] = [
  { method: 'GET', pattern: path, handle: showSignIn },
  { method: 'POST', pattern: path, handle: signIn },
  { method: 'GET', pattern: `${path}/:key`, handle: show },
  { method: 'POST', pattern: `${path}/:key/withdraw`, handle: withdraw },
]
