import { type Finding, findingText } from '#lib/connectors/finding.ts'
import type { BankWay } from '#lib/console/banks/bank.ts'
import { seenOfWays } from '#lib/console/banks/change-route.ts'
import { settableConnectors } from '#lib/console/banks/setup-of.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { TextArea } from '../../../_studio/controls.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Field } from '../../../_ui/field.tsx'
import { Select } from '../../../_ui/filters.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { connectorWords } from '../way-words.tsx'

/** What was typed and cannot be used, or not yet, where somebody else was faster (`changed`); what stood in the settings is not shown again, for it is secret. */
export type TypedSettings = {
  readonly connectorId: string
  readonly key: string
  readonly flaws: readonly Finding[] | 'changed'
}

type Props = {
  readonly own: readonly BankWay[]
  readonly path: string
  readonly refused?: TypedSettings | undefined
  readonly t: Translate
}

/** Adds a way, or puts new settings in the stead of the old: what is there already is never shown. */
export const SettingsForm = ({ own, path, refused, t }: Props) => {
  const chosen = refused?.connectorId ?? own[0]?.connectorId ?? 'fdx'
  const key = refused?.key ?? own.find(({ connectorId }) => connectorId === chosen)?.route?.upstreamKey
  return (
    <Panel
      id="settings"
      lead={t('console.banks.settingsLead')}
      title={t(own.length > 0 ? 'console.banks.change' : 'console.banks.add')}
    >
      {refused && refused.flaws !== 'changed' && (
        <div className="mb-4 text-danger" data-focus="first" role="alert" tabIndex={-1}>
          <p className="font-semibold">{t('console.banks.flawed')}</p>
          <ul className="text-small wrap-anywhere">
            {refused.flaws.map((flaw) => (
              <li key={findingText(flaw, t)}>{findingText(flaw, t)}</li>
            ))}
          </ul>
        </div>
      )}
      <form action={`${path}/settings`} className="grid gap-4" method="post" noValidate>
        <input name="seen" type="hidden" value={seenOfWays(own.flatMap(({ route }) => route ?? []))} />
        <div className="level grid grid-cols-pair gap-4">
          <Select
            choices={settableConnectors.map((id) => ({ value: id, label: connectorWords(id, t) }))}
            label={t('console.banks.way')}
            name="connector"
            value={chosen}
          />
          <Field
            autoComplete="off"
            defaultValue={key ?? ''}
            hint={t('console.banks.keyHint')}
            label={t('console.banks.key')}
            maxLength={200}
            name="key"
            spellCheck={false}
          />
        </div>
        <TextArea
          errorPrefix=""
          hint={t('console.banks.settingsHint')}
          label={t('console.banks.settings')}
          name="settings"
          rows={8}
          value=""
        />
        <p>
          <Button>{t('console.banks.save')}</Button>
        </p>
      </form>
    </Panel>
  )
}
