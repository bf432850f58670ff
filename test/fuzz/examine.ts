import { expect } from 'vitest'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Answer, Browser, OpenedVisit } from './browser.ts'
import type { Scene } from './play.ts'

export type FuzzTenant = { readonly slug: string; readonly db: TenantDb; readonly order: readonly string[] }

/** Told apart from the machine under test on purpose: the facts that must stand before a page may be seen. */
const factBefore: Readonly<Record<string, string>> = {
  verify: 'verified',
  login: 'attempt',
  mfa: 'accounts',
  connecting: 'accounts',
  review: 'accounts',
  accounts: 'accounts',
}

const aboutThePerson = new Set(['identity', 'verified'])

const missingFor = (step: string, order: readonly string[], facts: Record<string, unknown>): string[] => {
  const own = step === 'done' ? 'end' : (factBefore[step] ?? step)
  const before = [...order, 'end'].slice(0, [...order, 'end'].indexOf(own))
  return before.filter((name) => facts[name] === undefined)
}

const stepPage =
  /^\/connect\/(ses_\w+)\/(identity|verify|consent|institution|login|mfa|connecting|review|accounts|done)(\?|$)/

/** A page was shown only when all that goes before it had been done. */
const expectInOrder = async (
  answer: Answer,
  visits: readonly OpenedVisit[],
  tenants: readonly FuzzTenant[],
) => {
  const [, id, step = ''] = stepPage.exec(answer.path) ?? []
  const visit = visits.find((one) => one.id === id)
  const tenant = tenants.find(({ slug }) => slug === visit?.slug)
  if (!visit || !tenant || answer.status !== 200) return
  const session = await tenant.db.tables.session.findUniqueOrThrow({ where: { id: visit.id } })
  if (session.endedAt !== null && step === 'done') return
  const order = visit.isFramed ? tenant.order.filter((fact) => !aboutThePerson.has(fact)) : tenant.order
  const missing = missingFor(step, order, session.facts as Record<string, unknown>)
  expect(missing, `${answer.path} was shown without`).toEqual([])
}

/** What holds of every answer, whoever asked for what. */
export const examineAnswer = async (
  scene: Scene,
  tenants: readonly FuzzTenant[],
  { browser, answer }: { readonly browser: Browser; readonly answer: Answer },
): Promise<void> => {
  expect(answer.status, `${answer.path}: ${answer.text.slice(0, 200)}`).toBeLessThan(500)
  const said = `${answer.text} ${answer.location ?? ''}`
  for (const other of scene.browsers)
    if (other !== browser) expect(said.includes(other.mark), `${answer.path} tells of another`).toBe(false)
  if (answer.location !== null)
    expect(answer.location).toMatch(
      /^(\/connect\/ses_\w+(\/|$)|\/e\/|\/l\/|\/v2[/?]|http:\/\/127\.0\.0\.1:9\/connected\?)/,
    )
  await expectInOrder(answer, browser.visits, tenants)
}

const countOf = (db: TenantDb, linkId: string): Promise<number> =>
  db.tables.session.count({ where: { linkId } })

/** What holds of all that was stored: nothing asked of a bank before consent (CA1), nothing across tenants, one visit of a link (S5). */
export const examineRows = async (scene: Scene, tenants: readonly FuzzTenant[]): Promise<void> => {
  for (const { slug, db } of tenants) {
    const ids = scene.browsers.flatMap(({ visits }) =>
      visits.filter((one) => one.slug === slug).map(({ id }) => id),
    )
    const where = { sessionId: { in: ids } }
    const consents = await db.tables.consent.findMany({ where })
    for (const attempt of await db.tables.attempt.findMany({ where })) {
      const consent = consents.find(({ id }) => id === attempt.consentId)
      expect(consent).toMatchObject({ sessionId: attempt.sessionId, decision: 'given' })
      expect(consent?.decidedAt.getTime()).toBeLessThanOrEqual(attempt.createdAt.getTime())
    }
    for (const session of await db.tables.session.findMany({ where: { id: { in: ids } } })) {
      expect(session.outcome === null).toBe(session.endedAt === null)
      if (session.linkId) expect(await countOf(db, session.linkId), 'visits of one link').toBe(1)
      if (session.outcome === 'finished') expect(session.facts).toHaveProperty('accounts')
      const ends = await db.tables.sessionEvent.count({
        where: { sessionId: session.id, name: 'visit_ended' },
      })
      expect(ends).toBe(session.endedAt === null ? 0 : 1)
    }
  }
}
