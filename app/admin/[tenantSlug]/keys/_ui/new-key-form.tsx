import { mayAtDesk } from '#lib/console/desk.ts'
import type { TypedApiKey } from '#lib/console/keys/create-api-key-at-desk.ts'
import { apiScopes } from '#lib/tenants/api-key.ts'
import { Button } from '../../../_ui/button.tsx'
import { CheckGroup } from '../../../_ui/check-group.tsx'
import { Field } from '../../../_ui/field.tsx'
import { Select } from '../../../_ui/filters.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import type { KeyScene } from './key-props.ts'
import { keyScopeWords } from './key-scope-words.ts'

/** A key that could not be made, with what was typed. */
export type RefusedKey = TypedApiKey & { readonly flaws: readonly string[] }

type Props = KeyScene & { readonly refused: RefusedKey | null }

export const NewKeyForm = ({ desk, refused, t }: Props) => {
  if (!mayAtDesk(desk, 'keys.manage')) return null
  const flawOf = (field: 'label' | 'scopes') =>
    refused?.flaws.includes(field) ? t(`console.keys.flaws.${field}`) : undefined
  return (
    <Panel lead={t('console.keys.newLead')} title={t('console.keys.new')}>
      <form action={consolePath(desk.tenant.slug, 'keys')} className="grid gap-5" method="post">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            defaultValue={refused?.label ?? ''}
            error={flawOf('label')}
            errorPrefix={t('frame.error')}
            isRequired
            label={t('console.keys.label')}
            maxLength={80}
            name="label"
          />
          <Select
            choices={(['live', 'test'] as const).map((mode) => ({
              value: mode,
              label: t(`console.keys.modes.${mode}`),
            }))}
            label={t('console.keys.mode')}
            name="mode"
            value={refused?.mode ?? 'live'}
          />
        </div>
        <CheckGroup
          choices={apiScopes.map((scope) => ({
            value: scope,
            label: scope,
            words: keyScopeWords(scope, t),
          }))}
          chosen={refused?.scopes ?? []}
          error={flawOf('scopes')}
          errorPrefix={t('frame.error')}
          hint={t('console.keys.scopesHint')}
          legend={t('console.keys.scopes')}
          name="scopes"
        />
        <div>
          <Button>{t('console.keys.create')}</Button>
        </div>
      </form>
    </Panel>
  )
}
