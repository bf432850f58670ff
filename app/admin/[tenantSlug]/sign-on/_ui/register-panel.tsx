import type { Translate } from '#lib/kit/i18n.ts'
import { ssoReturnAddress } from '#lib/web/staff/come-by-sso.ts'
import { AddressToCopy } from '../../../_ui/address-to-copy.tsx'
import { Panel } from '../../../_ui/panel.tsx'

/** What is entered at the provider before it has anything to give. */
export const RegisterPanel = ({ slug, t }: { readonly slug: string; readonly t: Translate }) => (
  <Panel lead={t('console.signOn.registerLead')} title={t('console.signOn.register')}>
    <p className="mb-1.5 text-small font-semibold">{t('console.signOn.redirect')}</p>
    <AddressToCopy t={t} url={ssoReturnAddress(slug)} />
  </Panel>
)
