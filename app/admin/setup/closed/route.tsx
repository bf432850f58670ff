// GET /admin/setup/closed: anybody. What whoever gave up a setup link comes to.
import { consoleDoor } from '../../_doors/console-door.tsx'
import { respondWithSetup } from '../../_doors/setup-door.tsx'

export const GET = consoleDoor(async (request) =>
  respondWithSetup(request, (t) => ({
    title: t('console.setup.closedTitle'),
    lead: t('console.setup.closedText'),
  })),
)
