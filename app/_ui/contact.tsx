import type { Translate } from '#lib/kit/i18n.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { Aside } from './panel.tsx'

const link = 'inline-flex min-h-11 items-center break-all'

/** Whom to ask, where the page itself cannot help further. Nothing where no tenant is known. */
export const Contact = ({ brand, t }: { brand: PaintedBrand; t: Translate }) => {
  const { tenantName: tenant, supportEmail, supportPhone } = brand
  if (supportEmail === '') return null
  return (
    <Aside title={t('frame.contactTitle', { tenant })}>
      <p className="flex flex-wrap gap-x-6">
        <a className={link} href={`mailto:${supportEmail}`}>
          {supportEmail}
        </a>
        {supportPhone && (
          <a className={link} href={`tel:${supportPhone.replace(/[^+\d]/g, '')}`}>
            {supportPhone}
          </a>
        )}
      </p>
    </Aside>
  )
}
