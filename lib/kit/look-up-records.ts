import { Resolver } from 'node:dns/promises'
import { env } from './env.ts'
import { failed, type Outcome, succeeded } from './outcome.ts'

/** What a name has of one kind, none at all included; or that nobody could be asked, which says nothing of the name. */
export type Looked = Outcome<readonly string[], 'no_answer'>

export type NameServers = {
  /** `address` or `address:port`; none: those of the machine. */
  readonly servers: readonly string[]
  /** How long the first try of each server waits; each later one waits longer. */
  readonly timeoutMs: number
  readonly tries: number
}

/** The servers an operator names, or those of the machine. */
const namedServers = (): NameServers => ({
  servers: env().DNS_SERVERS,
  timeoutMs: 2_000,
  tries: 2,
})

/** No such name, no record of the kind, or no name at all: each is an answer. */
const saysNothing = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME'])

const answerOf = async (asked: Promise<readonly string[]>): Promise<Looked> => {
  try {
    return succeeded(await asked)
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? ''
    return saysNothing.has(code) ? succeeded([]) : failed('no_answer')
  }
}

// One for each question: what a resolver heard a minute ago is not what a person who presses “check now” asks for.
const resolverAt = ({ servers, timeoutMs, tries }: NameServers): Resolver => {
  const resolver = new Resolver({ timeout: timeoutMs, tries })
  if (servers.length > 0) resolver.setServers([...servers])
  return resolver
}

const withoutDot = (name: string): string => name.replace(/\.$/, '').toLowerCase()

/** The texts of a name; a long text, which travels in chunks, is whole again. */
export const lookUpTexts = async (name: string, at: NameServers = namedServers()): Promise<Looked> =>
  answerOf(
    resolverAt(at)
      .resolveTxt(name)
      .then((texts) => texts.map((chunks) => chunks.join(''))),
  )

/** Which name this one is another name of. */
export const lookUpAliases = async (name: string, at: NameServers = namedServers()): Promise<Looked> =>
  answerOf(
    resolverAt(at)
      .resolveCname(name)
      .then((names) => names.map(withoutDot)),
  )

/** Where a name leads in the end, of both families: one family alone is an answer. */
export const lookUpAddresses = async (name: string, at: NameServers = namedServers()): Promise<Looked> => {
  const resolver = resolverAt(at)
  const both = await Promise.all([answerOf(resolver.resolve4(name)), answerOf(resolver.resolve6(name))])
  const found = both.flatMap((answer) => (answer.ok ? answer.value : []))
  return found.length === 0 && both.some(({ ok }) => !ok) ? failed('no_answer') : succeeded(found)
}
