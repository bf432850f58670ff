import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../_ui/button.tsx'

/** Posts to the address of the page itself, which holds the link. */
export const OpenForm = ({ t }: { t: Translate }) => (
  <>
    <p className="mt-3 text-small text-muted">{t('console.open.text')}</p>
    <form className="mt-5 grid" method="post">
      <Button>{t('console.open.button')}</Button>
    </form>
  </>
)
