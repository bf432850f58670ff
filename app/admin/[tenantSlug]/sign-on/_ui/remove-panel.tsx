import type { Translate } from '#lib/kit/i18n.ts'
import { ConfirmForm } from '../../../_ui/confirm-form.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'

type Props = { readonly slug: string; readonly t: Translate }

export const RemovePanel = ({ slug, t }: Props) => (
  <Panel lead={t('console.signOn.removeLead')} title={t('console.signOn.remove')}>
    <ConfirmForm
      action={consolePath(slug, 'sign-on', 'remove')}
      id="remove-sign-on"
      label={t('console.signOn.remove')}
      t={t}
      text={t('console.signOn.removeText')}
      title={t('console.signOn.removeTitle')}
    />
  </Panel>
)
