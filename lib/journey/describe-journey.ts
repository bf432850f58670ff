import { orderPresets } from './order-presets.ts'
import { stepIds } from './step-ids.ts'
import { steps } from './steps.ts'

const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

const stepRows = (): string[] =>
  stepIds.map((id) => {
    const { isReopenable, forgets, place } = steps[id]
    return `| \`${id}\` | ${yesNo(isReopenable)} | ${forgets.join(', ') || '–'} | \`${place}\` |`
  })

/** The page docs/journey.md, made from the table; a test checks that the stored page is this one. */
export const describeJourney = (): string =>
  [
    '# The journey',
    '',
    'Made from `lib/journey/steps.ts` and `lib/journey/order-presets.ts` by `npm run docs:journey`; do not edit.',
    '',
    'A session stores facts, never a step. The step that is due is the first one of the preset that is needed and not',
    'done; a step that is reopenable may be visited again while the visit lasts, and changing it forgets the facts named.',
    '',
    '## Order presets',
    '',
    ...Object.entries(orderPresets).map(([name, order]) => `- \`${name}\`: ${order.join(' → ')}`),
    '',
    '## Steps',
    '',
    '| step | may be changed later | a change forgets | counts as |',
    '|---|---|---|---|',
    ...stepRows(),
    '',
  ].join('\n')
