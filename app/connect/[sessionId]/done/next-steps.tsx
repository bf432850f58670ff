import { QuietLink } from '../../../_ui/button.tsx'
import { Contact } from '../../../_ui/contact.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import type { PageProps } from '../_ui/page-props.ts'

/** Behind a visit that shares something: how to stop, and where the copy is. */
export const AfterSharing = ({ frame, view, t }: PageProps<'done'>) => {
  const { copy, hasEnded } = view
  const state = !hasEnded ? 'copyComing' : copy?.isSent ? 'copySent' : 'copyUnderway'
  return (
    <>
      <h2 className="mt-8 font-semibold">{t('done.withdrawTitle')}</h2>
      <p className="mt-1">{t('done.withdraw', { contact: frame.brand.supportEmail })}</p>
      <h2 className="mt-6 font-semibold">{t('done.copyTitle')}</h2>
      {copy && <p className="mt-1">{t(`done.${state}`, { address: copy.to })}</p>}
      <p className={copy ? 'mt-1 text-small text-muted' : 'mt-1'}>{t('done.keep')}</p>
    </>
  )
}

/** Behind any other: why, where somebody else knows it, and how to begin anew. */
export const AfterNothing = ({ frame, view, t }: PageProps<'done'>) => {
  const tenant = frame.brand.tenantName
  const { fault, outcome, restartPath } = view
  const again = outcome === 'failed' ? 'againLater' : 'again'
  return (
    <>
      {fault && (
        <Panel title={t(`faults.${fault.code}.title`, { institution: fault.institutionName })} tone="notice">
          <p>{t(`faults.${fault.code}.text`, { institution: fault.institutionName })}</p>
        </Panel>
      )}
      <p className="mt-6">
        {restartPath === null ? t('done.newLink', { tenant }) : t(`done.${again}`, { tenant })}
      </p>
      {restartPath !== null && (
        <p className="mt-1">
          <QuietLink href={restartPath}>{t('done.restart')}</QuietLink>
        </p>
      )}
      <Contact brand={frame.brand} t={t} />
    </>
  )
}
