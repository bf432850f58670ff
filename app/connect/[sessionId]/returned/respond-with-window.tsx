import type { Scene } from '#lib/flow/find-scene.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { WindowPage } from './window-page.tsx'

type Said = 'returned' | 'notOpened'

/** The last page of a window that opened beside a frame. The frame goes on; this one has nothing more to do. */
export const respondWithWindow = ({ brand, language, isDemo }: Scene, said: Said): Response =>
  respondWithPage({
    render: (nonce) => (
      <WindowPage
        assets={assets()}
        brand={brand}
        isDemo={isDemo}
        language={language}
        nonce={nonce}
        said={said}
        t={translatorFor(language)}
      />
    ),
  })
