import type { Desk } from '#lib/console/desk.ts'
import { takeRevealed } from '#lib/console/reveal-once.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { listApiKeys } from '#lib/tenants/api-key-store.ts'
import { listLiveCredentials } from '#lib/tenants/client-credential-store.ts'
import { findNewestPolicy } from '#lib/tenants/flow-policy-store.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { RevealedSecret } from '../../_ui/revealed-secret.tsx'
import { DataKeys } from './_ui/data-keys.tsx'
import { KeyTable } from './_ui/key-table.tsx'
import { NewKeyForm, type RefusedKey } from './_ui/new-key-form.tsx'

type Scene = { readonly desk: Desk; readonly language: Language; readonly t: Translate }

export const keysView = async (
  { desk, language, t }: Scene,
  refused: RefusedKey | null = null,
): Promise<ConsoleView> => {
  const now = new Date()
  const apiKey = await takeRevealed(desk, 'api_key')
  const dataKey = await takeRevealed(desk, 'data_key')
  const scene = { desk, language, t, now }
  return {
    place: 'keys',
    title: t('console.sections.keys'),
    lead: t('console.keys.lead'),
    body: (
      <>
        {apiKey && <RevealedSecret secret={apiKey} t={t} title={t('console.keys.made')} />}
        {dataKey && <RevealedSecret secret={dataKey} t={t} title={t('console.keys.dataMade')} />}
        <KeyTable keys={await listApiKeys(desk.db)} {...scene} />
        <NewKeyForm refused={refused} {...scene} />
        <DataKeys
          credentials={await listLiveCredentials(desk.db, now)}
          needsToken={(await findNewestPolicy(desk.db))?.tokenRequired ?? false}
          {...scene}
        />
      </>
    ),
  }
}
