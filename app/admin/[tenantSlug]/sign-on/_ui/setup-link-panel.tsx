import { formatInstant, type Language, type Translate } from '#lib/kit/i18n.ts'
import type { SetupLink } from '#lib/staff/setup-link.ts'
import { Button } from '../../../_ui/button.tsx'
import { ConfirmForm } from '../../../_ui/confirm-form.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'

type Props = {
  readonly slug: string
  /** The last one that was made, which may have ended. */
  readonly link: SetupLink | null
  readonly now: Date
  readonly language: Language
  readonly t: Translate
}

type SeenProps = Omit<Props, 'link' | 'slug'> & { readonly link: SetupLink }

/** When it ends, and when it was last opened and used: who did so is known to nobody. */
const Seen = ({ link, now, language, t }: SeenProps) => (
  <ul className="grid gap-1 text-small">
    <li>
      {t(`console.setup.${now < link.expiresAt ? 'openUntil' : 'ended'}`, {
        at: formatInstant(language, link.expiresAt),
      })}
    </li>
    {(['opened', 'used'] as const).map((what) => {
      const at = link[`${what}At`]
      return (
        <li className="text-muted" key={what}>
          {at ? (
            <>
              {t(`console.setup.${what}`)}: <Instant at={at} language={language} />
            </>
          ) : (
            t(`console.setup.${what}Never`)
          )}
        </li>
      )
    })}
  </ul>
)

/** The link by which people without a seat set up what is above. */
export const SetupLinkPanel = ({ slug, link, now, language, t }: Props) => {
  const isOpen = link !== null && now < link.expiresAt
  return (
    <Panel id="setup-link" lead={t('console.setup.lead')} title={t('console.setup.title')}>
      <div className="grid gap-4">
        {link && <Seen language={language} link={link} now={now} t={t} />}
        <div className="flex flex-wrap items-center gap-3">
          <form action={consolePath(slug, 'sign-on', 'link')} method="post">
            <Button look="secondary">{t(`console.setup.${isOpen ? 'remake' : 'make'}`)}</Button>
          </form>
          {isOpen && (
            <ConfirmForm
              action={consolePath(slug, 'sign-on', 'link', 'take-back')}
              id="take-setup-link-back"
              label={t('console.setup.takeBack')}
              t={t}
              text={t('console.setup.takeBackText')}
              title={t('console.setup.takeBackTitle')}
            >
              <input name="linkId" type="hidden" value={link.id} />
            </ConfirmForm>
          )}
        </div>
        {isOpen && <p className="text-small text-muted">{t('console.setup.remakeText')}</p>}
      </div>
    </Panel>
  )
}
