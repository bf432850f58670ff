import type { EndpointFlaw, TypedEndpoint } from '#lib/console/webhooks/create-endpoint-at-desk.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../../_ui/button.tsx'
import { Field } from '../../../_ui/field.tsx'
import { Select } from '../../../_ui/filters.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { EventChoice } from './event-choice.tsx'

/** An address that could not be added, with what was typed. */
export type RefusedEndpoint = TypedEndpoint & { readonly flaw: EndpointFlaw }

type Props = { readonly slug: string; readonly refused: RefusedEndpoint | null; readonly t: Translate }

export const NewEndpointForm = ({ slug, refused, t }: Props) => (
  <Panel lead={t('console.webhooks.newLead')} title={t('console.webhooks.new')}>
    <form action={consolePath(slug, 'webhooks')} className="grid gap-5" method="post">
      <Field
        defaultValue={refused?.url ?? ''}
        error={refused ? t(`console.webhooks.flaws.${refused.flaw}`) : undefined}
        errorPrefix={t('frame.error')}
        hint={t('console.webhooks.urlHint')}
        isRequired
        label={t('console.webhooks.url')}
        name="url"
        type="url"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          choices={(['standard', 'dialect'] as const).map((value) => ({
            value,
            label: t(`console.webhooks.envelopes.${value}`),
          }))}
          label={t('console.webhooks.envelope')}
          name="envelope"
          value={refused?.envelope ?? 'standard'}
        />
        <Select
          choices={[
            { value: 'no', label: t('console.keys.modes.live') },
            { value: 'yes', label: t('console.keys.modes.test') },
          ]}
          label={t('console.keys.mode')}
          name="isTest"
          value={refused?.isTest ? 'yes' : 'no'}
        />
      </div>
      <EventChoice chosen={refused?.eventNames ?? []} t={t} />
      <div>
        <Button>{t('console.webhooks.add')}</Button>
      </div>
    </form>
  </Panel>
)
