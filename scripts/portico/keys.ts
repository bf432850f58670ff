import { parseArgs } from 'node:util'
import { type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { shredTenant } from '#lib/flow/shred-tenant.ts'
import { resealAll, rewrapKeys, rotateKey } from '#lib/tenants/look-after-keys.ts'
import { type ListedTenant, listTenants } from '#lib/tenants/tenant-store.ts'
import { rewrapHouseKeys } from '#lib/vault/house-key-store.ts'
import { currentKekId } from '#lib/vault/key-encryption.ts'
import { houseKeyStatus, type KeyStatus, tenantKeyStatus } from '#lib/vault/key-status.ts'
import { actor, type Command, CommandError } from './command.ts'
import { keyLine, keysInNeed } from './key-lines.ts'
import { tenantNamed } from './tenant-named.ts'

const by = () => ({ actor, now: new Date() })

const tenantsOf = async (slug: string | undefined): Promise<readonly ListedTenant[]> => {
  const tenants = await listTenants(slug)
  if (slug !== undefined && tenants.length === 0) throw new CommandError(`No tenant is called “${slug}”.`)
  return tenants
}

const print = (title: string, keys: readonly KeyStatus[], now: Date): void => {
  console.log(title)
  for (const key of keys) console.log(`  ${keyLine(key, now)}`)
  if (keys.length === 0) console.log('  no keys: what it sealed is erased')
}

const status = async ([slug]: string[]): Promise<void> => {
  const now = new Date()
  const seen: KeyStatus[] = []
  console.log(`key-encryption key in use here: ${currentKekId()}`)
  const house = slug === undefined ? await houseKeyStatus() : []
  if (house.length > 0) print('the installation', house, now)
  for (const { id, slug: name } of await tenantsOf(slug)) {
    const keys = await tenantKeyStatus(tenantDb(id))
    print(name, keys, now)
    seen.push(...keys)
  }
  console.log(keysInNeed([...house, ...seen]))
}

/** The installation's keys and those of every tenant, by the key-encryption key that is in use now. */
const rewrap = async (): Promise<void> => {
  console.log(`the installation: ${await rewrapHouseKeys()} keys wrapped anew`)
  for (const { id, slug } of await listTenants())
    console.log(`${slug}: ${await rewrapKeys(tenantDb(id), by())} keys wrapped anew`)
  console.log(`All is wrapped by ${currentKekId()}: former key-encryption keys are needed for backups alone.`)
}

const resealOf = async (db: TenantDb, slug: string): Promise<void> => {
  let done = 0
  const { sealed, retired } = await resealAll(db, by(), ({ table, count }) => {
    done += count
    if (count > 0) console.log(`  ${table}  ${done}`)
  })
  console.log(`${slug}: ${sealed} sealed anew`)
  if (retired.count > 0) console.log(`${retired.count} older data keys deleted: nothing is sealed by them`)
  if (retired.notBefore)
    console.log(
      `Older data keys stay until no process uses them. Delete them by: npm run portico -- keys reseal ${slug}, after ${retired.notBefore.toISOString()}`,
    )
}

const rotate = async ([slug]: string[]): Promise<void> => {
  const db = await tenantNamed(slug)
  await rotateKey(db, by())
  console.log(`${slug}: a new data key seals from now on, in other processes within a minute`)
  await resealOf(db, slug ?? '')
}

const resealOne = async ([slug]: string[]): Promise<void> => resealOf(await tenantNamed(slug), slug ?? '')

const shred = async (words: string[]): Promise<void> => {
  const options = {
    tenant: { type: 'string', default: '' },
    'yes-shred': { type: 'string', default: '' },
  } as const
  const { tenant, 'yes-shred': confirmed } = parseArgs({ args: words, options }).values
  const db = await tenantNamed(tenant)
  if (confirmed !== tenant)
    throw new CommandError(
      `Nothing was done. This erases all that ${tenant} has sealed and closes its doors, for ever.\nTo confirm: --tenant ${tenant} --yes-shred ${tenant}`,
    )
  await shredTenant(db, by())
  console.log(
    `${tenant}: its keys are deleted and its doors are closed. What remains: docs/operating-keys.md`,
  )
}

const verbs: Readonly<Record<string, (words: string[]) => Promise<void>>> = {
  status,
  rewrap,
  rotate,
  reseal: resealOne,
  shred,
}

const keys: Command = {
  usage:
    'status [<tenant>] | rewrap | rotate <tenant> | reseal <tenant> | shred --tenant maple --yes-shred maple',
  says: `Which key wraps and seals what. \`rewrap\` after a new KEY_ENCRYPTION_KEY; \`rotate\` gives a tenant a new data
      key and seals everything anew, \`reseal\` goes on with that; \`shred\` erases a tenant (docs/operating-keys.md)`,
  run: async ([verb = '', ...words]) => {
    const run = verbs[verb]
    if (!run) throw new CommandError(`keys ${keys.usage}`)
    await run(words)
  },
}

export const keyCommands = { keys }
