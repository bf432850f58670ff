import type { Adapter, AdapterPayload } from 'oidc-provider'

const mostKept = 20_000

type Kept = { payload: AdapterPayload; expiresAt: number }

/** What a door has issued, by kind and id. The map keeps the order of writing: what is oldest makes room first. */
export type IssuedStore = Map<string, Kept>

/** The library's storage in memory, shared by all kinds of one door, bounded. */
export class MemoryAdapter implements Adapter {
  readonly #kind: string
  readonly #store: IssuedStore

  constructor(kind: string, store: IssuedStore) {
    this.#kind = kind
    this.#store = store
  }

  #key(id: string): string {
    return `${this.#kind}/${id}`
  }

  #ownPayloads(): AdapterPayload[] {
    const own = [...this.#store].filter(([key]) => key.startsWith(`${this.#kind}/`))
    return own.map(([, { payload }]) => payload)
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const key = this.#key(id)
    this.#store.delete(key)
    this.#store.set(key, { payload, expiresAt: Date.now() + (expiresIn ?? Infinity) * 1_000 })
    if (this.#store.size > mostKept) this.#store.delete(this.#store.keys().next().value ?? '')
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.#store.get(this.#key(id))
    return kept && kept.expiresAt > Date.now() ? kept.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#ownPayloads().find((payload) => payload.uid === uid)
  }

  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    const kept = this.#store.get(this.#key(id))
    if (kept) kept.payload = { ...kept.payload, consumed: Math.floor(Date.now() / 1_000) }
  }

  async destroy(id: string): Promise<void> {
    this.#store.delete(this.#key(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.#store) {
      if (key.startsWith(`${this.#kind}/`) && payload.grantId === grantId) this.#store.delete(key)
    }
  }
}
