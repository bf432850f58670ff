import { later } from '#lib/kit/clock.ts'
import { formatInstant } from '#lib/kit/i18n.ts'
import { setupLinkLifeMs } from '#lib/staff/setup-link.ts'
import { findSetupLink } from '#lib/staff/setup-link-store.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { AddressToCopy } from '../../_ui/address-to-copy.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import type { Scene } from './sign-on-view.tsx'

/** The address that was made a moment ago, this once: only its hash is kept. */
export const setupLinkView = async ({ desk, language, t }: Scene, address: string): Promise<ConsoleView> => {
  const link = await findSetupLink(desk.db)
  const home = consolePath(desk.tenant.slug, 'sign-on')
  const until = link?.expiresAt ?? later(new Date(), setupLinkLifeMs)
  return {
    place: 'signOn',
    title: t('console.setup.madeTitle'),
    lead: t('console.setup.madeText', { at: formatInstant(language, until) }),
    crumbs: [{ label: t('console.sections.signOn'), href: home }],
    body: (
      <div className="grid max-w-2xl gap-5">
        <AddressToCopy t={t} url={address} />
        <div>
          <ButtonLink href={home}>{t('console.setup.back')}</ButtonLink>
        </div>
      </div>
    ),
  }
}
