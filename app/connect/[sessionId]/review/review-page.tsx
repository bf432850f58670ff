import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button, ButtonLink, QuietLink } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { AnotherBank } from '../_ui/another-bank.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepPath } from '../_ui/paths.ts'
import { StepForm } from '../_ui/step-form.tsx'
import { stepTitle } from '../_ui/step-title.ts'

const Contact = ({ frame, reference, t }: { frame: Frame; reference: string; t: Translate }) => {
  const { supportEmail, supportPhone } = frame.brand
  const subject = encodeURIComponent(t('review.mailSubject', { reference }))
  return (
    <>
      <p className="mt-3">
        <a className="wrap-anywhere" href={`mailto:${supportEmail}?subject=${subject}`}>
          {supportEmail}
        </a>
        {supportPhone && (
          <>
            {` ${t('frame.supportPhone')} `}
            <a className="whitespace-nowrap" href={`tel:${supportPhone.replace(/[^\d+]/g, '')}`}>
              {supportPhone}
            </a>
          </>
        )}
      </p>
      <p className="mt-3">
        {t('review.reference')}{' '}
        <strong className="whitespace-nowrap font-mono text-lead tabular-nums">{reference}</strong>
      </p>
    </>
  )
}

/** Three ways on, none of which says that anybody did anything wrong, and the one out that every step has. */
export const ReviewPage = ({ frame, view, t }: PageProps<'review'>) => {
  const { tenantName: tenant } = frame.brand
  const institution = view.institution.name
  return (
    <JourneyShell
      frame={frame}
      lead={t('steps.review.lead', { tenant, institution })}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.isAsked && (
        <Panel title={t('review.askedTitle', { tenant })} tone="notice">
          {t('review.askedText', { tenant })}
        </Panel>
      )}
      <p className="mt-3">{t('review.nothingShared', { tenant })}</p>
      <section className="mt-8">
        <h2 className="text-h2 font-semibold">{t('review.correctTitle')}</h2>
        <p className="mt-1 mb-4">{t('review.correctText')}</p>
        <ButtonLink href={stepPath(frame, 'identity')}>{t('review.correct')}</ButtonLink>
      </section>
      <section className="mt-8">
        <h2 className="text-h2 font-semibold">{t('review.anotherTitle')}</h2>
        <p className="mt-1">{t('review.anotherText')}</p>
        <QuietLink href={stepPath(frame, 'login')}>{t('review.anotherLogin', { institution })}</QuietLink>
        <br />
        <AnotherBank frame={frame} label={t('login.another')} />
      </section>
      <section className="mt-8">
        <h2 className="text-h2 font-semibold">{t('review.askTitle', { tenant })}</h2>
        <p className="mt-1">{t('review.askText', { tenant })}</p>
        <Contact frame={frame} reference={view.reference} t={t} />
        {!view.isAsked && (
          <StepForm frame={frame}>
            <p className="mt-4">
              <Button look="secondary" name="action" value="ask">
                {t('review.ask')}
              </Button>
            </p>
          </StepForm>
        )}
      </section>
    </JourneyShell>
  )
}
