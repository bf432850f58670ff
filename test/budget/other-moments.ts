import { updateConnection } from '#lib/connections/connection-store.ts'
import { forgetLeftFiles } from '#lib/connections/handed-file-store.ts'
import { keepHandedIn, openHandedIn } from '#lib/connections/keep-handed-in.ts'
import { inTransaction, type TenantDb } from '#lib/db/tenant-db.ts'
import { changeLanguage } from '#lib/flow/change-language.ts'
import { chooseWay } from '#lib/flow/choose-way.ts'
import { getChosenInstitution } from '#lib/flow/chosen-institution.ts'
import { comeBack } from '#lib/flow/come-back.ts'
import { goToBank } from '#lib/flow/go-to-bank.ts'
import { seenOf } from '#lib/flow/seen.ts'
import { submitStep } from '#lib/flow/submit-step.ts'
import { giveMoreTime } from '#lib/flow/visit-time.ts'
import { putRoute } from '#lib/institutions/route-store.ts'
import { dayMs, later } from '#lib/kit/clock.ts'
import { mintId } from '#lib/kit/ids.ts'
import { renewProof } from '#lib/sessions/renew-proof.ts'
import { aSession } from '#prisma/builders/a-session.ts'
import { aVisitAtBank } from '#prisma/builders/a-visit-at-bank.ts'
import { agreeAt, settingsOfDoor } from '../banks/fdx-door.ts'
import type { Client } from '../dialect/a-client.ts'
import { speak } from '../dialect/dialect-world.ts'
import { hearFramed, openFramed, showFramed, visitOf } from '../dialect/frame-visit.ts'

const emptyForm = { get: () => '', all: () => [] }

/** A form that is refused, its page, another language, and more time. */
export const lingerAtStep = async (client: Client): Promise<void> => {
  const key = await aSession(client)
  const { step } = await submitStep(await visitOf(key), key.proof, 'identity', emptyForm)
  if (step !== 'identity') throw new Error('an empty form was taken')
  const { frame } = await showFramed(key)
  if (!frame.flash) throw new Error('nobody says what is wrong')
  await changeLanguage(await visitOf(key), 'fr')
  await giveMoreTime(await visitOf(key))
}

/** A server begins a login, and its person goes on in a frame; another answers by itself, with the token it had. */
export const beginByServer = async (client: Client): Promise<void> => {
  const { authorizeBy, login, loginOf, token } = speak(client)
  const { body } = await login('Greatday')
  await hearFramed(await openFramed(client, { requestId: body.RequestId }))
  const key = await token()
  const asked = await authorizeBy(key, loginOf('mfa_sum'))
  const SecurityResponses = { 'How much is 2 + 2?': '4' }
  const { status } = await authorizeBy(key, { RequestId: asked.body.RequestId, SecurityResponses })
  if (status !== 200) throw new Error(`the answer was met by ${status}`)
  await login('one_account')
}

/** To the page of a bank that has two ways, and back, in a window that becomes the visit's own. */
export const signInAtBank = async (client: Client, bankUrl: string): Promise<void> => {
  const key = await aVisitAtBank(client, settingsOfDoor(bankUrl, 'open'))
  const open = await visitOf(key)
  const bank = await getChosenInstitution(open)
  const { id: institutionId, upstreamKey } = bank
  await putRoute(client.db, {
    institutionId,
    upstreamKey,
    connectorId: 'sandbox',
    position: 1,
    settings: null,
  })
  const { connectorId } = await chooseWay(client.db, bank, { sessionId: open.session.id })
  if (connectorId !== 'fdx') throw new Error(`over ${connectorId}`)
  const way = await goToBank(open, seenOf(open))
  if (!way) throw new Error('no way to the bank')
  const { pathname, search } = new URL(await agreeAt(bankUrl, way.url, 'greatday_nomfa'))
  await comeBack({ connectorId: 'fdx', path: pathname + search, proofOf: () => way.proof })
  await visitOf({ id: key.id, proof: await renewProof(client.db, open.session.id) })
}

/** What a person handed in is kept, read, and forgotten. */
export const handInFiles = async ({ db }: Client): Promise<void> => {
  const { id: attemptId } = await db.tables.attempt.findFirstOrThrow()
  const kept = [{ key: mintId('hfl'), isPaper: false, content: '{}' }]
  await inTransaction(db, (tx) => keepHandedIn(tx, attemptId, { kept, now: new Date() }))
  if ((await openHandedIn(db, kept[0]?.key ?? '')) !== '{}') throw new Error('it was not kept')
  await forgetLeftFiles(db, attemptId)
}

/** Of the tenant one login is due in the night that comes. */
export const askForNight = async (client: Client): Promise<void> => {
  const { login, read, settled } = speak(client)
  const { body } = await login('other_name', { ScheduleRefresh: true })
  await settled(() => read('GetAccountsDetail', { RequestId: body.RequestId }))
}

/** A consent that is in use, and was for long, ends tomorrow. */
export const endConsentSoon = async (db: TenantDb, tomorrow: Date): Promise<void> => {
  const { id, consentId } = await db.tables.connection.findFirstOrThrow({
    where: { isRefreshedNightly: true },
  })
  const noticeDueAt = later(tomorrow, -dayMs)
  const data = { decidedAt: later(tomorrow, -90 * dayMs), expiresAt: tomorrow, noticeDueAt }
  await db.tables.consent.updateMany({ where: { id: consentId }, data })
  await updateConnection(db, id, { status: 'active' })
}
