import fc from 'fast-check'

const asked = process.env.PROPERTY_SEED ?? '1'

/**
 * The seed of every property and of the fuzz. It is the same in each run, so that a change is judged and not chance;
 * `PROPERTY_SEED=random` looks where no run has looked yet, and another number walks that way again.
 */
export const seed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked)

if (!Number.isSafeInteger(seed))
  throw new Error(`PROPERTY_SEED is a whole number or "random", not "${asked}".`)

// The reason stands in the report itself: the list of failures that closes a run shows nothing below it.
fc.configureGlobal({ seed, includeErrorInReport: true })

export { fc }
