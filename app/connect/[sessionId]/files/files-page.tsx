import { fileLimits } from '#lib/flow/steps/files.ts'
import type { InstitutionRow } from '#lib/flow/view.ts'
import { Button, QuietButton, QuietLink } from '../../../_ui/button.tsx'
import { FieldErrorText, fieldId } from '../../../_ui/field.tsx'
import { LockIcon } from '../../../_ui/icons.tsx'
import { Aside } from '../../../_ui/panel.tsx'
import { SelectField } from '../../../_ui/select-field.tsx'
import { errorOf, errorText, typedOr } from '../_ui/flash-texts.ts'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath, submitPath, uploadPath } from '../_ui/paths.ts'
import { stepTitle } from '../_ui/step-title.ts'

/** Signing in at the bank is a way as well. */
const isChoosable = ({ state }: InstitutionRow): boolean => state === 'ready' || state === 'unwell'

const accepts = '.ofx,.qfx,.csv,.txt,text/csv,application/x-ofx,application/vnd.intu.qfx'

/** Every file that was refused, each with its own reason: the whole answer is in one place. */
const FileErrors = ({ frame, t }: PageProps<'files'>) => {
  const errors = frame.flash?.errors.filter(({ field }) => field === 'files') ?? []
  return (
    <div id={`${fieldId('files')}-error`}>
      {errors.map((error) => (
        <FieldErrorText
          id={`${fieldId('files')}-error-${errors.indexOf(error)}`}
          key={errors.indexOf(error)}
          prefix={t('frame.error')}
          text={errorText(error, t)}
        />
      ))}
    </div>
  )
}

const FileField = (props: PageProps<'files'>) => {
  const { frame, view, t } = props
  const id = fieldId('files')
  const isWrong = errorOf(frame, 'files', t) !== undefined
  return (
    <div className="mt-6">
      <label className="block font-semibold" htmlFor={id}>
        {t('files.field')}
      </label>
      <p className="text-small text-muted" id={`${id}-hint`}>
        {t(view.papers === 'taken' ? 'files.hintWithPapers' : 'files.hint', fileLimits)}
      </p>
      <input
        accept={view.papers === 'taken' ? `${accepts},.pdf,application/pdf` : accepts}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={isWrong ? true : undefined}
        className={`mt-2 block min-h-13 w-full min-w-0 rounded-brand bg-surface p-3 text-body text-ink file:mr-3 file:min-h-11 file:rounded-brand file:border-2 file:border-solid file:border-control file:bg-surface file:px-4 file:font-semibold file:text-ink ${isWrong ? 'border-2 border-danger' : 'border border-dashed border-control'}`}
        id={id}
        multiple
        name="files"
        type="file"
      />
      <FileErrors {...props} />
    </div>
  )
}

const KindField = ({ frame, view, t }: PageProps<'files'>) => (
  <SelectField
    defaultValue={typedOr(frame, 'kind', view.kinds[0] ?? '')}
    error={errorOf(frame, 'kind', t)}
    errorPrefix={t('frame.error')}
    groups={[{ label: '', options: view.kinds.map((value) => ({ value, label: t(`kinds.${value}`) })) }]}
    hint={t('files.kindHint')}
    label={t('files.kind')}
    name="kind"
  />
)

/** What else there is: to sign in after all, or another bank. */
const OtherWays = ({ frame, view, t }: PageProps<'files'>) => (
  <div className="mt-4 grid justify-items-start">
    {isChoosable(view.institution) && (
      <form action={submitPath(frame, 'institution')} method="post">
        <QuietButton name="institutionId" value={String(view.institution.id)}>
          {t('files.signIn', { institution: view.institution.name })}
        </QuietButton>
      </form>
    )}
    <QuietLink href={stepPath(frame, 'institution')}>{t('login.another')}</QuietLink>
  </div>
)

/** Files in place of a sign-in. A plain form: what was wrong comes back by name, and nothing of the visit is lost. */
export const FilesPage = (props: PageProps<'files'>) => {
  const { frame, view, t } = props
  return (
    <JourneyShell
      above={<InstitutionHeading institution={view.institution} />}
      frame={frame}
      lead={t('steps.files.lead')}
      t={t}
      title={stepTitle(view, t)}
    >
      <form action={uploadPath(frame)} encType="multipart/form-data" method="post" noValidate>
        <input name="seen" type="hidden" value={frame.seen} />
        <FileField {...props} />
        {view.papers === 'not_agreed' && (
          <p className="mt-2 text-small text-muted">
            {t('files.noPapers')} <a href={stepPath(frame, 'consent')}>{t('files.toConsent')}</a>
          </p>
        )}
        <KindField {...props} />
        <p className="mt-6">
          <Button>{t('files.submit')}</Button>
        </p>
      </form>
      <Aside icon={<LockIcon />} title={t('files.safeTitle')}>
        <p>{t('files.safe', { tenant: frame.brand.tenantName })}</p>
      </Aside>
      <OtherWays {...props} />
    </JourneyShell>
  )
}
