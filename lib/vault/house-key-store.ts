import type { Prisma } from '#lib/db/generated/client.ts'
import { houseTables, inHouseTurn } from '#lib/db/staff-tables.ts'
import { randomKey } from '#lib/kit/crypto.ts'
import { mintId } from '#lib/kit/ids.ts'
import { currentKekId, unwrapKey, wrapKey } from './key-encryption.ts'

type HouseKeyRow = Prisma.HouseKeyGetPayload<object>

/** Stands where a tenant's id does in what authenticates a wrapped key. */
export const house = 'house'

const newestFirst: Prisma.HouseKeyFindManyArgs = { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }

const newRow = (purpose: 'data' | 'lookup') => {
  const id = mintId('key')
  return { id, purpose, ...wrapKey(house, { id, purpose }, randomKey()) }
}

/** The installation's keys, newest first; made when they are first asked for, once. */
export const listHouseKeys = async (): Promise<HouseKeyRow[]> => {
  const known = await houseTables().houseKey.findMany(newestFirst)
  if (known.length > 0) return known
  return inHouseTurn(async (tables) => {
    if ((await tables.houseKey.count()) === 0)
      await tables.houseKey.createMany({ data: [newRow('data'), newRow('lookup')] })
    return tables.houseKey.findMany(newestFirst)
  })
}

/** Wraps every key of the installation by the current key-encryption key; answers how many were re-wrapped. */
export const rewrapHouseKeys = (): Promise<number> =>
  inHouseTurn(async ({ houseKey }) => {
    const stale = await houseKey.findMany({ where: { kekId: { not: currentKekId() } } })
    for (const row of stale)
      await houseKey.update({ where: { id: row.id }, data: wrapKey(house, row, unwrapKey(house, row)) })
    return stale.length
  })
