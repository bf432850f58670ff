import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { StaffMember } from '#lib/staff/staff-member.ts'

type Props = {
  readonly member: StaffMember
  readonly language: Language
  readonly path: string
  readonly t: Translate
}

const quiet = 'inline-flex min-h-11 items-center text-small text-link underline underline-offset-4'

const LanguageForm = ({ language, path, t }: Props) => {
  const other = language === 'en' ? 'fr' : 'en'
  return (
    <form action="/admin/language" method="post">
      <input name="next" type="hidden" value={path} />
      <button className={quiet} lang={other} name="language" type="submit" value={other}>
        {t(`languages.${other}`)}
      </button>
    </form>
  )
}

/** Who is signed in, the other language, the way out. */
export const AccountMenu = (props: Props) => (
  <div className="no-print border-t border-line pt-3">
    <a className="block py-2.5 text-small text-muted in-[nav]:truncate" href="/admin/account">
      <span className="sr-only">{props.t('console.frame.account')}: </span>
      {props.member.name ?? props.member.email}
    </a>
    <div className="flex flex-wrap gap-x-5">
      <LanguageForm {...props} />
      <form action="/admin/sign-out" method="post">
        <button className={quiet} type="submit">
          {props.t('console.frame.signOut')}
        </button>
      </form>
    </div>
  </div>
)
