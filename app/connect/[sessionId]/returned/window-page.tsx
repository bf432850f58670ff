import type { Scene } from '#lib/flow/find-scene.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Document, type DocumentProps } from '../../../_ui/document.tsx'

type Props = DocumentProps &
  Pick<Scene, 'brand' | 'language' | 'isDemo'> & {
    readonly said: 'returned' | 'notOpened'
    readonly t: Translate
  }

/** Closes itself where a script opened it; else its words say that it may be closed. */
export const WindowPage = ({ said, ...rest }: Props) => {
  const { brand, t } = rest
  const title = t(`bankPage.${said}Title`)
  return (
    <Document {...rest} title={t('frame.documentTitle', { title, tenant: brand.tenantName })}>
      <div data-closes={said === 'returned' ? '' : undefined}>
        <h1 className="mt-6 font-heading text-h1 font-semibold" data-focus="" tabIndex={-1}>
          {title}
        </h1>
        <p className="mt-4 text-lead text-muted">{t(`bankPage.${said}`)}</p>
      </div>
    </Document>
  )
}
