import { z } from 'zod'
import type { Prisma } from '#lib/db/generated/client.ts'
import { staffTables } from '#lib/db/staff-tables.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { mintId, type StaffMemberId } from '#lib/kit/ids.ts'
import { openForHouse, sealForHouse } from '#lib/vault/house-seal.ts'

type Row = Prisma.StaffPasskeyGetPayload<object>

const documentSchema = z.object({
  credentialId: z.string(),
  /** base64url of the COSE key. */
  publicKey: z.string(),
  transports: z.array(z.string()),
})
export type PasskeyDocument = z.output<typeof documentSchema>

export type Passkey = {
  readonly id: string
  readonly label: string
  readonly counter: number
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly document: PasskeyDocument
}

const placeOf = (row: string) => ({ table: 'StaffPasskey', column: 'documentSealed', row })

const toPasskey = async ({
  documentSealed,
  credentialHash: _,
  memberId: __,
  ...row
}: Row): Promise<Passkey> => ({
  ...row,
  document: documentSchema.parse(JSON.parse(await openForHouse(placeOf(row.id), documentSealed))),
})

export const listPasskeys = async (memberId: StaffMemberId): Promise<Passkey[]> => {
  const where = { memberId }
  const rows = await staffTables().staffPasskey.findMany({ where, orderBy: { createdAt: 'asc' } })
  return Promise.all(rows.map(toPasskey))
}

export const insertPasskey = async (
  memberId: StaffMemberId,
  { label, counter, document }: Pick<Passkey, 'label' | 'counter' | 'document'>,
): Promise<void> => {
  const id = mintId('stp')
  await staffTables().staffPasskey.create({
    data: {
      id,
      memberId,
      label,
      counter,
      credentialHash: sha256(document.credentialId),
      documentSealed: await sealForHouse(placeOf(id), JSON.stringify(document)),
    },
  })
}

export const notePasskeyUse = async (id: string, counter: number, now: Date): Promise<void> => {
  await staffTables().staffPasskey.updateMany({ where: { id }, data: { counter, lastUsedAt: now } })
}

export const deletePasskey = async (memberId: StaffMemberId, id: string): Promise<boolean> =>
  (await staffTables().staffPasskey.deleteMany({ where: { memberId, id } })).count === 1
