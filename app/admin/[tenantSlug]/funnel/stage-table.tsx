import type { Funnel, FunnelStage } from '#lib/funnel/read-funnel.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { secondsText } from '../../../connect/[sessionId]/_ui/duration-text.ts'
import { type Column, Table } from '../../_ui/table.tsx'
import { numberText, shareText } from './funnel-words.ts'

type Props = {
  readonly funnel: Funnel
  readonly other: Funnel | null
  readonly isCompared: boolean
  readonly language: Language
  readonly t: Translate
}

type Row = { readonly one: FunnelStage; readonly other: FunnelStage | undefined }

const leftText = ({ entered, left }: FunnelStage, language: Language): string =>
  entered === null ? '–' : `${numberText(left, language)} (${shareText(left, entered, language)})`

const enteredText = ({ entered }: FunnelStage, { language, t }: Props): string =>
  entered === null ? t('console.funnel.few') : numberText(entered, language)

/** The other side, and by how much the share that leaves differs, in points of a hundred. */
const comparedColumns = (props: Props): Column<Row>[] => {
  const { language, t } = props
  const shareOf = ({ entered, left }: FunnelStage) => (entered ? left / entered : 0)
  const differenceOf = ({ one, other }: Row): string => {
    if (!other || other.entered === null || one.entered === null) return '–'
    const points = Math.round((shareOf(one) - shareOf(other)) * 100)
    return `${points > 0 ? '+' : points < 0 ? '−' : ''}${numberText(Math.abs(points), language)}`
  }
  return [
    {
      key: 'otherEntered',
      label: t('console.funnel.otherEntered'),
      kind: 'number',
      cell: ({ other }) => (other ? enteredText(other, props) : '–'),
    },
    {
      key: 'otherLeft',
      label: t('console.funnel.otherLeft'),
      kind: 'number',
      cell: ({ other }) => (other ? leftText(other, language) : '–'),
    },
    { key: 'difference', label: t('console.funnel.difference'), kind: 'number', cell: differenceOf },
  ]
}

const columnsOf = (props: Props): Column<Row>[] => {
  const { isCompared, language, t } = props
  return [
    {
      key: 'stage',
      label: t('console.funnel.stage'),
      kind: 'name',
      cell: ({ one }) => t(`console.steps.${one.stage}`),
    },
    {
      key: 'entered',
      label: t('console.funnel.entered'),
      kind: 'number',
      cell: ({ one }) => enteredText(one, props),
    },
    {
      key: 'left',
      label: t('console.funnel.left'),
      kind: 'number',
      cell: ({ one }) => leftText(one, language),
    },
    {
      key: 'troubled',
      label: t('console.funnel.troubled'),
      kind: 'number',
      cell: ({ one }) => (one.entered === null ? '–' : shareText(one.troubled, one.entered, language)),
    },
    {
      key: 'time',
      label: t('console.funnel.time'),
      kind: 'number',
      cell: ({ one }) => (one.medianSeconds === null ? '–' : secondsText(one.medianSeconds, t)),
    },
    ...(isCompared ? comparedColumns(props) : []),
  ]
}

/** The steps in numbers, the whole visit last. */
export const StageTable = (props: Props) => {
  const { funnel, other, t } = props
  const rows = [...funnel.stages, funnel.whole].map((one): Row => {
    const others = other ? [...other.stages, other.whole] : []
    return { one, other: others.find(({ stage }) => stage === one.stage) }
  })
  return (
    <Table
      caption={t('console.funnel.steps')}
      columns={columnsOf(props)}
      keyOf={({ one }) => one.stage}
      rows={rows}
    />
  )
}
