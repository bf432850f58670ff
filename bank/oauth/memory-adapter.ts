import type { Adapter, AdapterPayload } from 'oidc-provider'

const mostKept = 20_000

type Kept = { payload: AdapterPayload; expiresAt: number }

/** Things of one kind that a door has issued, by id, in the order of writing. */
export type IssuedStore = Map<string, Kept>

/**
 * The library's storage, in memory and bounded: what is oldest makes room first. Each kind has a store of its own, so
 * that thousands of proofs, remembered for minutes, never push out a consent that stands for a year.
 */
export class MemoryAdapter implements Adapter {
  readonly #store: IssuedStore

  constructor(store: IssuedStore = new Map()) {
    this.#store = store
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#store.delete(id)
    this.#store.set(id, { payload, expiresAt: Date.now() + (expiresIn ?? Infinity) * 1_000 })
    if (this.#store.size > mostKept) this.#store.delete(this.#store.keys().next().value ?? '')
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.#store.get(id)
    return kept && kept.expiresAt > Date.now() ? kept.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#store.values()].find(({ payload }) => payload.uid === uid)?.payload
  }

  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    const kept = this.#store.get(id)
    if (kept) kept.payload = { ...kept.payload, consumed: Math.floor(Date.now() / 1_000) }
  }

  async destroy(id: string): Promise<void> {
    this.#store.delete(id)
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#store) if (payload.grantId === grantId) this.#store.delete(id)
  }
}

/** One adapter a kind, however often the library asks for it. */
export const memoryAdapters = (): ((kind: string) => MemoryAdapter) => {
  const adapters = new Map<string, MemoryAdapter>()
  return (kind) => {
    const adapter = adapters.get(kind) ?? new MemoryAdapter()
    adapters.set(kind, adapter)
    return adapter
  }
}
