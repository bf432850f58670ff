/** What came of a value: taken, or replaced by the default with the reason. */
export type Reading<T> = { readonly value: T; readonly hint?: string }

/** One parameter of a frame's address. `accepts` and `effect` are for the manual. */
export type Parameter<T> = {
  readonly accepts: string
  readonly standard: T
  readonly effect: string
  readonly read: (given: string) => Reading<T>
}

const replaced = <T>(standard: T, accepts: string): Reading<T> => ({
  value: standard,
  hint: `takes ${accepts}; the default ${JSON.stringify(standard)} counts`,
})

type Parse<T> = (given: string) => T | undefined

const parameter = <T>(accepts: string, standard: T, effect: string, parse: Parse<T>): Parameter<T> => ({
  accepts,
  standard,
  effect,
  read: (given) => {
    const value = parse(given)
    return value === undefined ? replaced(standard, accepts) : { value }
  },
})

/** `true` or `false`; a name without a value switches on. */
export const onOff = (standard: boolean, effect: string): Parameter<boolean> =>
  parameter('`true` or `false`', standard, effect, (given) => {
    const asked = given.trim().toLowerCase()
    if (asked === 'true' || asked === '') return true
    return asked === 'false' ? false : undefined
  })

/** One of a closed list, whatever the letters' case. */
export const oneOf = <const T extends string, const D extends T | null>(
  values: readonly T[],
  standard: D,
  effect: string,
): Parameter<T | D> =>
  parameter<T | D>(values.map((value) => `\`${value}\``).join(', '), standard, effect, (given) =>
    values.find((value) => value.toLowerCase() === given.trim().toLowerCase()),
  )

/** Anything printable; what is longer is cut. */
export const text = (most: number, effect: string): Parameter<string | null> =>
  parameter<string | null>(
    `text of at most ${most} characters`,
    null,
    effect,
    (given) =>
      Array.from(given.replace(/\p{Cc}/gu, '').trim())
        .slice(0, most)
        .join('') || null,
  )

export const httpsUrl = (effect: string): Parameter<string | null> =>
  parameter<string | null>('an https address', null, effect, (given) =>
    URL.canParse(given) && new URL(given).protocol === 'https:' ? new URL(given).href : undefined,
  )

export const ratio = (effect: string): Parameter<number | null> =>
  parameter<number | null>('a number from 0 to 1', null, effect, (given) => {
    const value = Number(given)
    return given.trim() !== '' && value >= 0 && value <= 1 ? value : undefined
  })

export const wholeNumber = (least: number, most: number, effect: string): Parameter<number | null> =>
  parameter<number | null>(`a whole number from ${least} to ${most}`, null, effect, (given) => {
    const value = Number(given)
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined
  })

/** Words between commas. */
export const words = (most: number, effect: string): Parameter<string[]> =>
  parameter<string[]>('words between commas', [], effect, (given) =>
    given
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .slice(0, most),
  )
