import { parseArgs } from 'node:util'
import type { LinkFlaw } from '#lib/flow/link-flaws.ts'
import type { NewLink } from '#lib/links/link.ts'
import { CommandError } from './command.ts'

/** The flags that say something of the person, and where each stands in a link. */
const personFlags = {
  name: 'fullName',
  'date-of-birth': 'dateOfBirth',
  email: 'email',
  phone: 'phone',
  reference: 'reference',
} as const
const addressFlags = {
  street: 'line1',
  unit: 'line2',
  city: 'city',
  region: 'region',
  'postal-code': 'postalCode',
  country: 'country',
} as const

const text = { type: 'string' } as const
const textFlags = [...Object.keys(personFlags), ...Object.keys(addressFlags)]
const options = {
  ...Object.fromEntries(textFlags.map((name) => [name, text])),
  lock: { type: 'string', multiple: true },
  days: text,
  language: text,
  tag: text,
  'return-url': text,
  repairs: text,
  demo: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const

export type LinkOrder = {
  readonly slug: string
  readonly isQuiet: boolean
  readonly repairs: string | null
  readonly link: NewLink
}

type Flags = Readonly<Record<string, unknown>>

const pick = (flags: Flags, names: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([flag, field]) =>
      flags[flag] === undefined ? [] : [[field, flags[flag]]],
    ),
  )

const fieldOfLock = (flag: string): string =>
  flag === 'address' ? 'address' : ((personFlags as Record<string, string>)[flag] ?? flag)

const prefillOf = (flags: Flags): unknown => {
  const address = pick(flags, addressFlags)
  const hasAddress = Object.keys(address).length > 0
  const values = { ...pick(flags, personFlags), ...(hasAddress ? { address } : {}) }
  const locked = ((flags.lock as string[] | undefined) ?? []).flatMap((list) => list.split(','))
  if (Object.keys(values).length === 0 && locked.length === 0) return null
  return { values, locked: locked.map((flag) => fieldOfLock(flag.trim())) }
}

/** What the words of the command ask for; whether it makes sense is for `findLinkFlaws` to say. Throws on an unknown flag. */
export const readLinkOrder = (words: readonly string[]): LinkOrder => {
  const { values: flags, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  if (positionals.length !== 1) throw new CommandError('Name one tenant, as in its link: maple')
  const asked = {
    prefill: prefillOf(flags),
    ...(flags.days === undefined ? {} : { days: Number(flags.days) }),
    ...pick(flags, { language: 'language', tag: 'tag', 'return-url': 'returnUrl' }),
    isDemo: flags.demo === true,
  }
  return {
    slug: positionals[0] as string,
    isQuiet: flags.quiet === true,
    repairs: flags.repairs ?? null,
    link: asked as NewLink,
  }
}

const flagOf = (field: string): string => {
  const last = field.replace(/^prefill\.(values\.)?/, '').replace(/^address\./, '')
  const known = Object.entries({ ...personFlags, ...addressFlags, 'return-url': 'returnUrl', lock: 'locked' })
  return `--${known.find(([, name]) => name === last)?.[0] ?? last.replace(/^locked\..*/, 'lock')}`
}

/** A flaw in the words of the one who typed the command. */
export const describeFlaw = ({ field, flaw, says }: LinkFlaw, slug: string): string => {
  if (flaw === 'not_asked') return `${flagOf(field)}: ${slug} does not ask for this.`
  if (flaw === 'not_offered') return `${flagOf(field)}: ${slug} does not offer this language.`
  if (flaw === 'not_allowed') return `${flagOf(field)}: not on the list of return addresses of ${slug}.`
  return `${flagOf(field)}: ${says ?? 'not usable'}.`
}
