import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import { takeRevealed } from '#lib/console/reveal-once.ts'
import { listDeliveries } from '#lib/delivery/list-deliveries.ts'
import { findWebhookEndpoint } from '#lib/delivery/list-endpoints.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { pageOf } from '#lib/web/console/list-page.ts'
import type { DoorParams } from '#lib/web/door.ts'
import { deliveryPageSize, deliveryQuery } from '#lib/web/staff/delivery-query.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import type { ConsoleView } from '../../../_doors/respond-with-console.tsx'
import { EditConflict } from '../../../_ui/edit-conflict.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Pager } from '../../../_ui/pager.tsx'
import { RevealedSecret } from '../../../_ui/revealed-secret.tsx'
import { conflictRows } from './_ui/conflict-rows.ts'
import { DeliveryTable } from './_ui/delivery-table.tsx'
import { EndpointPanel, type EndpointRefusal } from './_ui/endpoint-panel.tsx'

type Scene = {
  readonly request: Request
  readonly params: DoorParams
  readonly desk: Desk
  readonly language: Language
  readonly t: Translate
}

export const endpointView = async (
  { request, params, desk, language, t }: Scene,
  refusal: EndpointRefusal | null = null,
): Promise<ConsoleView> => {
  const endpoint = orNotFound(await findWebhookEndpoint(desk.db, params.endpointId ?? ''))
  const { status, before } = deliveryQuery(request)
  const asked = { endpointId: endpoint.id, limit: deliveryPageSize + 1 }
  const more = { ...(status ? { status } : {}), ...(before ? { before } : {}) }
  const found = await listDeliveries(desk.db, { ...asked, ...more })
  const page = { size: deliveryPageSize, lookedTo: found.lookedTo }
  const { shown: deliveries, next } = pageOf(found.rows, ({ id }) => id, page)
  const secret = await takeRevealed(desk, 'webhook_secret')
  const path = consolePath(desk.tenant.slug, 'webhooks', endpoint.id)
  const isOvertaken = refusal?.reason === 'changed'
  return {
    place: 'webhooks',
    ...(isOvertaken ? { status: 409 } : {}),
    title: endpoint.url,
    crumbs: [{ label: t('console.sections.webhooks'), href: consolePath(desk.tenant.slug, 'webhooks') }],
    body: (
      <>
        {isOvertaken && <EditConflict rows={conflictRows(endpoint, refusal.typed, t)} t={t} />}
        {secret && <RevealedSecret secret={secret} t={t} title={t('console.webhooks.secret')} />}
        <EndpointPanel
          endpoint={endpoint}
          language={language}
          mayManage={mayAtDesk(desk, 'webhooks.manage')}
          path={path}
          refusal={refusal}
          t={t}
        />
        <DeliveryTable deliveries={deliveries} language={language} path={path} status={status} t={t} />
        <Pager
          isFirst={!before}
          next={next}
          path={path}
          query={new URLSearchParams(status ? { status } : {})}
          t={t}
        />
      </>
    ),
  }
}
