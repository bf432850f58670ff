import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../_ui/button.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { Panel } from '../_ui/panel.tsx'

type Props = { readonly desk: Desk; readonly isNeeded: boolean; readonly t: Translate }

/** Whether one publishes alone; for the owner to change. */
export const ApprovalRule = ({ desk, isNeeded, t }: Props) => (
  <Panel
    lead={t(isNeeded ? 'console.studio.approvalOn' : 'console.studio.approvalOff')}
    title={t('console.studio.approvalTitle')}
  >
    {mayAtDesk(desk, 'team.manage') ? (
      <form action={consolePath(desk.tenant.slug, 'approval')} method="post">
        <input name="isNeeded" type="hidden" value={isNeeded ? '' : 'yes'} />
        <Button look="secondary">
          {t(isNeeded ? 'console.studio.approvalStop' : 'console.studio.approvalStart')}
        </Button>
      </form>
    ) : (
      <p className="text-small text-muted">{t('console.studio.approvalOwner')}</p>
    )}
  </Panel>
)
