import { expect, type FrameLocator, type Page } from '@playwright/test'
import { addresses } from '../stack/addresses.ts'

export type Told = { readonly step: string; readonly [name: string]: unknown }

/**
 * A page of the demo business that holds the journey in a frame. It is asked for as `localhost` and the portal as
 * `127.0.0.1`, so that for a browser they are two sites and the portal is a third party.
 */
export class HostPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  static addressOf(kind: 'plain' | 'inline' | 'modal' | 'popup', query: Record<string, string> = {}): string {
    const business = addresses.business().replace('127.0.0.1', 'localhost')
    return `${business}/embed/${kind}?${new URLSearchParams({ demo: 'true', ...query })}`
  }

  async open(
    kind: 'plain' | 'inline' | 'modal' | 'popup',
    query: Record<string, string> = {},
  ): Promise<void> {
    await this.page.goto(HostPage.addressOf(kind, query))
  }

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe')
  }

  /** All that the page was told so far. */
  async told(): Promise<Told[]> {
    const lines = await this.page.locator('#events li').allTextContents()
    return lines.map((line) => JSON.parse(line))
  }

  async steps(): Promise<string[]> {
    return (await this.told()).map(({ step }) => step).filter((step) => step !== 'APP_RESIZE')
  }

  /** Waits until the page was told of `step`, and gives the event. */
  async hears(step: string): Promise<Told> {
    await expect(this.page.locator(`#events li[data-step="${step}"]`).first()).toBeAttached({
      timeout: 20_000,
    })
    return (await this.told()).find((event) => event.step === step) as Told
  }
}

/** The journey as a person makes it inside a frame, or in a window of its own. */
export class FramedJourney {
  readonly scope: FrameLocator | Page
  constructor(scope: FrameLocator | Page) {
    this.scope = scope
  }

  button(name: string | RegExp) {
    return this.scope.getByRole('button', { name })
  }

  async agree(): Promise<void> {
    await this.button(/^(I agree|J’accepte)$/).click()
  }

  async choose(name = 'Flinks Capital'): Promise<void> {
    await this.button(new RegExp(name)).click()
  }

  async signIn(username: string, password = 'Everyday'): Promise<void> {
    await this.scope.locator('input[name="username"]').fill(username)
    await this.scope.locator('input[name="password"]').fill(password)
    await this.button(/^(Sign in|Ouvrir une session)$/).click()
  }

  async answer(text: string): Promise<void> {
    await this.scope.locator('input[name^="answer."]').fill(text)
    await this.button(/^(Continue|Continuer)$/).click()
  }

  /** Chooses the account of this name, or confirms what is shown where nothing can be chosen. */
  async share(account: RegExp | null = /^Chequing Account/): Promise<void> {
    if (account) await this.scope.getByLabel(account).first().check()
    await this.button(/^(Share|Partager)/).click()
  }

  /** From the consent to the accounts, as the persona whom the bank asks nothing. */
  async connect(username = 'greatday_nomfa'): Promise<void> {
    await this.agree()
    await this.choose()
    await this.signIn(username)
  }
}
