import type { ApiKey } from '#lib/tenants/api-key.ts'
import { isLive } from '#lib/tenants/api-key.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { Mark } from '../../../_ui/mark.tsx'
import { Table } from '../../../_ui/table.tsx'
import { Told } from '../../../_ui/told.tsx'
import { KeyActions } from './key-actions.tsx'
import type { KeyScene } from './key-props.ts'
import { keyScopeWords } from './key-scope-words.ts'

type Props = KeyScene & { readonly keys: readonly ApiKey[] }
type Row = KeyScene & { readonly row: ApiKey }

const Name = ({ row, t }: Row) => (
  <>
    <span className="block">{row.label}</span>
    <span className="font-normal text-muted">
      …{row.hint} · {t(`console.keys.modes.${row.mode}`)}
    </span>
  </>
)

const Standing = ({ row, now, language, t }: Row) => {
  if (!isLive(row, now)) return <Mark>{t('console.keys.ended')}</Mark>
  if (!row.endsAt) return <Mark tone="good">{t('console.keys.works')}</Mark>
  return (
    <>
      {t('console.keys.until')} <Instant at={row.endsAt} language={language} />
    </>
  )
}

const Scopes = ({ scopes, t }: Pick<ApiKey, 'scopes'> & Pick<KeyScene, 't'>) => (
  <ul className="grid gap-1.5">
    {scopes.map((scope) => (
      <li key={scope}>
        <Told code={scope} words={keyScopeWords(scope, t)} />
      </li>
    ))}
  </ul>
)

/** The keys of the API, those that ended too: the audit log names them. */
export const KeyTable = ({ keys, ...scene }: Props) => {
  const { t, language } = scene
  if (keys.length === 0)
    return <EmptyState text={t('console.keys.noneText')} title={t('console.keys.none')} />
  return (
    <Table
      caption={t('console.keys.caption')}
      columns={[
        {
          key: 'name',
          label: t('console.keys.name'),
          kind: 'name',
          cell: (row) => <Name row={row} {...scene} />,
        },
        {
          key: 'scopes',
          label: t('console.keys.scopes'),
          cell: ({ scopes }) => <Scopes scopes={scopes} t={t} />,
        },
        {
          key: 'used',
          label: t('console.keys.used'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt ? <Instant at={lastUsedAt} language={language} /> : t('console.keys.never'),
        },
        { key: 'state', label: t('console.keys.state'), cell: (row) => <Standing row={row} {...scene} /> },
        { key: 'do', label: t('console.team.actions'), cell: (row) => <KeyActions row={row} {...scene} /> },
      ]}
      keyOf={({ id }) => id}
      rows={keys}
    />
  )
}
