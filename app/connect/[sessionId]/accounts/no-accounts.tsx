import { QuietLink } from '../../../_ui/button.tsx'
import { AnotherBank } from '../_ui/another-bank.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'

/** Signed in, and nothing that may be shared: another login, another bank, or out. */
export const NoAccounts = ({ frame, view, t }: PageProps<'accounts'>) => (
  <section className="mt-8 rounded-panel bg-raised px-5 py-5">
    <h2 className="text-h2 font-semibold">{t('accounts.noneNext')}</h2>
    <ul className="mt-1">
      <li>
        <QuietLink href={stepPath(frame, 'login')}>
          {t('accounts.otherLogin', { institution: view.institution.name })}
        </QuietLink>
      </li>
      <li>
        <AnotherBank frame={frame} label={t('accounts.another')} />
      </li>
    </ul>
    <p className="mt-1 text-small text-muted">
      {t('accounts.noneLeave', { tenant: frame.brand.tenantName })}
    </p>
  </section>
)
