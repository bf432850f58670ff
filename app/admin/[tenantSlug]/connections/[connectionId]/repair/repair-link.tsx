import type { Translate } from '#lib/kit/i18n.ts'
import type { ConsoleView } from '../../../../_doors/respond-with-console.tsx'
import { AddressToCopy } from '../../../../_ui/address-to-copy.tsx'
import { ButtonLink } from '../../../../_ui/button.tsx'

type Props = { readonly url: string; readonly path: string; readonly t: Translate }

/** The address by which a person brings their connection back, the one time that it is known. */
export const repairLinkView = ({ url, path, t }: Props): ConsoleView => ({
  status: 201,
  place: 'connections',
  title: t('console.links.madeTitle'),
  lead: t('console.links.madeLead'),
  body: (
    <>
      <AddressToCopy t={t} url={url} />
      <p className="mt-6">
        <ButtonLink href={path} look="secondary">
          {t('console.connections.back')}
        </ButtonLink>
      </p>
    </>
  ),
})
