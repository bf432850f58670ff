import { actorOf } from '#lib/console/desk.ts'
import { revealPreviewNext, takeRevealedPreview } from '#lib/console/reveal-once.ts'
import { env } from '#lib/kit/env.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { sharePreview, unsharePreviews } from '#lib/tenants/share-preview.ts'
import { seeOther } from '#lib/web/respond.ts'
import { staffForm, staffPage } from '../_doors/staff-door.tsx'
import { AddressToCopy } from '../_ui/address-to-copy.tsx'
import { ButtonLink } from '../_ui/button.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { studioKinds } from './studio-kinds.tsx'

/** Makes an address that shows the draft; the page after it tells it, for only its hash is kept. */
export const shareDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ desk }) => {
    const token = await sharePreview(desk.db, { actor: actorOf(desk), now: new Date() })
    await revealPreviewNext(desk, `${env().PUBLIC_URL}/preview/${token}`)
    return { to: consolePath(desk.tenant.slug, kind, 'share') }
  })

/** The address that was made just now; where none waits, the page on which another can be made. */
export const sharedDoor = (kind: DraftKind) =>
  staffPage(`${kind}.edit`, async ({ desk, t }) => {
    const address = await takeRevealedPreview(desk)
    const home = consolePath(desk.tenant.slug, kind)
    if (address === null) return seeOther(home)
    const { place } = studioKinds[kind]
    return {
      place,
      title: t('console.preview.sharedTitle'),
      lead: t('console.preview.sharedText'),
      crumbs: [{ label: t(`console.sections.${place}`), href: home }],
      body: (
        <div className="grid max-w-2xl gap-5">
          <AddressToCopy t={t} url={address} />
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={home}>{t('console.preview.back')}</ButtonLink>
            <ButtonLink href={address} look="secondary">
              {t('console.preview.open')}
            </ButtonLink>
          </div>
        </div>
      ),
    }
  })

export const unshareDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ desk }) => {
    await unsharePreviews(desk.db, actorOf(desk))
    return { to: consolePath(desk.tenant.slug, kind), flash: 'unshared' }
  })
