import type { SignedIn } from '#lib/console/desk.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage, seeOther } from '#lib/web/respond.ts'
import { consoleLanguage } from '#lib/web/staff/signed-in-from.ts'
import { AccountMenu } from '../_ui/account-menu.tsx'
import { ConsoleDocument } from '../_ui/console-document.tsx'
import { MenuItem } from '../_ui/menu-item.tsx'
import { consolePath } from '../_ui/navigation.ts'

/** The tenants of a member; the one, where there is only one. */
export const respondWithTenants = (request: Request, signedIn: SignedIn): Response => {
  const { tenants, member } = signedIn
  const [only] = tenants
  if (only && tenants.length === 1) return seeOther(consolePath(only.tenant.slug))
  const language = consoleLanguage(request, signedIn)
  const t = translatorFor(language)
  const title = t(tenants.length === 0 ? 'console.tenants.none' : 'console.tenants.title')
  return respondWithPage({
    render: (nonce) => (
      <ConsoleDocument assets={assets()} language={language} nonce={nonce} t={t} title={title}>
        <div className="mx-auto max-w-lg px-5 py-16">
          <h1 className="text-2xl font-semibold">{title}</h1>
          {tenants.length === 0 && <p className="mt-3">{t('console.tenants.noneText')}</p>}
          <ul className="mt-5 mb-8 grid gap-1 rounded-panel border border-line bg-surface p-2">
            {tenants.map(({ tenant, role }) => (
              <MenuItem href={consolePath(tenant.slug)} isCurrent={false} key={tenant.id}>
                <span className="flex-1 font-semibold">{tenant.name}</span>
                <span className="text-muted">{t(`console.roles.${role}.name`)}</span>
              </MenuItem>
            ))}
          </ul>
          <AccountMenu language={language} member={member} path="/admin" t={t} />
        </div>
      </ConsoleDocument>
    ),
  })
}
