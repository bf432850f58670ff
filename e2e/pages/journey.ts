import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { codeSentTo } from './mailbox.ts'
import type { Person } from './person.ts'

/** The words by which a person finds things; roles and names are the contract, not the markup. */
const words = {
  en: {
    start: 'Start',
    continue: 'Continue',
    agree: 'I agree',
    decline: 'I do not agree',
    fullName: 'Full name',
    email: 'Email address',
    code: 'Code',
    search: 'Search',
    username: 'Username or card number',
    password: 'Password',
    signIn: 'Sign in',
    share: /^Share/,
    finish: /^Return to/,
    cancel: /^Cancel and return/,
  },
  fr: {
    start: 'Commencer',
    continue: 'Continuer',
    agree: 'J’accepte',
    decline: 'Je n’accepte pas',
    fullName: 'Nom complet',
    email: /courriel/i,
    code: 'Code',
    search: 'Chercher',
    username: /utilisateur/i,
    password: 'Mot de passe',
    signIn: 'Ouvrir une session',
    share: /^Partager/,
    finish: /^Revenir à/,
    cancel: /^Annuler/,
  },
} as const

export type StepId =
  | 'identity'
  | 'verify'
  | 'consent'
  | 'institution'
  | 'login'
  | 'files'
  | 'mfa'
  | 'connecting'
  | 'review'
  | 'accounts'
  | 'done'

/** One visit, as a person makes it. Each verb does a step and waits for the page that follows. */
export class Journey {
  readonly page: Page
  readonly language: 'en' | 'fr'

  constructor(page: Page, language: 'en' | 'fr' = 'en') {
    this.page = page
    this.language = language
  }

  get words() {
    return words[this.language]
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  }

  /** `first` is the step that the tenant's running order begins with. */
  async open(slug = 'maple', first: StepId = 'identity'): Promise<void> {
    await this.page.goto(`/e/${slug}?language=${this.language}`)
    await this.button(this.words.start).click()
    await this.isAt(first)
  }

  /** The page is the step's, has one heading, and axe has nothing to say about it (A16). */
  async isAt(step: StepId): Promise<void> {
    await this.page.waitForURL(new RegExp(`/connect/ses_[^/]+/${step}(\\?.*)?$`), { timeout: 20_000 })
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveCount(1)
  }

  async isAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    )
  }

  async giveIdentity(person: Person): Promise<void> {
    await this.page.getByLabel(this.words.fullName).fill(person.name)
    await this.page.getByLabel(this.words.email).fill(person.email)
    await this.button(this.words.continue).click()
    await this.isAt('verify')
  }

  /** `next` is the step that follows in the tenant's running order. */
  async proveAddress(person: Person, next: StepId = 'consent'): Promise<void> {
    await this.page.getByLabel(this.words.code, { exact: true }).fill(await codeSentTo(person.email))
    await this.button(this.words.continue).click()
    await this.isAt(next)
  }

  async agree(next: StepId = 'institution'): Promise<void> {
    await this.button(this.words.agree).click()
    await this.isAt(next)
  }

  async chooseBank(
    query = 'flinks',
    name: string | RegExp = /flinks/i,
    next: StepId = 'login',
  ): Promise<void> {
    await this.page.getByRole('searchbox').fill(query)
    await this.page.getByRole('searchbox').press('Enter')
    await this.page.waitForURL(/q=/)
    await this.page.getByRole('button', { name }).click()
    await this.isAt(next)
  }

  async signIn(username: string, password = 'Everyday'): Promise<void> {
    await this.page.getByLabel(this.words.username).fill(username)
    await this.page.getByLabel(this.words.password, { exact: true }).fill(password)
    await this.button(this.words.signIn).click()
  }

  async answer(text: string): Promise<void> {
    await this.page.getByRole('main').getByRole('textbox').fill(text)
    await this.button(this.words.continue).click()
  }

  async choose(option: string): Promise<void> {
    await this.page.getByLabel(option, { exact: true }).check()
    await this.button(this.words.continue).click()
  }

  /** Ticks the first account that may be shared and goes on to the closing page. */
  async shareFirstAccount(): Promise<void> {
    await this.isAt('accounts')
    await this.page.locator('input[name=account]:enabled').first().check()
    await this.button(this.words.share).click()
    await this.isAt('done')
  }

  async finish(): Promise<URL> {
    await this.button(this.words.finish).click()
    await this.page.waitForURL(/\/connected\?/)
    return new URL(this.page.url())
  }

  async toLogin(person: Person, bank: { query: string; name: RegExp } | null = null): Promise<void> {
    await this.open()
    await this.giveIdentity(person)
    await this.proveAddress(person)
    await this.agree()
    await (bank ? this.chooseBank(bank.query, bank.name) : this.chooseBank())
  }
}
