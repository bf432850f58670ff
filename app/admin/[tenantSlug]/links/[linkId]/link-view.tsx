import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { OneLink } from '#lib/console/links/read-link.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { ConsoleView } from '../../../_doors/respond-with-console.tsx'
import { AddressToCopy } from '../../../_ui/address-to-copy.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Card } from '../../../_ui/card.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { QrCode } from '../../../_ui/qr-code.tsx'
import { isStillOpen } from '../link-standing.tsx'
import { RevokeLink } from '../revoke-link.tsx'
import { LinkFacts } from './link-facts.tsx'

type Scene = { readonly desk: Desk<'links.view'>; readonly language: Language; readonly t: Translate }

const NewAddress = ({ url, t }: { readonly url: string; readonly t: Translate }) => (
  <section
    className="mb-6 rounded-panel border-2 border-notice bg-notice-surface p-5"
    data-focus="first"
    role="status"
    tabIndex={-1}
  >
    <h2 className="text-h2 font-semibold">{t('console.links.madeTitle')}</h2>
    <p className="mt-1 mb-4 text-small">{t('console.links.madeLead')}</p>
    <AddressToCopy t={t} url={url} />
    <div className="mt-5">
      <QrCode label={t('console.links.qrOf', { url })} text={url} />
    </div>
  </section>
)

type Acts = Pick<Scene, 'desk' | 't'> & { readonly one: OneLink }

const Acts = ({ desk, one: { link, status, mayReturn }, t }: Acts) => {
  const path = consolePath(desk.tenant.slug, 'links')
  if (isStillOpen(status))
    return (
      <Panel lead={t('console.oneLink.revokeLead')} title={t('console.links.revokeTitle')}>
        <RevokeLink linkId={link.id} path={path} t={t} />
      </Panel>
    )
  return mayReturn ? (
    <Panel lead={t('console.oneLink.returnLead')} title={t('console.oneLink.return')}>
      <form action={`${path}/bring-back`} method="post">
        <input name="subject" type="hidden" value={link.id} />
        <Button look="secondary">{t('console.oneLink.return')}</Button>
      </form>
    </Panel>
  ) : null
}

/** The page of a link; `url` while its maker may still see it. */
export const linkView = ({ desk, language, t }: Scene, one: OneLink, url: string | null): ConsoleView => ({
  place: 'links',
  title: t('console.oneLink.title'),
  crumbs: [{ label: t('console.sections.links'), href: consolePath(desk.tenant.slug, 'links') }],
  body: (
    <>
      {url && <NewAddress t={t} url={url} />}
      <Card>
        <LinkFacts desk={desk} language={language} one={one} t={t} />
      </Card>
      {mayAtDesk(desk, 'links.create') && <Acts desk={desk} one={one} t={t} />}
    </>
  ),
})
