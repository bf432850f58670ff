import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import { findDeliveryStory } from '#lib/delivery/list-deliveries.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { DoorParams } from '#lib/web/door.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import type { ConsoleView } from '../../../../../_doors/respond-with-console.tsx'
import { consolePath } from '../../../../../_ui/navigation.ts'
import { DeliveryPage } from './delivery-page.tsx'

type Scene = {
  readonly params: DoorParams
  readonly desk: Desk
  readonly language: Language
  readonly t: Translate
}

export const deliveryView = async (
  { params, desk, language, t }: Scene,
  isRefused = false,
): Promise<ConsoleView> => {
  const story = orNotFound(await findDeliveryStory(desk.db, params.deliveryId ?? ''))
  const { endpointId, eventName, id } = story.delivery
  const home = consolePath(desk.tenant.slug, 'webhooks')
  return {
    place: 'webhooks',
    title: eventName,
    crumbs: [
      { label: t('console.sections.webhooks'), href: home },
      { label: t('console.webhooks.deliveries'), href: `${home}/${endpointId}#deliveries` },
    ],
    body: (
      <DeliveryPage
        isRefused={isRefused}
        language={language}
        mayManage={mayAtDesk(desk, 'webhooks.manage')}
        path={`${home}/${endpointId}/deliveries/${id}`}
        slug={desk.tenant.slug}
        story={story}
        t={t}
      />
    ),
  }
}
