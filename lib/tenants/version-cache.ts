/**
 * Published versions never change, so what was read once may be kept; beyond `limit` the one unused for longest makes
 * room. Callers that ask together share one reading, and a reading that failed is not kept.
 */
export class VersionCache<T> {
  readonly #kept = new Map<string, Promise<T>>()
  readonly #limit: number

  constructor(limit = 1_000) {
    this.#limit = limit
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    const answer = this.#kept.get(key) ?? this.#begin(key, read)
    this.#kept.delete(key)
    this.#kept.set(key, answer)
    const [unused] = this.#kept.keys()
    if (this.#kept.size > this.#limit && unused !== undefined) this.#kept.delete(unused)
    return answer
  }

  #begin(key: string, read: () => Promise<T>): Promise<T> {
    const answer = read()
    answer.catch(() => this.#kept.delete(key))
    return answer
  }
}
