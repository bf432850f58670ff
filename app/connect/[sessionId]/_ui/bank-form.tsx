import type { BankPageView, Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button, QuietLink } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { bankPath, statusPath } from './paths.ts'

type Props = {
  readonly frame: Frame
  readonly page: BankPageView
  readonly institution: string
  /** The person was sent there before. */
  readonly isAgain: boolean
  readonly t: Translate
}

const targets = { here: undefined, window: '_blank', top: '_top' } as const

/** What a script shows of the window that it opened; nothing of it is needed where no script runs. */
const WindowNews = ({ institution, t }: Props) => (
  <>
    <div data-window-open="" hidden>
      <p className="mt-4 font-semibold" role="status">
        {t('bankPage.waiting', { institution })}
      </p>
    </div>
    <div data-window-closed="" hidden>
      <Panel title={t('bankPage.closedTitle', { institution })} tone="notice">
        <p>{t('bankPage.closed')}</p>
      </Panel>
    </div>
    <div data-window-blocked="" hidden>
      <Panel title={t('bankPage.blockedTitle')} tone="notice">
        <p>{t('bankPage.blocked')}</p>
        <p className="mt-4">
          <Button look="secondary" name="opens" value="tab">
            {t('bankPage.newTab', { institution })}
          </Button>
        </p>
      </Panel>
    </div>
  </>
)

/** The way to the bank's own page. In a frame it opens beside it, with the pass in place of the frame's cookie. */
export const BankForm = (props: Props) => {
  const { frame, page, institution, isAgain, t } = props
  const isWindow = frame.bankOpens === 'window'
  return (
    <form
      action={bankPath(frame)}
      className="mt-8"
      data-bank-window={isWindow ? statusPath(frame) : undefined}
      data-visit={`/connect/${frame.sessionId}`}
      method="post"
      target={targets[frame.bankOpens]}
    >
      <input name="seen" type="hidden" value={frame.seen} />
      <input name="pass" type="hidden" value={page.pass} />
      <Button>{t(isAgain ? 'bankPage.goAgain' : 'bankPage.go', { institution })}</Button>
      {isWindow && <WindowNews {...props} />}
      {isWindow && !isAgain && (
        <p className="mt-2">
          <QuietLink href={`/connect/${frame.sessionId}`}>{t('bankPage.isBack', { institution })}</QuietLink>
        </p>
      )}
    </form>
  )
}
