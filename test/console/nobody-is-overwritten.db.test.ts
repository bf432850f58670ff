import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translatorFor } from '#lib/kit/i18n.ts'
import { withTestDatabase } from '../database/with-test-database.ts'
import { openProvider } from '../sign-on/open-provider.ts'
import { aFullConsole, everythingOf, type FullConsole, prepareConsoles } from './a-full-console.ts'
import { type Act, consoleActs, nameOfAct } from './console-acts.ts'
import { ask, type ConsoleDoor, consoleDoors } from './console-doors.ts'

withTestDatabase()

type Field = readonly [name: string, value: string]

/** Forms with something typed or chosen in them, and what a second person says otherwise; null: the very same. */
const edits: Readonly<Record<string, Field | null>> = {
  'POST brand/save': ['displayName', 'Alder'],
  'POST brand/logo': ['logo', 'remove:logoPath'],
  'POST brand/publish': null,
  'POST brand/restore': null,
  'POST brand/approve': null,
  'POST policy/save': ['consentDays', '45'],
  'POST policy/publish': null,
  'POST policy/restore': null,
  'POST policy/approve': null,
  'POST banks/[institutionId]/settings': ['key', 'third'],
  'POST webhooks/[endpointId]/[verb] change': ['url', 'https://hooks.example/third'],
  'POST sign-on/rules': ['provesFactor', ''],
  'POST sign-on': ['clientId', 'third'],
  'POST team/[memberId]/role': ['role', 'developer'],
}

/** Buttons that say themselves what becomes of the one thing that they name: pressed late they overwrite nothing else. */
const buttons: readonly string[] = [
  'POST brand/discard',
  'POST policy/discard',
  'POST banks/[institutionId]/up',
  'POST banks/[institutionId]/off',
  'POST banks/[institutionId]/on',
  'POST links/revoke',
  'POST links/bring-back',
  'POST links/lists/[batchId]/confirm',
  'POST keys/[keyId]/rotate',
  'POST keys/[keyId]/revoke',
  'POST keys/data/[keyId]/revoke',
  'POST keys/login-by-api',
  'POST webhooks/[endpointId]/[verb] pause',
  'POST webhooks/[endpointId]/[verb] resume',
  'POST sign-on/scim',
  'POST approval',
]

const changes = consoleActs.filter(({ tells }) => !('nothing' in tells) && tells[1] === 'both')

let own: FullConsole
let doors: readonly ConsoleDoor[]
let close: () => unknown
beforeAll(async () => {
  const provider = await openProvider('http://127.0.0.1:3000/back', {})
  close = () => provider.close()
  process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
  await prepareConsoles()
  doors = (await consoleDoors()).doors
  const built = await aFullConsole()
  own = { ...built, things: { ...built.things, issuer: provider.issuer } }
})
afterAll(() => close())

const bodyOf = async (act: Act) => (await act.body?.(own)) ?? new URLSearchParams()

const saying = (body: URLSearchParams | FormData, field: Field | null): typeof body => {
  const copy = body instanceof FormData ? new FormData() : new URLSearchParams()
  for (const [name, value] of body) copy.append(name, value as string)
  if (field) copy.set(...field)
  return copy
}

const send = (act: Act, body: URLSearchParams | FormData): Promise<Response> => {
  const door = doors.find(({ name }) => name === act.door) as ConsoleDoor
  const { token, tenant, things } = own
  return ask(door, { token, slug: tenant.slug, things: act.at?.(things) ?? things, body })
}

describe('two people who have the same form before them', () => {
  it('are thought of for every form that changes what there is', () => {
    const known = [...Object.keys(edits), ...buttons]
    expect(new Set(changes.map(nameOfAct))).toEqual(new Set(known))
  })

  it.each(changes.filter((act) => nameOfAct(act) in edits).map((act) => [nameOfAct(act), act] as const))(
    'do not overwrite each other: %s',
    async (name, act) => {
      const drawn = await bodyOf(act)
      const rival = saying(drawn, edits[name] ?? null)
      expect((await send(act, drawn)).status).toBe(303)
      const before = await everythingOf(own.tenant)
      const answer = await send(act, rival)
      expect(answer.status).toBe(409)
      // Whoever typed something sees both, and keeps what they typed.
      if (edits[name]) expect(await answer.text()).toContain(translatorFor('en')('console.conflict.title'))
      expect(await everythingOf(own.tenant)).toEqual(before)
    },
  )
})
