/** Published versions never change, so what was read once may be kept; the oldest make room beyond `limit`. */
export class VersionCache<T> {
  readonly #kept = new Map<string, T>()
  readonly #limit: number

  constructor(limit = 1_000) {
    this.#limit = limit
  }

  async get(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    const value = await read()
    if (this.#kept.size >= this.#limit) this.#kept.delete(this.#kept.keys().next().value ?? '')
    this.#kept.set(key, value)
    return value
  }
}
