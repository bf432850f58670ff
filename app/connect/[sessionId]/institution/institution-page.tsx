import { Field } from '../../../_ui/field.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'
import { stepTitle } from '../_ui/step-title.ts'
import { InstitutionResults } from './institution-results.tsx'

const SearchForm = ({ frame, view, t }: PageProps<'institution'>) => (
  <form action={stepPath(frame, 'institution')} data-search="" method="get">
    <Field
      aside={
        <button
          className="min-h-13 flex-none rounded-brand border-2 border-control bg-surface px-5 font-semibold text-ink hover:bg-raised"
          type="submit"
        >
          {t('institution.searchButton')}
        </button>
      }
      autoComplete="off"
      defaultValue={view.query}
      errorPrefix={t('frame.error')}
      hint={t('institution.searchHint')}
      label={t('institution.search')}
      maxLength={80}
      name="q"
      spellCheck={false}
      type="search"
    />
  </form>
)

/** Search by what one remembers; the list below is a form of buttons, one a bank. Only its count is announced (O24). */
export const InstitutionPage = (props: PageProps<'institution'>) => {
  const { frame, view, t } = props
  return (
    <JourneyShell frame={frame} lead={t('steps.institution.lead')} t={t} title={stepTitle(view, t)}>
      <SearchForm {...props} />
      <p className="sr-only" data-count="" role="status" />
      <InstitutionResults {...props} />
    </JourneyShell>
  )
}
