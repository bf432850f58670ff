import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../_ui/button.tsx'
import { Panel } from '../../_ui/panel.tsx'

type Props = {
  readonly action: string
  readonly tenant: string
  readonly domain: string
  readonly t: Translate
}

/** There is nothing left to do here: the link can be given up. */
export const DonePanel = ({ action, tenant, domain, t }: Props) => (
  <Panel lead={t('console.setup.doneText', { domain, tenant })} title={t('console.setup.doneTitle')}>
    <form action={action} method="post">
      <Button>{t('console.setup.close')}</Button>
    </form>
  </Panel>
)
