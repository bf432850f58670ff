import { choosableEventNames } from '#lib/delivery/webhook-event.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { CheckGroup } from '../../../_ui/check-group.tsx'

/** Which events an endpoint hears; none chosen means the usual ones. */
export const EventChoice = ({ chosen, t }: { chosen: readonly string[]; t: Translate }) => (
  <CheckGroup
    choices={choosableEventNames.map((name) => ({
      value: name,
      label: name,
      words: t(`console.codes.events.${name}`),
    }))}
    chosen={chosen}
    hint={t('console.webhooks.eventsHint')}
    legend={t('console.webhooks.events')}
    name="eventNames"
  />
)
