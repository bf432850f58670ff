import { Button } from '../../../_ui/button.tsx'
import { LockIcon } from '../../../_ui/icons.tsx'
import { typedOr } from '../_ui/flash-texts.ts'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { StepForm } from '../_ui/step-form.tsx'
import { ConsentTerms } from './consent-terms.tsx'
import { OptionalScope, RequiredScope } from './scope-row.tsx'
import { TermsBox } from './terms-box.tsx'

const OptionalScopes = ({ frame, view, t }: PageProps<'consent'>) => {
  const chosen = typedOr(frame, 'scope', view.chosenOptional.join(',')).split(',')
  const optional = view.document.scopes.filter((scope) => scope.requiredReason === null)
  if (optional.length === 0) return null
  return (
    <fieldset className="mt-10 min-w-0">
      <legend className="text-h2 font-semibold">{t('consent.optionalTitle')}</legend>
      <p className="text-small text-muted">{t('consent.optionalHint')}</p>
      <div className="mt-4 grid gap-4">
        {optional.map((scope) => (
          <OptionalScope isChosen={chosen.includes(scope.scope)} key={scope.scope} scope={scope} t={t} />
        ))}
      </div>
    </fieldset>
  )
}

/** Agreeing and not agreeing are the same button with other words: same size, same contrast, side by side (CA8). */
const Decision = ({ frame, view, t }: PageProps<'consent'>) => (
  <div className="mt-10">
    {view.bankPageNext !== null && (
      <p className="mb-4">{t('consent.bankPageNext', { institution: view.bankPageNext })}</p>
    )}
    <div className="grid gap-3 sm:grid-cols-2">
      <Button isWide name="decision" value="agree">
        {t('consent.agree')}
      </Button>
      <Button isWide name="decision" value="decline">
        {t('consent.decline')}
      </Button>
    </div>
    <p className="mt-3 text-small text-muted">
      {t(frame.isReturning ? 'consent.declineHint' : 'consent.declineHintHere', {
        tenant: frame.brand.tenantName,
      })}
    </p>
  </div>
)

/** What is read, for what, how long, by whom, how to stop: all of it before the button (CA2). */
export const ConsentPage = ({ frame, view, t }: PageProps<'consent'>) => {
  const { document } = view
  const required = document.scopes.filter((scope) => scope.requiredReason !== null)
  return (
    <JourneyShell frame={frame} lead={document.introduction} t={t} title={document.title}>
      {document.institutionName && (
        <p className="mt-3">{t('consent.from', { institution: document.institutionName })}</p>
      )}
      <StepForm frame={frame}>
        <input name="document" type="hidden" value={view.documentHash} />
        {required.length > 0 && (
          <section className="mt-8">
            <h2 className="flex items-center gap-2 text-h2 font-semibold">
              <span className="text-muted">
                <LockIcon />
              </span>
              {t('consent.requiredTitle')}
            </h2>
            <ul className="mt-3 divide-y divide-line border-y border-line">
              {required.map((scope) => (
                <RequiredScope key={scope.scope} scope={scope} t={t} />
              ))}
            </ul>
          </section>
        )}
        <OptionalScopes frame={frame} t={t} view={view} />
        <ConsentTerms document={document} t={t} />
        <TermsBox document={document} frame={frame} t={t} />
        <Decision frame={frame} t={t} view={view} />
      </StepForm>
    </JourneyShell>
  )
}
