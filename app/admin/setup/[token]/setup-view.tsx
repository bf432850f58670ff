import { formatInstant } from '#lib/kit/i18n.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import { setupFlashFrom, setupPath } from '#lib/web/staff/setup-visit.ts'
import type { SetupScene, SetupView } from '../../_doors/setup-door.tsx'
import { EditConflict } from '../../_ui/edit-conflict.tsx'
import { Flash } from '../../_ui/flash.tsx'
import { conflictRows } from '../../[tenantSlug]/sign-on/_ui/conflict-rows.ts'
import { DomainPanel } from '../../[tenantSlug]/sign-on/_ui/domain-panel.tsx'
import { ProviderForm, type RefusedSignOn } from '../../[tenantSlug]/sign-on/_ui/provider-form.tsx'
import { RegisterPanel } from '../../[tenantSlug]/sign-on/_ui/register-panel.tsx'
import { DonePanel } from '../_ui/done-panel.tsx'
import { ReplaceQuestion } from '../_ui/replace-question.tsx'

/** The first three steps of single sign-on, as an owner has them in the console. */
export const setupView = async (
  { request, token, desk, language, t }: SetupScene,
  refused: RefusedSignOn | null = null,
): Promise<SetupView> => {
  const sso = await findSso(desk.db)
  const { slug, name } = desk.tenant
  const place = { token, language }
  const [isConflict, isMissed] = [refused?.flaw === 'conflict', refused?.flaw === 'replaces']
  const told = refused ? null : setupFlashFrom(request)
  return {
    title: t('console.setup.heading', { tenant: name }),
    lead: t('console.setup.pageLead', { tenant: name, at: formatInstant(language, desk.link.expiresAt) }),
    ...(isConflict ? { status: 409 } : {}),
    body: (
      <>
        {told && <Flash t={t} told={{ key: told, subject: null }} />}
        {isConflict && refused?.typed && <EditConflict rows={conflictRows(sso, refused.typed, t)} t={t} />}
        {sso?.verifiedAt && (
          <DonePanel action={setupPath(place, 'close')} domain={sso.domain} t={t} tenant={name} />
        )}
        <RegisterPanel slug={slug} t={t} />
        <ProviderForm action={setupPath(place)} refused={refused} sso={sso} t={t}>
          {sso?.verifiedAt && <ReplaceQuestion isMissed={isMissed} t={t} />}
        </ProviderForm>
        {sso && <DomainPanel action={setupPath(place, 'check')} language={language} sso={sso} t={t} />}
      </>
    ),
  }
}
