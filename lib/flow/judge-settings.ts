import type { Frame, FrameSettings } from '#lib/sessions/frame.ts'

type Door = { readonly mayAttest: boolean }
type Wishes = {
  readonly isFramed: boolean
  readonly authorizeToken: string | null
  readonly settings: FrameSettings
  readonly hints: readonly string[] | null
}

/** Words and decisions that speak for the tenant. Anybody can write a link; not anybody can frame us or has a token. */
const spokenFor = {
  customerName: null,
  consentTitleAppendedText: null,
  termsUrl: null,
  consentEnable: true,
} as const satisfies Partial<FrameSettings>

type Spoken = keyof typeof spokenFor

const reasonAgainst = (name: Spoken, { mayAttest }: Door, { isFramed, authorizeToken }: Wishes) => {
  if (!isFramed && authorizeToken === null) return 'counts only in a frame or with an authorizeToken'
  return name === 'consentEnable' && !mayAttest ? 'this tenant may not attest consent' : null
}

/** What of an address counts for a visit, with a hint for each thing that does not. Pure. */
export const judgeSettings = (door: Door, wishes: Wishes): Pick<Frame, 'settings' | 'hints'> => {
  const names = Object.keys(spokenFor) as Spoken[]
  const refused = names.flatMap((name) => {
    const reason = reasonAgainst(name, door, wishes)
    return wishes.settings[name] === spokenFor[name] || reason === null ? [] : [{ name, reason }]
  })
  const without = Object.fromEntries(refused.map(({ name }) => [name, spokenFor[name]]))
  const told = refused.map(({ name, reason }) => `${name}: ${reason}`)
  return {
    settings: { ...wishes.settings, ...without },
    hints: wishes.hints === null ? [] : [...wishes.hints, ...told],
  }
}
