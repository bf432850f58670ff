// GET /preview/:token: whoever has the address, for a day. The journey that is being prepared, place by place.
import { translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { sharedPreview } from '#lib/web/shared-preview.ts'
import { pageDoor } from '../../_doors/page-door.tsx'
import { SharedPreview } from '../../_preview/shared-preview.tsx'

export const GET = pageDoor(async (request, { token = '' }) => {
  const { name } = await sharedPreview(token)
  const language = preferredLanguage(request)
  const action = `/preview/${token}/page`
  return respondWithPage({
    render: (nonce) => (
      <SharedPreview {...{ action, language, nonce, name, t: translatorFor(language), assets: assets() }} />
    ),
  })
})
