import { expect, type Locator, type Page } from '@playwright/test'

/** The page on which a look, or a policy, is prepared, and what is done there over and over. */
export class Studio {
  readonly page: Page
  readonly path: string

  constructor(page: Page, path: string) {
    this.page = page
    this.path = path
  }

  /** The name under which people know the business: the shortest thing to change. */
  get name(): Locator {
    return this.page.getByLabel('Name people know you by')
  }

  async open(): Promise<void> {
    await this.page.goto(this.path)
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  /** By the button above the form; another stands at its end. */
  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save draft', exact: true }).first().click()
  }

  /** A draft with that name, saved. */
  async saveAs(name: string): Promise<void> {
    await this.name.fill(name)
    await this.save()
    await this.expectTold('Draft saved')
  }

  async expectTold(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeVisible()
  }
}
