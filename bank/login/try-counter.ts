const forgetAfterMs = 15 * 60_000
const mostCounted = 50_000

/** Counts wrong tries by customer. A quarter of an hour after the last one the count starts afresh. */
export class TryCounter {
  readonly #counts = new Map<string, { count: number; at: number }>()

  countOf(key: string, now: Date): number {
    const known = this.#counts.get(key)
    return known && now.getTime() - known.at < forgetAfterMs ? known.count : 0
  }

  add(key: string, now: Date): number {
    const count = this.countOf(key, now) + 1
    this.#counts.delete(key)
    this.#counts.set(key, { count, at: now.getTime() })
    // The map keeps the order of writing, so the first key is the stalest: memory stays bounded.
    if (this.#counts.size > mostCounted) this.#counts.delete(this.#counts.keys().next().value ?? '')
    return count
  }

  clear(key: string): void {
    this.#counts.delete(key)
  }
}
