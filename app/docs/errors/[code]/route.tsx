// GET /docs/errors/:code: anybody. Where the `type` of a problem leads.
import { findErrorCode } from '#lib/kit/error-guide.ts'
import { AppError } from '#lib/kit/errors.ts'
import { assets } from '#lib/web/assets.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { pageDoor } from '../../../_doors/page-door.tsx'
import { ErrorPage } from '../error-page.tsx'

export const GET = pageDoor(async (request, { code: asked = '' }) => {
  const code = findErrorCode(asked)
  if (!code) throw new AppError('not_found')
  const language = preferredLanguage(request)
  return respondWithPage({
    render: (nonce) => <ErrorPage assets={assets()} code={code} language={language} nonce={nonce} />,
  })
})
