import { actorOf } from '#lib/console/desk.ts'
import { env } from '#lib/kit/env.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { sharePreview, unsharePreviews } from '#lib/tenants/share-preview.ts'
import { staffForm } from '../_doors/staff-door.tsx'
import { ButtonLink } from '../_ui/button.tsx'
import { Field } from '../_ui/field.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { studioKinds } from './studio-kinds.tsx'

/** The address of a preview, shown this once: only its hash is kept. */
export const shareDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ desk, t }) => {
    const token = await sharePreview(desk.db, { actor: actorOf(desk), now: new Date() })
    const address = `${env().PUBLIC_URL}/preview/${token}`
    return {
      status: 201,
      place: studioKinds[kind].place,
      title: t('console.preview.sharedTitle'),
      lead: t('console.preview.sharedText'),
      body: (
        <div className="grid max-w-2xl gap-5">
          <Field defaultValue={address} isReadOnly label={t('console.preview.address')} name="address" />
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={consolePath(desk.tenant.slug, kind)}>{t('console.preview.back')}</ButtonLink>
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
