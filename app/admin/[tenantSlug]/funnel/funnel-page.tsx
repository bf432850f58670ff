import type { Funnels } from '#lib/console/funnel/read-funnels.ts'
import type { Funnel } from '#lib/funnel/read-funnel.ts'
import { formatDate, type Language, type Translate } from '#lib/kit/i18n.ts'
import type { FunnelQuery } from '#lib/web/console/funnel-query.ts'
import type { ListAddress } from '#lib/web/console/list-query.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { Panel } from '../../_ui/panel.tsx'
import { Bars } from './bars.tsx'
import { FunnelFilters } from './funnel-filters.tsx'
import { numberText, shareText } from './funnel-words.ts'
import { GroupTable } from './group-table.tsx'
import { ProblemTable } from './problem-table.tsx'
import { StageTable } from './stage-table.tsx'

type Props = {
  readonly read: Funnels
  readonly query: FunnelQuery
  readonly address: ListAddress
  readonly language: Language
  readonly t: Translate
}

const barsOf = (funnel: Funnel, language: Language, t: Translate) =>
  funnel.stages.flatMap(({ stage, entered }) =>
    entered === null
      ? []
      : [
          {
            key: stage,
            label: t(`console.steps.${stage}`),
            value: numberText(entered, language),
            share: Math.min(1, entered / (funnel.whole.entered ?? entered)),
          },
        ],
  )

const Steps = ({ funnel, ...props }: Props & { readonly funnel: Funnel }) => {
  const { read, language, t } = props
  const { entered, finished } = funnel.whole
  const visits = entered ?? 0
  const { from, to } = read.otherFilter ?? { from: '', to: '' }
  return (
    <Panel
      lead={t('console.funnel.whole', { visits, share: shareText(finished, visits, language) })}
      title={t('console.funnel.steps')}
    >
      <Bars bars={barsOf(funnel, language, t)} />
      {read.otherFilter && (
        <p className="mt-5 text-small">
          {read.other
            ? t(`console.funnel.comparedWith`, {
                from: formatDate(language, new Date(from), 'UTC'),
                to: formatDate(language, new Date(to), 'UTC'),
                visits: read.other.whole.entered ?? 0,
                share: shareText(read.other.whole.finished, read.other.whole.entered ?? 0, language),
              })
            : t('console.funnel.otherFew')}
        </p>
      )}
      <div className="mt-5">
        <StageTable
          funnel={funnel}
          isCompared={read.other !== null}
          language={language}
          other={read.other}
          t={t}
        />
      </div>
    </Panel>
  )
}

/** Where visits finish and where people leave: bars to see it, tables to read it. */
export const FunnelPage = (props: Props) => {
  const { read, query, address, language, t } = props
  const { funnel, institutions } = read
  if (!funnel)
    return (
      <>
        <FunnelFilters address={address} query={query} t={t} />
        <EmptyState text={t('console.funnel.noneText')} title={t('console.funnel.none')} />
      </>
    )
  return (
    <>
      <FunnelFilters address={address} query={query} t={t} />
      {query.compare && !read.otherFilter && <p className="text-small">{t('console.funnel.noOther')}</p>}
      <Steps {...props} funnel={funnel} />
      <Panel title={t('console.funnel.groups', { by: t(`console.dimensions.${query.by}`) })}>
        <GroupTable
          by={query.by}
          groups={funnel.groups}
          institutions={institutions}
          language={language}
          t={t}
        />
      </Panel>
      <Panel title={t('console.funnel.problems')}>
        <ProblemTable funnel={funnel} language={language} t={t} />
      </Panel>
      <p className="mt-6 max-w-prose text-small text-muted">{t('console.funnel.note')}</p>
      <p className="mt-3">
        <ButtonLink href={`${address.path}/csv?${address.params}`} look="secondary">
          {t('console.funnel.export')}
        </ButtonLink>
      </p>
    </>
  )
}
