// GET /docs/data-api: anybody. The reference of the data API, drawn from its OpenAPI document.
import { dialectDocument } from '#lib/compat/reference/dialect-document.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { ReferencePage } from '../_ui/reference-page.tsx'

export const GET = pageDoor(async () => {
  const given = { document: dialectDocument(), documentPath: '/docs/data-api/openapi.json' }
  return respondWithPage({
    render: (nonce) => <ReferencePage assets={assets()} nonce={nonce} {...given} />,
  })
})
