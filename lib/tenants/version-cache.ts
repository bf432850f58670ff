import { Latest } from '#lib/kit/latest.ts'

/**
 * Published versions never change, so what was read once may be kept; beyond `limit` the one unused for longest makes
 * room. Callers that ask together share one reading, and a reading that failed is not kept.
 */
export class VersionCache<T> {
  readonly #kept: Latest<Promise<T>>

  constructor(limit = 1_000) {
    this.#kept = new Latest(limit)
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    return this.#kept.get(key) ?? this.#begin(key, read)
  }

  #begin(key: string, read: () => Promise<T>): Promise<T> {
    const answer = read()
    this.#kept.set(key, answer)
    answer.catch(() => this.#kept.delete(key))
    return answer
  }
}
