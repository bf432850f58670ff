import type { Prisma } from '#lib/db/generated/client.ts'
import { scopeDoors } from '#lib/db/scope-doors.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { mintId } from '#lib/kit/ids.ts'
import { edgeOfLook, type Look, lookWithin } from '#lib/kit/look.ts'

export type DeliveryRow = Prisma.WebhookDeliveryGetPayload<{ include: { message: true } }>
export type TryRow = Prisma.WebhookTryGetPayload<object>

/** `timestamp` columns are UTC without a zone: the text of an instant loses its `Z` and nothing else. */
const utc = (at: Date): string => at.toISOString()

export type Addressed = {
  readonly endpointId: string
  readonly messageId: string
  readonly threadId: string
  readonly dueAt: Date
}

/** Puts a message on its way, or on its way again from the first try. One that is being tried now is left alone. */
export const putOnItsWay = async (tx: TenantDb, { dueAt, ...to }: Addressed): Promise<boolean> => {
  const { endpointId, messageId } = to
  const id = mintId('whd')
  const data = [{ id, ...to, dueAt, tenantId: tx.tenantId }]
  const { count } = await tx.tables.webhookDelivery.createMany({ data, skipDuplicates: true })
  if (count === 1) return true
  const { count: again } = await tx.tables.webhookDelivery.updateMany({
    where: { endpointId, messageId, leaseId: null },
    data: { status: 'waiting', tries: 0, dueAt, deliveredAt: null },
  })
  return again === 1
}

/**
 * When something of an endpoint is to be tried next: waiting, held by nobody, and no earlier one of its thread is still
 * waiting. Null when there is nothing.
 */
export const findNextDue = async (tx: TenantDb, endpointId: string, now: Date): Promise<Date | null> => {
  const [next] = await tx.tables.$queryRaw<{ dueAt: Date }[]>`
    select d."dueAt" from "WebhookDelivery" d
    where d."endpointId" = ${endpointId} and d."tenantId" = ${tx.tenantId} and d.status = 'waiting'
      and (d."leasedUntil" is null or d."leasedUntil" <= ${utc(now)}::timestamp)
      and not exists (
        select 1 from "WebhookDelivery" e where e."endpointId" = d."endpointId" and e."threadId" = d."threadId"
          and e.status = 'waiting' and e.sequence < d.sequence
      )
    order by d."dueAt", d.sequence limit 1`
  return next?.dueAt ?? null
}

export type Lease = {
  /** Due by then counts as due. */
  readonly by: Date
  readonly now: Date
  /** Leases of the endpoint at the same time. */
  readonly limit: number
  readonly leaseId: string
  readonly leasedUntil: Date
}

/**
 * Takes the next delivery of an endpoint that is due, unless enough of them are taken; answers its id. One statement,
 * for it is asked while the endpoint is locked, and all who deliver to it wait for each other there.
 */
export const leaseNext = async (
  tx: TenantDb,
  endpointId: string,
  { by, now, limit, leaseId, leasedUntil }: Lease,
): Promise<string | null> => {
  const [taken] = await tx.tables.$queryRaw<{ id: string }[]>`
    update "WebhookDelivery" set "leaseId" = ${leaseId}, "leasedUntil" = ${utc(leasedUntil)}::timestamp
    where id = (
      select d.id from "WebhookDelivery" d
      where d."endpointId" = ${endpointId} and d."tenantId" = ${tx.tenantId} and d.status = 'waiting'
        and d."dueAt" <= ${utc(by)}::timestamp
        and (d."leasedUntil" is null or d."leasedUntil" <= ${utc(now)}::timestamp)
        and not exists (
          select 1 from "WebhookDelivery" e where e."endpointId" = d."endpointId" and e."threadId" = d."threadId"
            and e.status = 'waiting' and e.sequence < d.sequence
        )
      order by d."dueAt", d.sequence limit 1
    ) and ${limit} > (
      select count(*) from "WebhookDelivery" held where held."endpointId" = ${endpointId}
        and held."leasedUntil" > ${utc(now)}::timestamp
    )
    returning id`
  return taken?.id ?? null
}

/** Gives the lease back with what came of it. False when it had run out and somebody else took it. */
export const releaseDelivery = async (
  tx: TenantDb,
  held: { readonly id: string; readonly leaseId: string },
  change: Prisma.WebhookDeliveryUncheckedUpdateManyInput,
): Promise<boolean> => {
  const { count } = await tx.tables.webhookDelivery.updateMany({
    where: held,
    data: { ...change, leaseId: null, leasedUntil: null },
  })
  return count === 1
}

export const insertTry = async (
  tx: TenantDb,
  data: Omit<Prisma.WebhookTryUncheckedCreateInput, 'tenantId'>,
): Promise<void> => {
  await tx.tables.webhookTry.create({ data: { ...data, tenantId: tx.tenantId } })
}

export const findDelivery = (db: TenantDb, id: string): Promise<DeliveryRow | null> =>
  db.tables.webhookDelivery.findUnique({ where: { id }, include: { message: true } })

export type DeliveryQuery = {
  readonly endpointId?: string
  /** Only those to these endpoints. */
  readonly endpointIds?: readonly string[]
  readonly status?: DeliveryRow['status']
  /** Those before this one, which was the last of the page before. */
  readonly before?: string
  readonly limit: number
}

type ListedRow = DeliveryRow & { attempts: TryRow[] }

/** Newest first. Of one status, one look goes no further than it may. */
export const listDeliveryRows = (
  db: TenantDb,
  { before, limit, endpointIds, status, ...rest }: DeliveryQuery,
): Promise<Look<ListedRow>> => {
  const where = {
    ...rest,
    ...(endpointIds === undefined ? {} : { endpoint: { id: { in: [...endpointIds] } } }),
  }
  const earlier = before === undefined ? {} : { id: { lt: before } }
  const { webhookDelivery } = db.tables
  return lookWithin({
    limit,
    edge: async () =>
      status === undefined
        ? []
        : webhookDelivery.findMany({ where: { ...where, ...earlier }, ...edgeOfLook }),
    read: (downTo) =>
      webhookDelivery.findMany({
        where: { ...where, ...(status && { status }), AND: [earlier, { id: downTo }] },
        include: { message: true, attempts: { orderBy: { id: 'desc' }, take: 1 } },
        orderBy: { id: 'desc' },
        take: limit,
      }),
  })
}

/** The first try first. */
export const listTryRows = (db: TenantDb, deliveryId: string): Promise<TryRow[]> =>
  db.tables.webhookTry.findMany({ where: { deliveryId }, orderBy: { id: 'asc' } })

/** Endpoints of all tenants for which something has been due since before `before` and nobody holds it. */
export const listOverdueEndpoints = (
  before: Date,
): Promise<{ readonly tenantId: string; readonly endpointId: string }[]> =>
  scopeDoors().webhookDelivery.findMany({
    where: {
      status: 'waiting',
      dueAt: { lt: before },
      OR: [{ leasedUntil: null }, { leasedUntil: { lt: before } }],
      endpoint: { disabledAt: null, OR: [{ pausedUntil: null }, { pausedUntil: { lt: before } }] },
    },
    distinct: ['endpointId'],
    select: { tenantId: true, endpointId: true },
    take: 500,
  })
