import type { Translate } from '#lib/kit/i18n.ts'
import { AddressToCopy } from '../../_ui/address-to-copy.tsx'
import { Panel } from '../../_ui/panel.tsx'
import { QrCode } from '../../_ui/qr-code.tsx'

/** The one address that may stand anywhere: on a page, in a letter, at a counter. */
export const PublicLink = ({ url, t }: { readonly url: string; readonly t: Translate }) => (
  <Panel lead={t('console.links.publicLead')} title={t('console.links.public')}>
    <AddressToCopy t={t} url={url} />
    <p className="mt-3 text-small">
      <a className="inline-flex min-h-6 items-center" href={url} rel="noopener" target="_blank">
        {t('console.links.try')}
      </a>
    </p>
    <details className="mt-3">
      <summary className="w-fit py-3 text-small font-semibold">{t('console.links.qr')}</summary>
      <div className="mt-2">
        <QrCode label={t('console.links.qrOf', { url })} text={url} />
      </div>
    </details>
  </Panel>
)
