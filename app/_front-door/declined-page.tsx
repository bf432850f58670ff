import { formatDate, translatorFor } from '#lib/kit/i18n.ts'
import { QuietLink } from '../_ui/button.tsx'
import { Contact } from '../_ui/contact.tsx'
import { DoorDocument, type DoorProps } from './door-document.tsx'

/** Where a person ends who chose not to begin: nothing has happened, and the door stays open. */
export const DeclinedPage = (props: DoorProps) => {
  const { door, path, hidden, expiresAt } = props
  const { brand, language } = door
  const t = translatorFor(language)
  const tenant = brand.tenantName
  const title = t('front.declined.title')
  return (
    <DoorDocument {...props} path={`${path}/declined`} title={t('frame.documentTitle', { title, tenant })}>
      <h1 className="mt-4 font-heading text-h1 font-semibold" data-focus="" tabIndex={-1}>
        {title}
      </h1>
      <p className="mt-3 text-lead text-muted">{t('front.declined.lead', { tenant })}</p>
      <p className="mt-6">
        {expiresAt
          ? t('front.declined.personal', { date: formatDate(language, expiresAt) })
          : t('front.declined.again')}
      </p>
      <p className="mt-1">
        <QuietLink href={`${path}?${new URLSearchParams({ ...hidden, language })}`}>
          {t('front.declined.back')}
        </QuietLink>
      </p>
      <Contact brand={brand} t={t} />
    </DoorDocument>
  )
}
