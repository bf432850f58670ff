// GET /docs/errors: anybody. Every error and what it means.
import { assets } from '#lib/web/assets.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { ErrorsPage } from './errors-page.tsx'

export const GET = pageDoor(async (request) =>
  respondWithPage({
    render: (nonce) => <ErrorsPage assets={assets()} language={preferredLanguage(request)} nonce={nonce} />,
  }),
)
