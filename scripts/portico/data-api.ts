import { parseArgs } from 'node:util'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/db/tenant-db.ts'
import {
  adoptClientCredential,
  mintClientCredential,
  revokeClientCredentials,
} from '#lib/tenants/client-credential.ts'
import { getTenant, setMayLinkByApi } from '#lib/tenants/tenant-store.ts'
import { actor, type Command, CommandError } from './command.ts'
import { tenantNamed } from './tenant-named.ts'

const read = (words: string[]) =>
  parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      secret: { type: 'boolean', default: false },
      'x-api-key': { type: 'boolean', default: false },
      adopt: { type: 'string' },
    },
  })

const kindOf = ({ values }: ReturnType<typeof read>): 'secret' | 'x_api_key' => {
  if (values.secret === values['x-api-key'])
    throw new CommandError('Say which it is: --secret or --x-api-key')
  return values.secret ? 'secret' : 'x_api_key'
}

/** A key that is brought along is as strong as its length: a GUID has 122 bits of chance. */
const shortestKey = 32

const create: Command = {
  usage: '<tenant> --secret|--x-api-key [--adopt <key>]',
  says: 'Give a tenant a key of the data API. It is shown this once.',
  run: async (words) => {
    const asked = read(words)
    const kind = kindOf(asked)
    const { adopt } = asked.values
    if (adopt !== undefined && adopt.trim().length < shortestKey)
      throw new CommandError(`A key has at least ${shortestKey} signs.`)
    const db = await tenantNamed(asked.positionals[0])
    const key = await inTransaction(db, async (tx) => {
      await recordAudit(tx, { actor, action: 'data_key.created', subject: kind, detail: {} })
      if (adopt === undefined) return mintClientCredential(tx, kind)
      await adoptClientCredential(tx, kind, adopt)
      return adopt
    })
    console.log(`customer id  ${(await getTenant(db.tenantId)).customerId}\n${kind}  ${key}`)
  },
}

const revoke: Command = {
  usage: '<tenant> --secret|--x-api-key',
  says: 'End every key of that kind of a tenant, at once and for ever.',
  run: async (words) => {
    const asked = read(words)
    const kind = kindOf(asked)
    const db = await tenantNamed(asked.positionals[0])
    const count = await inTransaction(db, async (tx) => {
      await recordAudit(tx, { actor, action: 'data_keys.revoked', subject: kind, detail: {} })
      return revokeClientCredentials(tx, kind, new Date())
    })
    console.log(`${count} revoked.`)
  },
}

const loginByApi: Command = {
  usage: '<tenant> on|off',
  says: 'Whether its server may hand in credentials, and attests the consent with each login.',
  run: async ([slug, word]) => {
    if (word !== 'on' && word !== 'off') throw new CommandError('Say on or off.')
    const db = await tenantNamed(slug)
    await inTransaction(db, async (tx) => {
      await recordAudit(tx, { actor, action: `login_by_api.${word}`, subject: db.tenantId, detail: {} })
      await setMayLinkByApi(tx, word === 'on')
    })
    console.log(`Login by API is ${word} for ${slug}.`)
  },
}

export const dataApiCommands = { 'data-key': create, 'revoke-data-keys': revoke, 'login-by-api': loginByApi }
