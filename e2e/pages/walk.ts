import type { Page } from '@playwright/test'
import type { Journey, StepId } from './journey.ts'
import { codeSentTo } from './mailbox.ts'
import type { Person } from './person.ts'

const stepOf = (page: Page): StepId => new URL(page.url()).pathname.split('/').at(-1) as StepId

/** By what each field says of itself to browsers, so that a field more or less changes nothing here. */
const typedFor = (autocomplete: string, person: Person): string => {
  if (autocomplete === 'email') return person.email
  if (autocomplete === 'name') return person.name
  const known: Record<string, string> = {
    tel: '416 555 0134',
    'tel-national': '416 555 0134',
    'street-address': '12 Main Street',
    'address-line1': '12 Main Street',
    'address-level1': 'ON',
    'address-level2': 'Toronto',
    'postal-code': 'M5V 2T6',
    country: 'CA',
    'bday-day': '14',
    'bday-month': '7',
    'bday-year': '1985',
  }
  return known[autocomplete] ?? 'A-1001'
}

const fillIdentity = async ({ page }: Journey, person: Person): Promise<void> => {
  const form = page.locator('form[action$="/submit/identity"]')
  for (const field of await form.locator('input:visible:not([readonly])').all()) {
    if (['radio', 'checkbox'].includes((await field.getAttribute('type')) ?? '')) continue
    await field.fill(typedFor((await field.getAttribute('autocomplete')) ?? '', person))
  }
  for (const list of await form.locator('select:visible').all())
    await list.selectOption(typedFor((await list.getAttribute('autocomplete')) ?? '', person))
}

const pickAccount = async ({ page }: Journey): Promise<void> => {
  const first = page.locator('input[name=account]:enabled:not([type=hidden])').first()
  if ((await first.count()) > 0) await first.check()
}

/** Which step follows is the tenant's order. */
const chooseTestBank = async ({ page }: Journey): Promise<void> => {
  await page.getByRole('searchbox').fill('flinks')
  await page.getByRole('searchbox').press('Enter')
  await page.waitForURL(/q=/)
  await page
    .getByRole('button', { name: /flinks/i })
    .first()
    .click()
}

type Act = (journey: Journey, person: Person) => Promise<void>

/** What a person does on the page of a step, so that the next becomes due. */
const acts: Partial<Record<StepId, Act>> = {
  identity: async (journey, person) => {
    await fillIdentity(journey, person)
    await journey.button(journey.words.continue).click()
  },
  verify: async (journey, person) => {
    const field = journey.page.getByLabel(journey.words.code, { exact: true })
    await field.fill(await codeSentTo(person.email))
    await journey.button(journey.words.continue).click()
  },
  consent: (journey) => journey.button(journey.words.agree).click(),
  institution: chooseTestBank,
  login: (journey, person) => journey.signIn(person.userAs('Greatday')),
  mfa: (journey) => journey.answer('Triangle'),
  accounts: async (journey) => {
    await pickAccount(journey)
    await journey.button(journey.words.share).click()
  },
}

/** The forms that refuse to be sent empty, and the button that sends them. */
const senders = {
  identity: 'continue',
  verify: 'continue',
  login: 'signIn',
  mfa: 'continue',
  accounts: 'share',
} as const

const isSender = (step: StepId): step is keyof typeof senders => step in senders

/** Sends the form of a step with nothing in it. False where the step has none that could be refused. */
const sendEmpty = async (journey: Journey, step: StepId): Promise<boolean> => {
  const { page } = journey
  if (!isSender(step)) return false
  if (step === 'accounts' && (await page.locator('input[name=account]:enabled').count()) === 0) return false
  for (const field of await page.getByRole('main').getByRole('textbox').all()) await field.fill('')
  for (const box of await page.locator('input[name=account]:checked').all()) await box.uncheck()
  await journey.button(journey.words[senders[step]]).click()
  await page.getByRole('alert').waitFor()
  return true
}

export type Arrival = { readonly step: StepId; readonly isRefused: boolean }

/**
 * Walks a whole visit and calls `onArrival` on each page: as it comes, and once more with what an empty form is told.
 * Pages that only wait are passed by.
 */
export const walkThrough = async (
  journey: Journey,
  person: Person,
  onArrival: (arrival: Arrival) => Promise<void>,
): Promise<void> => {
  const { page } = journey
  for (;;) {
    await page.waitForURL((url) => !url.pathname.endsWith('/connecting'), { timeout: 20_000 })
    const step = stepOf(page)
    await onArrival({ step, isRefused: false })
    if (await sendEmpty(journey, step)) await onArrival({ step, isRefused: true })
    const act = acts[step]
    if (!act) return
    await act(journey, person)
    await page.waitForURL((url) => !url.pathname.endsWith(`/${step}`), { timeout: 20_000 })
  }
}
