// GET /e/:tenant: anybody with the tenant's public link. Shows who asks and what will happen; opens nothing, for mail
// scanners and previews come by GET.
import { findFrontDoor } from '#lib/flow/open-link.ts'
import { AppError } from '#lib/kit/errors.ts'
import { assets } from '#lib/web/assets.ts'
import { fieldsOf, wishesFrom } from '#lib/web/link-wishes.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { takeTurns } from '#lib/web/take-turns.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { FrontDoorPage } from './front-door-page.tsx'

export const GET = pageDoor(async (request, { tenant = '' }) => {
  await takeTurns(request, 'link', { tenant })
  const asked = new URL(request.url).searchParams
  const wishes = wishesFrom(request, asked)
  const found = await findFrontDoor(tenant, wishes)
  if (!found.ok)
    throw new AppError(found.reason === 'unknown' ? 'link_unknown' : found.reason, { slug: tenant })
  const { brand, language, outline, policy, returnUrl: declineHref } = found.value
  const props = { brand, language, outline, languages: policy.languages, isDemo: wishes.isDemo, declineHref }
  const paths = { pagePath: `/e/${tenant}`, openPath: `/e/${tenant}/open`, hidden: fieldsOf(wishes) }
  return respondWithPage({
    render: (nonce) => <FrontDoorPage assets={assets()} nonce={nonce} {...props} {...paths} />,
  })
})
