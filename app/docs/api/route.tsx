// GET /docs/api: anybody. The reference of /api/v1, drawn from its OpenAPI document; needs no script and no other host.
import { apiDocument } from '#lib/web/api/api-document.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { ReferencePage } from '../_ui/reference-page.tsx'

export const GET = pageDoor(async () => {
  const given = { document: apiDocument(), documentPath: '/api/v1/openapi.json' }
  return respondWithPage({
    render: (nonce) => <ReferencePage assets={assets()} nonce={nonce} {...given} />,
  })
})
