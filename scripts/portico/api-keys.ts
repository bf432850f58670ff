import { parseArgs } from 'node:util'
import { ZodError, z } from 'zod'
import { type ApiKey, apiScopes, type NewApiKey } from '#lib/tenants/api-key.ts'
import { listApiKeys } from '#lib/tenants/api-key-store.ts'
import { createApiKey } from '#lib/tenants/create-api-key.ts'
import { revokeApiKey } from '#lib/tenants/revoke-api-key.ts'
import { actor, type Command, CommandError } from './command.ts'
import { tenantNamed } from './tenant-named.ts'

const read = (words: string[]) =>
  parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      name: { type: 'string', default: '' },
      scopes: { type: 'string', default: '' },
      test: { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
    },
  })

const askedOf = ({ values }: ReturnType<typeof read>): NewApiKey => {
  if (values.test === values.live) throw new CommandError('Say which it is: --test or --live')
  const scopes = values.scopes === 'all' ? [...apiScopes] : values.scopes.split(',').filter(Boolean)
  return { label: values.name, mode: values.test ? 'test' : 'live', scopes: scopes as NewApiKey['scopes'] }
}

const refusalOf = (error: unknown): unknown =>
  error instanceof ZodError
    ? new CommandError(`${z.prettifyError(error)}\nScopes are: ${apiScopes.join(', ')}, or all`)
    : error

const create: Command = {
  usage: '<tenant> --name <what for> --scopes <a,b|all> --test|--live',
  says: 'Make an API key. Its secret is shown this once.',
  run: async (words) => {
    const asked = read(words)
    const db = await tenantNamed(asked.positionals[0])
    const { key, secret } = await createApiKey(db, askedOf(asked), { actor }).catch((error) => {
      throw refusalOf(error)
    })
    console.log(`${key.id}  ${key.mode}  ${key.scopes.join(',')}\n${secret}`)
  },
}

const standingOf = ({ revokedAt, lastUsedAt }: ApiKey): string =>
  revokedAt ? `revoked ${revokedAt.toISOString()}` : `used ${lastUsedAt ? lastUsedAt.toISOString() : 'never'}`

const list: Command = {
  usage: '<tenant>',
  says: 'List API keys, the newest first.',
  run: async ([slug]) => {
    for (const key of await listApiKeys(await tenantNamed(slug))) {
      const { id, mode, hint, label, scopes } = key
      console.log([id, mode, `…${hint}`, label, scopes.join(','), standingOf(key)].join('  '))
    }
  },
}

const revoke: Command = {
  usage: '<tenant> <key id>',
  says: 'End an API key for ever.',
  run: async ([slug, id = '']) => {
    const isDone = await revokeApiKey(await tenantNamed(slug), id, { actor, now: new Date() })
    if (!isDone) throw new CommandError(`“${id}” is no key of ${slug} that could be ended.`)
    console.log(`${id} is revoked.`)
  },
}

export const apiKeyCommands = { 'api-key': create, 'api-keys': list, 'revoke-api-key': revoke }
