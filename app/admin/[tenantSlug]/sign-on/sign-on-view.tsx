import type { Desk } from '#lib/console/desk.ts'
import type { SignOnRules } from '#lib/console/sign-on/change-sign-on.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import { ssoReturnAddress } from '#lib/web/staff/come-by-sso.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { AddressToCopy } from '../../_ui/address-to-copy.tsx'
import { EditConflict } from '../../_ui/edit-conflict.tsx'
import { Panel } from '../../_ui/panel.tsx'
import { conflictRows, rulesConflictRows } from './_ui/conflict-rows.ts'
import { DomainPanel } from './_ui/domain-panel.tsx'
import { ProviderForm, type RefusedSignOn } from './_ui/provider-form.tsx'
import { RemovePanel } from './_ui/remove-panel.tsx'
import { RulesPanel } from './_ui/rules-panel.tsx'
import { ScimPanel } from './_ui/scim-panel.tsx'
import { Standing } from './_ui/standing.tsx'
import { scimPart } from './scim-part.ts'

type Scene = { readonly desk: Desk; readonly language: Language; readonly t: Translate }

export const signOnView = async (
  { desk, language, t }: Scene,
  refused: RefusedSignOn | null = null,
  chosen: SignOnRules | null = null,
): Promise<ConsoleView> => {
  const sso = await findSso(desk.db)
  const scim = await scimPart(desk, sso)
  const { slug } = desk.tenant
  const part = { slug, language, t }
  const isConflict = refused?.flaw === 'conflict'
  return {
    place: 'signOn',
    title: t('console.sections.signOn'),
    lead: t('console.signOn.lead'),
    ...(isConflict ? { status: 409 } : {}),
    body: (
      <>
        {isConflict && refused.typed && <EditConflict rows={conflictRows(sso, refused.typed, t)} t={t} />}
        {sso && <Standing sso={sso} t={t} />}
        <Panel lead={t('console.signOn.registerLead')} title={t('console.signOn.register')}>
          <p className="mb-1.5 text-small font-semibold">{t('console.signOn.redirect')}</p>
          <AddressToCopy t={t} url={ssoReturnAddress(slug)} />
        </Panel>
        <ProviderForm refused={refused} slug={slug} sso={sso} t={t} />
        {sso && <DomainPanel {...part} sso={sso} />}
        {sso?.verifiedAt && (
          <RulesPanel {...part} chosen={chosen} isUntried={refused?.flaw === 'untried'} sso={sso} />
        )}
        {scim && <ScimPanel {...part} {...scim} />}
        {sso && <RemovePanel slug={slug} t={t} />}
      </>
    ),
  }
}

/** The page again, with what somebody else has set meanwhile beside what was chosen. */
export const overtakenRulesView = async (scene: Scene, chosen: SignOnRules): Promise<ConsoleView> => {
  const view = await signOnView(scene, null, chosen)
  const sso = await findSso(scene.desk.db)
  return {
    ...view,
    status: 409,
    body: (
      <>
        <EditConflict rows={rulesConflictRows(sso, chosen, scene.t)} t={scene.t} />
        {view.body}
      </>
    ),
  }
}
