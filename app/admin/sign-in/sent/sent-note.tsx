import type { Translate } from '#lib/kit/i18n.ts'

export const SentNote = ({ t }: { t: Translate }) => (
  <>
    <p className="mt-3">{t('console.signIn.sentText')}</p>
    <p className="mt-3 text-small text-muted">{t('console.signIn.sentHint')}</p>
    <p className="mt-5">
      <a className="inline-flex min-h-11 items-center text-small" href="/admin/sign-in">
        {t('console.signIn.again')}
      </a>
    </p>
  </>
)
