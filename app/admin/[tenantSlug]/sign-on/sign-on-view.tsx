import type { Desk } from '#lib/console/desk.ts'
import type { SignOnRules } from '#lib/console/sign-on/change-sign-on.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { findSetupLink } from '#lib/staff/setup-link-store.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { EditConflict } from '../../_ui/edit-conflict.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { conflictRows, rulesConflictRows } from './_ui/conflict-rows.ts'
import { DomainPanel } from './_ui/domain-panel.tsx'
import { ProviderForm, type RefusedSignOn } from './_ui/provider-form.tsx'
import { RegisterPanel } from './_ui/register-panel.tsx'
import { RemovePanel } from './_ui/remove-panel.tsx'
import { RulesPanel } from './_ui/rules-panel.tsx'
import { ScimPanel } from './_ui/scim-panel.tsx'
import { SetupLinkPanel } from './_ui/setup-link-panel.tsx'
import { Standing } from './_ui/standing.tsx'
import { scimPart } from './scim-part.ts'

export type Scene = { readonly desk: Desk; readonly language: Language; readonly t: Translate }

export const signOnView = async (
  { desk, language, t }: Scene,
  refused: RefusedSignOn | null = null,
  chosen: SignOnRules | null = null,
): Promise<ConsoleView> => {
  const [sso, link] = await Promise.all([findSso(desk.db), findSetupLink(desk.db)])
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
        <RegisterPanel slug={slug} t={t} />
        <ProviderForm action={consolePath(slug, 'sign-on')} refused={refused} sso={sso} t={t} />
        {sso && <DomainPanel {...part} action={consolePath(slug, 'sign-on', 'check')} sso={sso} />}
        {sso?.verifiedAt && (
          <RulesPanel {...part} chosen={chosen} isUntried={refused?.flaw === 'untried'} sso={sso} />
        )}
        {scim && <ScimPanel {...part} {...scim} />}
        <SetupLinkPanel {...part} link={link} now={new Date()} />
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
