import type { Translate } from '#lib/kit/i18n.ts'
import { ConfirmForm } from '../../_ui/confirm-form.tsx'

type Props = {
  /** Where the links of the tenant stand. */
  readonly path: string
  readonly linkId: string
  readonly t: Translate
}

/** Takes a link back that nobody has opened; asked once more before it happens. */
export const RevokeLink = ({ path, linkId, t }: Props) => (
  <ConfirmForm
    action={`${path}/revoke`}
    id={`revoke-${linkId}`}
    isUndoable
    label={t('console.links.revoke')}
    t={t}
    text={t('console.links.revokeText')}
    title={t('console.links.revokeTitle')}
  >
    <input name="linkId" type="hidden" value={linkId} />
  </ConfirmForm>
)
