import { endpointRevision } from '#lib/console/webhooks/change-endpoint.ts'
import type { WebhookEndpoint } from '#lib/delivery/webhook-endpoint.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../../../_ui/button.tsx'
import { ConfirmForm } from '../../../../_ui/confirm-form.tsx'
import { Facts } from '../../../../_ui/facts.tsx'
import { Field } from '../../../../_ui/field.tsx'
import { Instant } from '../../../../_ui/instant.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { EndpointStanding } from '../../_ui/endpoint-standing.tsx'
import { EventChoice } from '../../_ui/event-choice.tsx'

/** Why a form did nothing, with what was typed in it. */
export type EndpointRefusal = {
  readonly reason: 'unknown' | 'disabled' | 'url' | 'changed'
  readonly typed: { readonly url: string; readonly eventNames: readonly string[] }
}

type Props = {
  readonly endpoint: WebhookEndpoint
  readonly path: string
  readonly refusal: EndpointRefusal | null
  readonly mayManage: boolean
  readonly language: Language
  readonly t: Translate
}

const factsOf = ({ endpoint, language, t }: Props) => [
  { name: t('console.keys.state'), value: <EndpointStanding endpoint={endpoint} t={t} /> },
  { name: t('console.webhooks.envelope'), value: t(`console.webhooks.envelopes.${endpoint.envelope}`) },
  { name: t('console.webhooks.added'), value: <Instant at={endpoint.createdAt} language={language} /> },
  ...(endpoint.formerSecretEndsAt
    ? [
        {
          name: t('console.webhooks.former'),
          value: <Instant at={endpoint.formerSecretEndsAt} language={language} />,
        },
      ]
    : []),
]

const Verbs = ({ endpoint, path, t }: Props) => {
  const verb = endpoint.disabledAt ? 'resume' : 'pause'
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      {!endpoint.disabledAt && (
        <form action={`${path}/test`} method="post">
          <Button look="secondary">{t('console.webhooks.verbs.test')}</Button>
        </form>
      )}
      <form action={`${path}/${verb}`} method="post">
        <Button look="secondary">{t(`console.webhooks.verbs.${verb}`)}</Button>
      </form>
      {(['roll', 'delete'] as const).map((one) => (
        <ConfirmForm
          action={`${path}/${one}`}
          id={`confirm-${one}`}
          key={one}
          label={t(`console.webhooks.verbs.${one}`)}
          t={t}
          text={t(`console.webhooks.sure.${one}.text`)}
          title={t(`console.webhooks.sure.${one}.title`)}
        />
      ))}
    </div>
  )
}

const isOfChange = (refusal: EndpointRefusal | null): boolean =>
  refusal?.reason === 'url' || refusal?.reason === 'changed'

const Change = ({ endpoint, path, refusal, t }: Props) => (
  <details className="mt-5" open={isOfChange(refusal)}>
    <summary className="inline-flex min-h-11 items-center text-small text-link underline">
      {t('console.webhooks.verbs.change')}
    </summary>
    <form action={`${path}/change`} className="mt-3 grid gap-5" method="post">
      <input name="seen" type="hidden" value={endpointRevision(endpoint)} />
      <Field
        defaultValue={isOfChange(refusal) ? refusal?.typed.url : endpoint.url}
        error={refusal?.reason === 'url' ? t('console.webhooks.flaws.url') : undefined}
        errorPrefix={t('frame.error')}
        hint={t('console.webhooks.urlHint')}
        isRequired
        label={t('console.webhooks.url')}
        name="url"
        type="url"
      />
      <EventChoice
        chosen={(isOfChange(refusal) ? refusal?.typed.eventNames : null) ?? endpoint.eventNames}
        t={t}
      />
      <div>
        <Button>{t('console.account.save')}</Button>
      </div>
    </form>
  </details>
)

/** What an endpoint is and what can be done with it. */
export const EndpointPanel = (props: Props) => (
  <Panel title={props.t('console.webhooks.about')}>
    {props.refusal?.reason === 'disabled' && (
      <p className="mb-4 text-small font-semibold text-danger" data-focus="first" role="alert" tabIndex={-1}>
        {props.t('console.webhooks.flaws.disabled')}
      </p>
    )}
    <Facts facts={factsOf(props)} />
    {props.mayManage && <Verbs {...props} />}
    {props.mayManage && <Change {...props} />}
  </Panel>
)
