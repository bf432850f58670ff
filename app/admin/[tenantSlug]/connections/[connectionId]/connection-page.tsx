import { whoActs } from '#lib/console/connections/who-acts.ts'
import { Button } from '../../../_ui/button.tsx'
import { Card } from '../../../_ui/card.tsx'
import { ConfirmForm } from '../../../_ui/confirm-form.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { attentionWords, bankName } from '../connection-words.tsx'
import { ConnectionFacts, type ConnectionProps } from './connection-facts.tsx'

const Attention = ({ view, language, t }: ConnectionProps) => {
  const { attention } = view
  if (attention === null) return null
  const institution = bankName(view, language)
  return (
    <Panel title={t('console.connections.who')}>
      <p className="font-semibold">{attentionWords(attention, institution, t)}</p>
      <p className="mt-1">{t(`console.connections.acts.${whoActs(attention)}`, { institution })}</p>
    </Panel>
  )
}

const Repair = ({ view, path, t }: ConnectionProps & { readonly path: string }) => (
  <Panel lead={t('console.connections.repairLead')} title={t('console.connections.repair')}>
    <form action={`${path}/repair`} className="flex flex-wrap gap-3" method="post">
      {view.hasEmail && (
        <Button name="action" value="send">
          {t('console.connections.repairSend')}
        </Button>
      )}
      <Button look="secondary" name="action" value="show">
        {t('console.connections.repairShow')}
      </Button>
    </form>
    {!view.hasEmail && <p className="mt-2 text-small text-muted">{t('console.connections.noAddress')}</p>}
  </Panel>
)

const Acts = (props: ConnectionProps) => {
  const { view, slug, t } = props
  if (view.status === 'revoked') return null
  const path = consolePath(slug, 'connections', view.connection.id)
  return (
    <>
      {view.mayReread && (
        <Panel lead={t('console.connections.refreshLead')} title={t('console.connections.refresh')}>
          <form action={`${path}/refresh`} method="post">
            <Button look="secondary">{t('console.connections.refreshNow')}</Button>
          </form>
        </Panel>
      )}
      <Repair {...props} path={path} />
      <Panel lead={t('console.connections.deleteLead')} title={t('console.connections.delete')}>
        <ConfirmForm
          action={`${path}/delete`}
          id="delete"
          label={t('console.connections.delete')}
          t={t}
          text={t('console.connections.deleteText')}
          title={t('console.connections.deleteTitle')}
        />
      </Panel>
    </>
  )
}

/** One connection: how it stands, who must act, and what can be done here. */
export const ConnectionPage = (props: ConnectionProps) => (
  <>
    <Card>
      <ConnectionFacts {...props} />
    </Card>
    <Attention {...props} />
    {props.mayAct && <Acts {...props} />}
  </>
)
