import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { ConnectorContext, FormLogin, Language, LoginProgress } from '../contract.ts'
import type { Fault } from '../faults.ts'
import { type DialectState, readState, toRound, toSecurityResponses } from './challenges.ts'
import { authorizedSchema, challengedSchema, pendingSchema } from './dialect-answers.ts'
import { authorize, type DialectAnswer, type DialectRefusal, parsed } from './dialect-client.ts'
import { toGrant } from './grant.ts'

const pollAfterMs = 2_000

const freshState = (language: Language): DialectState => ({
  requestId: '',
  language,
  hasSentCode: false,
  asked: [],
})

const challenged = (
  ctx: ConnectorContext,
  body: unknown,
  before: DialectState,
): Outcome<Extract<LoginProgress, { kind: 'challenged' }>, Fault> => {
  const round = parsed(challengedSchema, body)
  if (!round.ok) return round
  return succeeded({ kind: 'challenged', ...toRound(round.value, before, ctx.clock.now()) })
}

const working = (body: unknown, before: DialectState): Outcome<LoginProgress, Fault> => {
  const pending = parsed(pendingSchema, body)
  if (!pending.ok) return pending
  const { RequestId, FlinksCode } = pending.value
  const state = JSON.stringify({ ...before, requestId: RequestId })
  const isDispatched = FlinksCode === 'OPERATION_DISPATCHED'
  return succeeded({ kind: 'working', state, pollAfterMs, ...(isDispatched ? { isDispatched } : {}) })
}

/** A refusal that brings the questions again is not the end: the person may answer once more. */
const refused = (ctx: ConnectorContext, { fault, body }: DialectRefusal, before: DialectState) => {
  if (fault.code !== 'wrong_answer_final') return failed(fault)
  const again = challenged(ctx, body, before)
  return again.ok
    ? succeeded({ ...again.value, fault: { ...fault, code: 'wrong_answer' as const } })
    : failed(fault)
}

const settled = (
  ctx: ConnectorContext,
  said: Outcome<DialectAnswer, DialectRefusal>,
  before: DialectState,
): Outcome<LoginProgress, Fault> => {
  if (!said.ok) return refused(ctx, said.reason, before)
  const { status, body } = said.value
  if (status === 202) return working(body, before)
  if (status === 203) return challenged(ctx, body, before)
  const authorized = parsed(authorizedSchema, body)
  return authorized.ok
    ? succeeded({ kind: 'linked', grant: toGrant(authorized.value, ctx.clock.now()) })
    : authorized
}

/** The next word in a login that was begun: `say` gives what it holds, and the state to go on with. */
const goOn = async (
  ctx: ConnectorContext,
  name: string,
  state: string,
  say: (state: DialectState) => { readonly body: object; readonly before: DialectState },
): Promise<Outcome<LoginProgress, Fault>> => {
  const known = readState(state)
  if (!known.ok) return known
  const { body, before } = say(known.value)
  const word = { RequestId: known.value.requestId, ...body }
  return settled(ctx, await authorize(ctx, name, word), before)
}

const isDelivery = ({ kind }: DialectState['asked'][number]): boolean => kind === 'text_or_call'

export const aggregatorLogin: FormLogin = {
  submit: async (ctx, { institution, username, password, language }) => {
    const body = {
      Institution: institution,
      Username: username,
      Password: password,
      Language: language,
      MostRecentCached: false,
      Save: true,
    }
    return settled(ctx, await authorize(ctx, 'login', body), freshState(language))
  },
  answer: (ctx, state, answers) =>
    goOn(ctx, 'answer', state, (known) => ({
      body: { SecurityResponses: toSecurityResponses(known, answers) },
      before: { ...known, hasSentCode: known.hasSentCode || known.asked.some(isDelivery) },
    })),
  poll: (ctx, state) => goOn(ctx, 'poll', state, (before) => ({ body: {}, before })),
}
