import type { ZodObject, ZodType, z } from 'zod'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { ErrorCode } from '#lib/kit/errors.ts'
import type { ApiKey, ApiScope } from '#lib/tenants/api-key.ts'

type Output<S> = S extends ZodType ? z.output<S> : undefined
type Input<S> = S extends ZodType ? z.input<S> : undefined

/** A request that has passed the door: who asks, and what, parsed. */
export type Call<P = unknown, Q = unknown, B = unknown> = {
  readonly key: ApiKey
  /** The key's tenant, in the transaction that also keeps the answer where an idempotency key was sent. */
  readonly db: TenantDb
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly now: Date
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

type Declared<P, Q, B, A> = {
  readonly id: string
  readonly method: Method
  /** Parameters in braces. */
  readonly path: `/api/v1/${string}`
  readonly tag: string
  /** Null: every key may. */
  readonly scope: ApiScope | null
  readonly summary: string
  readonly description?: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly status: 200 | 201 | 202 | 204
  /** What leaves is parsed by it: a field that is not here does not leave. Absent: no body. */
  readonly answer?: A
  /** Ways to fail beyond those that every operation has. */
  readonly errors?: readonly ErrorCode[]
}

export type Operation = Declared<ZodObject, ZodObject, ZodType, ZodType> & {
  readonly run: (call: Call) => Promise<unknown>
}

/** Declares one verb of the API. Its schemas parse what comes and what leaves, and write the OpenAPI document. */
export const operation = <
  P extends ZodObject | undefined = undefined,
  Q extends ZodObject | undefined = undefined,
  B extends ZodType | undefined = undefined,
  A extends ZodType | undefined = undefined,
>(
  declared: Declared<P, Q, B, A> & {
    readonly run: (call: Call<Output<P>, Output<Q>, Output<B>>) => Promise<Input<A>>
  },
): Operation => declared as unknown as Operation
