import type { ReactNode } from 'react'
import type { InstitutionRow } from '#lib/flow/view.ts'
import { unlistedId } from '#lib/institutions/listing.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { QuietButton, QuietLink } from '../../../_ui/button.tsx'
import { fieldId } from '../../../_ui/field.tsx'
import { ForwardIcon } from '../../../_ui/icons.tsx'
import { InstitutionMark } from '../../../_ui/institution-mark.tsx'
import { minutesText } from '../_ui/duration-text.ts'
import { FilesInstead } from '../_ui/files-instead.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'
import { StepForm } from '../_ui/step-form.tsx'

type RowProps = {
  readonly row: InstitutionRow
  readonly t: Translate
  readonly id?: string | undefined
  readonly acceptsFiles?: boolean
}

// Where letters are large the room goes to the name, and not to what stands round it.
const line = 'flex min-h-16 w-full items-center gap-[min(1rem,4vw)] px-[min(0.75rem,3.5vw)] py-2.5 text-start'

const stateTexts = {
  unwell: 'institution.unwell',
  off: 'institution.off',
  not_connectable: 'institution.notConnectable',
} as const

/** What tells one bank from another of its name, and what one should know before choosing it. */
const Notes = ({ row, t }: RowProps) => {
  const state = row.state === 'ready' ? null : t(stateTexts[row.state])
  const later = row.state === 'off' ? t('institution.later') : null
  const back =
    row.backInMinutes === null ? later : t('institution.backIn', { time: minutesText(row.backInMinutes, t) })
  const kind = row.isTest
    ? t('institution.test')
    : row.country === 'US'
      ? t('institution.countries.US')
      : null
  return (
    <>
      {kind && <span className="block text-small font-normal text-muted">{kind}</span>}
      {state && (
        <span className="block text-small font-normal text-muted">
          {[state, back].filter(Boolean).join(' ')}
        </span>
      )}
    </>
  )
}

/** One that is unwell may still be tried; one that is off, or cannot be connected, may not. */
const isChoosable = ({ state }: InstitutionRow): boolean => state === 'ready' || state === 'unwell'

const Name = ({ row, t, children }: RowProps & { readonly children?: ReactNode }) => (
  <span className="min-w-0 flex-1">
    <span className="block">{row.name}</span>
    <Notes row={row} t={t} />
    {children}
  </span>
)

/** A bank that cannot be chosen is named with the reason, and is no button. */
const Row = ({ row, t, id, acceptsFiles }: RowProps) =>
  isChoosable(row) ? (
    <button
      className={`${line} font-semibold hover:bg-raised`}
      id={id}
      name="institutionId"
      type="submit"
      value={row.id}
    >
      <InstitutionMark institution={row} />
      <Name row={row} t={t} />
      <span className="text-muted">
        <ForwardIcon />
      </span>
    </button>
  ) : (
    <div className={line}>
      <span className="grayscale">
        <InstitutionMark institution={row} />
      </span>
      <Name row={row} t={t}>
        {acceptsFiles && (
          <QuietButton name="byFiles" value={String(row.id)}>
            {t('files.insteadShort')}
            <span className="sr-only"> {row.name}</span>
          </QuietButton>
        )}
      </Name>
    </div>
  )

const NoMatch = ({ frame, view, t }: PageProps<'institution'>) => (
  <div className="mt-6 rounded-panel bg-raised px-5 py-5">
    <h2 className="text-h2 font-semibold">{t('institution.emptyTitle', { query: view.query })}</h2>
    <ul className="mt-2 grid list-disc gap-1 ps-5">
      <li>{t('institution.emptySpelling')}</li>
      <li>{t('institution.emptyNumber')}</li>
      {!view.acceptsFiles && <li>{t('institution.emptyLeave', { tenant: frame.brand.tenantName })}</li>}
    </ul>
    {view.acceptsFiles && <FilesInstead frame={frame} institutionId={unlistedId} t={t} />}
    <QuietLink href={stepPath(frame, 'institution')}>{t('institution.clear')}</QuietLink>
  </div>
)

const Unserved = ({ frame, t }: PageProps<'institution'>) => (
  <div className="mt-6 rounded-panel bg-raised px-5 py-5">
    <h2 className="text-h2 font-semibold">{t('institution.unservedTitle')}</h2>
    <p className="mt-2">{t('institution.unservedText', { tenant: frame.brand.tenantName })}</p>
  </div>
)

const Empty = (props: PageProps<'institution'>) =>
  props.view.isUnserved ? <Unserved {...props} /> : <NoMatch {...props} />

const List = ({ frame, view, t }: PageProps<'institution'>) => {
  const first = view.rows.find(isChoosable)
  return (
    <StepForm frame={frame}>
      <h2 className="mt-8 text-small font-semibold text-muted">
        {t(view.isSearch ? 'institution.resultsTitle' : 'institution.listTitle')}
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {view.rows.map((row) => (
          <li key={row.id}>
            <Row
              acceptsFiles={view.acceptsFiles}
              id={row === first ? fieldId('institutionId') : undefined}
              row={row}
              t={t}
            />
          </li>
        ))}
      </ul>
      {view.isSearch && view.total > view.rows.length && (
        <p className="mt-3 text-small text-muted">
          {t('institution.more', { shown: view.rows.length, total: view.total })}
        </p>
      )}
    </StepForm>
  )
}

/** The part that search as you type swaps; its `data-results` is what is said aloud. */
export const InstitutionResults = (props: PageProps<'institution'>) => (
  <div data-results={props.t('institution.count', { count: props.view.total })}>
    {props.view.rows.length === 0 ? <Empty {...props} /> : <List {...props} />}
  </div>
)
