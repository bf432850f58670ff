import type { Finding } from '#lib/connectors/finding.ts'
import type { Bank } from '#lib/console/banks/bank.ts'
import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import { displayName } from '#lib/institutions/institution.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { ConsoleView } from '../../../_doors/respond-with-console.tsx'
import { EditConflict } from '../../../_ui/edit-conflict.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { conflictRows } from './conflict-rows.ts'
import { Findings } from './findings.tsx'
import { SettingsForm, type TypedSettings } from './settings-form.tsx'
import { WayPanel } from './way-panel.tsx'

type Scene = { readonly desk: Desk; readonly language: Language; readonly t: Translate }

export type ShownBank = {
  readonly bank: Bank
  /** What came of having a way tried. */
  readonly findings?: readonly Finding[]
  /** Settings that cannot be used, with what is wrong. */
  readonly refused?: TypedSettings
}

export const bankView = ({ desk, language, t }: Scene, shown: ShownBank): ConsoleView => {
  const { bank, findings, refused } = shown
  const { id, numbers, isTest } = bank.institution
  const path = consolePath(desk.tenant.slug, 'banks', String(id))
  const mayManage = mayAtDesk(desk, 'banks.manage')
  const own = bank.ways.filter(({ route }) => route !== null)
  const isOvertaken = refused?.flaws === 'changed'
  return {
    place: 'banks',
    ...(isOvertaken ? { status: 409 } : {}),
    title: displayName(bank.institution, language),
    lead: [
      t('console.banks.number', { id }),
      ...numbers,
      ...(isTest ? [t('console.banks.isTest')] : []),
    ].join(' · '),
    crumbs: [{ label: t('console.sections.banks'), href: consolePath(desk.tenant.slug, 'banks') }],
    body: (
      <>
        {isOvertaken && <EditConflict rows={conflictRows(bank, refused, t)} t={t} />}
        {findings && <Findings findings={findings} t={t} />}
        {bank.ways.length === 0 && (
          <EmptyState text={t('console.banks.noWayText')} title={t('console.banks.noWay')} />
        )}
        {bank.ways.map((way, index) => (
          <WayPanel
            isFirst={index === 0}
            key={way.route?.id ?? way.connectorId}
            language={language}
            mayManage={mayManage}
            name={displayName(bank.institution, language)}
            path={path}
            slug={desk.tenant.slug}
            t={t}
            way={way}
          />
        ))}
        {mayManage && <SettingsForm own={own} path={path} refused={refused} t={t} />}
      </>
    ),
  }
}
