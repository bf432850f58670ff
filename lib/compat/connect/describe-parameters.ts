import { otherParameters, settingParameters } from './parameters.ts'

const standardOf = (standard: unknown): string => {
  if (standard === null || (Array.isArray(standard) && standard.length === 0)) return '–'
  return `\`${String(standard)}\``
}

const settingRows = (): string[] =>
  Object.entries(settingParameters).map(
    ([name, { accepts, standard, effect }]) =>
      `| \`${name}\` | ${accepts} | ${standardOf(standard)} | ${effect} |`,
  )

const otherRows = (): string[] =>
  Object.entries(otherParameters).map(([name, effect]) => `| \`${name}\` | ${effect} |`)

/** The page docs/connect-parameters.md, made from the tables; a test checks that the stored page is this one. */
export const describeParameters = (): string =>
  [
    '# Parameters of a frame',
    '',
    'Made from `lib/compat/connect/parameters.ts` by `npm run docs:parameters`; do not edit.',
    '',
    'They stand in the query of `/v2/` and `/v2/Credential/{institution}`. Names are read without regard to case, unknown',
    'ones are ignored, and a value that is not understood gives way to the default. What a tenant’s flow policy has fixed',
    'stays fixed: an address may ask for fewer accounts, kinds, currencies, countries and days, never for more.',
    '',
    '## What a visit keeps',
    '',
    '| name | takes | default | effect |',
    '|---|---|---|---|',
    ...settingRows(),
    '',
    '## Others',
    '',
    '| name | effect |',
    '|---|---|',
    ...otherRows(),
    '',
  ].join('\n')
