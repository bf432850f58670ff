import type { Translate } from '#lib/kit/i18n.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'

const link = 'inline-flex min-h-11 items-center text-muted'

const Support = ({ brand, t }: { brand: PaintedBrand; t: Translate }) => (
  <p>
    {t('frame.support')}{' '}
    <a className={link} href={`mailto:${brand.supportEmail}`}>
      {brand.supportEmail}
    </a>
    {brand.supportPhone && (
      <>
        {' '}
        {t('frame.supportPhone')}{' '}
        <a className={link} href={`tel:${brand.supportPhone.replace(/[^+\d]/g, '')}`}>
          {brand.supportPhone}
        </a>
      </>
    )}
  </p>
)

/** Help in the same order on every page (A6): the tenant's notices, complaints (CA14), support. */
export const Footer = ({ brand, t }: { brand: PaintedBrand; t: Translate }) => {
  const links = [
    { href: brand.privacyUrl, text: t('frame.privacy') },
    { href: brand.termsUrl, text: t('frame.terms') },
    { href: brand.complaintsUrl, text: t('frame.complaints') },
  ].filter(({ href }) => href !== '')
  if (links.length === 0 && brand.supportEmail === '') return null
  return (
    <footer className="border-t border-line text-small text-muted sm:mt-auto sm:border-none">
      <div className="mx-auto max-w-sheet px-5 py-5 sm:px-2">
        {links.length > 0 && (
          <nav aria-label={t('frame.help')}>
            <ul className="flex flex-wrap gap-x-6">
              {links.map(({ href, text }) => (
                <li key={text}>
                  <a className={link} href={href} rel="noopener" target="_blank">
                    {text}
                    <span className="sr-only"> ({t('frame.newTab')})</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {brand.supportEmail !== '' && <Support brand={brand} t={t} />}
      </div>
    </footer>
  )
}
