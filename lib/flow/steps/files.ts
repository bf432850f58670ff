import type { Credentials } from '#lib/connections/attempt-secrets.ts'
import { noSecrets } from '#lib/connections/attempt-secrets.ts'
import { findAttempt, moveAttempt } from '#lib/connections/attempt-store.ts'
import { callConnector } from '#lib/connections/connector-call.ts'
import { keepHandedIn } from '#lib/connections/keep-handed-in.ts'
import { findConnectionByLogin, openGrant } from '#lib/connections/link-connection.ts'
import { startAttempt } from '#lib/connections/start-attempt.ts'
import { type AccountKind, accountKinds } from '#lib/connectors/contract.ts'
import { fileConnector } from '#lib/connectors/file/file-connector.ts'
import type { FileFlaw, HandedIn } from '#lib/connectors/handed-in.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import { findClaim } from '#lib/identity/find-claim.ts'
import { forget } from '#lib/journey/journey.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { type AttemptId, mintId } from '#lib/kit/ids.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { askConnector, bankTimeoutMs } from '../ask-bank.ts'
import { chosenInstitutionRow, getChosenInstitution } from '../chosen-institution.ts'
import type { OpenVisit } from '../open-visit.ts'
import { recordFact } from '../record-fact.ts'
import { seenOf } from '../seen.ts'
import { notify, refuse, type StepForm, type StepModule, stepDone } from '../step-module.ts'
import type { FieldError } from '../view.ts'
import { findVisitConsent } from '../visit-consent.ts'

/** What may be handed in at once; the page says so beforehand. */
export const fileLimits = { files: 10, megabytesEach: 5, megabytesAll: 20 } as const

const way = { connectorId: fileConnector.id, routeId: null }

/**
 * Whose files they are: who has proven an address brings the same connection up to date the next time; of anybody else
 * nothing is known but this visit. An account number alone proves nothing, for anybody can write one into a file.
 */
const ownerOf = async ({ db, session }: OpenVisit): Promise<Credentials> => {
  const claimId = session.facts.verified?.claimId
  const claim = claimId ? await findClaim(db, claimId) : null
  const address = claim?.provenAt ? claim.details[claim.channel === 'phone' ? 'phone' : 'email'] : null
  const username = address ? `files|${address}` : `files|${session.id}`
  return { username, password: '', language: session.language, isAtBank: true }
}

const titlesOf = ({ session }: OpenVisit): Record<AccountKind, string> => {
  const t = translatorFor(session.language)
  return Object.fromEntries(accountKinds.map((kind) => [kind, t(`kinds.${kind}`)])) as Record<
    AccountKind,
    string
  >
}

const kindsOf = ({ policy }: OpenVisit): readonly AccountKind[] =>
  policy.accountKinds.length > 0 ? policy.accountKinds : accountKinds

const typed = (form: StepForm): FieldError[] => {
  const files = form.files ?? []
  if (files.length === 0) return [{ field: 'files', code: 'files_missing' }]
  if (files.length > fileLimits.files)
    return [{ field: 'files', code: 'files_too_many', values: { max: fileLimits.files } }]
  return files
    .filter(({ bytes }) => bytes.length > fileLimits.megabytesEach * 1_048_576)
    .map(({ name: file }) => ({
      field: 'files',
      code: 'file_too_large',
      values: { file, max: fileLimits.megabytesEach },
    }))
}

const told = ({ code, file, row = 0 }: FileFlaw): FieldError => ({
  field: 'files',
  code,
  values: { file, row },
})

type Asked = {
  readonly credentials: Credentials
  readonly kind: AccountKind
  readonly scopes: readonly string[]
}

const take = async (
  open: OpenVisit,
  form: StepForm,
  { credentials, kind, scopes }: Asked,
): Promise<Outcome<HandedIn, readonly FieldError[]>> => {
  const { db } = open
  const { id, country } = await getChosenInstitution(open)
  const former = await findConnectionByLogin(db, id, credentials)
  const request = {
    files: form.files ?? [],
    kind,
    country,
    titles: titlesOf(open),
    takesPapers: scopes.includes('statements'),
    former: former && (await openGrant(db, former)),
  }
  const taken = await callConnector(db, way, bankTimeoutMs, async ({ fileUpload }, ctx) =>
    fileUpload ? succeeded(await fileUpload.take(ctx, request)) : failed({ code: 'institution_disabled' }),
  )
  if (!taken.ok) return failed([{ field: 'files', code: 'file_too_slow', values: { file: '' } }])
  return taken.value.ok ? taken.value : failed(taken.value.reason.map(told))
}

type Begun = { readonly credentials: Credentials; readonly consentId: string; readonly handed: HandedIn }

/** The fact, the attempt and what was handed in, in one transaction; an older try is given up. */
const begin = async (open: OpenVisit, { credentials, consentId, handed }: Begun): Promise<AttemptId> => {
  const { db, session, now } = open
  const id = mintId('att')
  const institutionId = (await getChosenInstitution(open)).id
  const facts = { ...forget(session.facts, 'files'), attempt: { at: now.toISOString(), attemptId: id } }
  await inTransaction(db, async (tx) => {
    await recordFact(tx, open, facts, { name: 'files_handed_in', step: 'files' })
    if (open.attempt) await moveAttempt(tx, { id: open.attempt.id, to: 'abandoned' }, noSecrets)
    await startAttempt(tx, { id, sessionId: session.id, consentId, institutionId, way, credentials, now })
    await keepHandedIn(tx, id, { kept: handed.kept, now })
  })
  return id
}

/** What a person brings from a bank that cannot be connected: read once, apart, and never kept as it came. */
export const filesStep: StepModule<'files'> = {
  view: async (open) => {
    const agreed = (await findVisitConsent(open))?.scopes ?? []
    const isAsked = open.policy.scopes.some(({ scope }) => scope === 'statements')
    const refused = isAsked ? 'not_agreed' : 'not_asked'
    return {
      step: 'files',
      institution: await chosenInstitutionRow(open),
      kinds: kindsOf(open),
      papers: agreed.includes('statements') ? 'taken' : refused,
    }
  },
  submit: async (open, form) => {
    if (form.get('seen') !== seenOf(open)) return stepDone
    const errors = typed(form)
    const kind = kindsOf(open).find((one) => one === form.get('kind'))
    if (errors.length > 0) return refuse(errors, { kind: kind ?? '' })
    if (!kind) return refuse([{ field: 'kind', code: 'kind_missing' }])
    const consent = await findVisitConsent(open)
    if (!consent) return notify('consent_changed')
    const credentials = await ownerOf(open)
    const handed = await take(open, form, { credentials, kind, scopes: consent.scopes })
    if (!handed.ok) return refuse(handed.reason, { kind })
    const id = await begin(open, { credentials, consentId: consent.id, handed: handed.value })
    const attempt = await findAttempt(open.db, id)
    const linked = { kind: 'linked', grant: handed.value.grant } as const
    if (attempt) await askConnector(open.db, attempt, async () => succeeded(linked))
    return stepDone
  },
}
