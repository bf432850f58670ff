import { describe, expect, it } from 'vitest'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aMember } from '#prisma/builders/a-member.ts'
import { anUnpublishedTenant, aTenant } from '#prisma/builders/a-tenant.ts'
import { anEndedVisit } from '#prisma/builders/an-ended-visit.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { readFirstSteps } from './first-steps.ts'

withTestDatabase()

describe('the first steps in a console', () => {
  it('are all open in one that was made a moment ago', async () => {
    const desk = await aDesk(await anUnpublishedTenant(), 'owner')
    expect(await readFirstSteps(desk)).toEqual(new Set())
  })

  it('are ticked by what was done: published, a colleague, a visit that somebody finished', async () => {
    const tenant = await aTenant()
    const desk = await aDesk(tenant, 'owner')
    expect(await readFirstSteps(desk)).toEqual(new Set(['brand', 'policy']))
    await aMember(tenant, 'support')
    await anEndedVisit(tenant, { startedAt: new Date(), told: [] })
    expect(await readFirstSteps(desk)).toEqual(new Set(['brand', 'policy', 'team']))
    await anEndedVisit(tenant, { startedAt: new Date(), told: [], outcome: 'finished' })
    expect(await readFirstSteps(desk)).toBeNull()
  })
})
