import type { Translate } from '#lib/kit/i18n.ts'
import type { HostFlaw } from '#lib/tenants/tenant-domain.ts'
import { Button } from '../../../_ui/button.tsx'
import { Field } from '../../../_ui/field.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
/** A host that could not be added, with what was typed. */
export type RefusedHost = { readonly typed: string; readonly flaw: HostFlaw }

type Props = { readonly slug: string; readonly refused: RefusedHost | null; readonly t: Translate }

export const AddDomain = ({ slug, refused, t }: Props) => (
  <Panel lead={t('console.domain.addLead')} title={t('console.domain.addTitle')}>
    <form action={consolePath(slug, 'domain')} className="grid max-w-xl gap-5" method="post">
      <Field
        autoComplete="off"
        defaultValue={refused?.typed ?? ''}
        error={refused ? t(`console.domain.flaws.${refused.flaw}`) : undefined}
        errorPrefix={t('frame.error')}
        hint={t('console.domain.hostHint')}
        inputMode="url"
        isRequired
        label={t('console.domain.host')}
        name="host"
        spellCheck={false}
      />
      <div>
        <Button>{t('console.domain.add')}</Button>
      </div>
    </form>
  </Panel>
)
