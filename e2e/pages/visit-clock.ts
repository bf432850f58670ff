import type { Page } from '@playwright/test'
import pg from 'pg'
import { addresses } from '../stack/addresses.ts'

const sessionIdOf = (page: Page): string => /\/connect\/(ses_[^/]+)/.exec(page.url())?.[1] ?? ''

type Ages = { readonly idleMinutes?: number; readonly totalMinutes?: number }

/** Makes the visit that `page` shows look as if so much time had passed since it was last used, and since it began. */
export const ageVisit = async (page: Page, { idleMinutes = 0, totalMinutes = 60 }: Ages): Promise<void> => {
  const client = new pg.Client({ connectionString: addresses.databaseUrl() })
  await client.connect()
  const { rowCount } = await client.query(
    `update "Session" set "seenAt" = now() - make_interval(secs => $2), "startedAt" = now() - make_interval(secs => $3)
     where id = $1`,
    [sessionIdOf(page), idleMinutes * 60, totalMinutes * 60],
  )
  await client.end()
  if (rowCount !== 1) throw new Error(`no visit at ${page.url()}`)
}
