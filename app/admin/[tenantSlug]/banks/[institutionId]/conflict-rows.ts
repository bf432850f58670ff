import type { Bank } from '#lib/console/banks/bank.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { ConflictRow } from '../../../_ui/edit-conflict.tsx'
import type { TypedSettings } from './settings-form.tsx'

/** What somebody else has put meanwhile. Settings are sealed: of both no more is told than that there are others. */
export const conflictRows = (
  bank: Bank,
  { connectorId, key }: TypedSettings,
  t: Translate,
): ConflictRow[] => {
  const standing = bank.ways.find((way) => way.connectorId === connectorId)?.route
  const theirs = standing?.upstreamKey ?? '–'
  return [
    ...(theirs === key ? [] : [{ label: t('console.banks.key'), theirs, mine: key || '–' }]),
    {
      label: t('console.banks.settings'),
      theirs: t('console.banks.settingsTheirs'),
      mine: t('console.banks.settingsMine'),
    },
  ]
}
