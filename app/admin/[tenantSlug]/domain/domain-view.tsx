import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { listDomains } from '#lib/tenants/tenant-domain-store.ts'
import { originAt, portalHost } from '#lib/tenants/tenant-site.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { AddDomain, type RefusedHost } from './_ui/add-domain.tsx'
import { DomainPanel } from './_ui/domain-panel.tsx'

type Scene = { readonly desk: Desk; readonly language: Language; readonly t: Translate }

export const domainView = async (
  { desk, language, t }: Scene,
  refused: RefusedHost | null = null,
): Promise<ConsoleView> => {
  const domains = await listDomains(desk.db)
  const mayManage = mayAtDesk(desk, 'domain.manage')
  const shared = { language, mayManage, portalHost: portalHost(), slug: desk.tenant.slug, t }
  return {
    place: 'domain',
    title: t('console.sections.domain'),
    lead: t('console.domain.lead'),
    body: (
      <>
        {domains.length === 0 && (
          <EmptyState
            text={t('console.domain.noneText', { portal: portalHost() })}
            title={t('console.domain.none')}
          />
        )}
        {domains.map((domain) => (
          <DomainPanel domain={domain} key={domain.id} origin={originAt(domain.host)} {...shared} />
        ))}
        {mayManage && <AddDomain refused={refused} slug={desk.tenant.slug} t={t} />}
      </>
    ),
  }
}
