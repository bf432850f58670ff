import type { Change } from '#lib/console/audit/find-changes.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { Pager } from '../../_ui/pager.tsx'
import { type AuditFilterProps, AuditFilters } from './audit-filters.tsx'
import { ChangeTable } from './change-table.tsx'

export const auditPageSize = 50

type Props = Omit<AuditFilterProps, 'path'> & {
  /** One more than a page where more follow. */
  readonly found: readonly Change[]
  readonly isFirst: boolean
  readonly slug: string
  readonly language: Language
  readonly t: Translate
}

const Ways = ({ path, filters, t }: { path: string; filters: URLSearchParams; t: Translate }) => (
  <div className="mb-5 flex flex-wrap gap-3">
    <ButtonLink href={`${path}/export?${filters}`} look="secondary">
      {t('console.audit.export')}
    </ButtonLink>
    <ButtonLink href={`${path}/verify`} look="secondary">
      {t('console.audit.verify')}
    </ButtonLink>
  </div>
)

export const AuditPage = ({ found, choices, filters, isFirst, slug, language, t }: Props) => {
  const path = consolePath(slug, 'audit')
  const rows = found.slice(0, auditPageSize)
  const next = found.length > rows.length ? String(rows.at(-1)?.sequence ?? '') : null
  return (
    <>
      <AuditFilters choices={choices} filters={filters} path={path} t={t} />
      <Ways filters={filters} path={path} t={t} />
      {rows.length > 0 ? (
        <ChangeTable changes={rows} language={language} slug={slug} t={t} />
      ) : (
        <EmptyState text={t('console.audit.noneText')} title={t('console.audit.none')} />
      )}
      <Pager isFirst={isFirst} next={next} path={path} query={filters} t={t} />
    </>
  )
}
