import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import { listEndpoints } from '#lib/delivery/list-endpoints.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { EndpointTable } from './_ui/endpoint-table.tsx'
import { NewEndpointForm, type RefusedEndpoint } from './_ui/new-endpoint-form.tsx'

type Scene = { readonly desk: Desk; readonly t: Translate }

export const webhooksView = async (
  { desk, t }: Scene,
  refused: RefusedEndpoint | null = null,
): Promise<ConsoleView> => ({
  place: 'webhooks',
  title: t('console.sections.webhooks'),
  lead: t('console.webhooks.lead'),
  body: (
    <>
      <EndpointTable endpoints={await listEndpoints(desk.db)} slug={desk.tenant.slug} t={t} />
      {mayAtDesk(desk, 'webhooks.manage') && (
        <NewEndpointForm refused={refused} slug={desk.tenant.slug} t={t} />
      )}
    </>
  ),
})
