import { Button } from '../../../_ui/button.tsx'
import { Field } from '../../../_ui/field.tsx'
import { errorOf, typedOr } from '../_ui/flash-texts.ts'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { StepForm } from '../_ui/step-form.tsx'
import { stepTitle } from '../_ui/step-title.ts'

const controls = {
  fullName: { type: 'text', autoComplete: 'name', autoCapitalize: 'words', spellCheck: false },
  email: { type: 'email', autoComplete: 'email', inputMode: 'email', spellCheck: false },
} as const

/** Who the person is: no more than the tenant's policy asks. */
export const IdentityPage = ({ frame, view, t }: PageProps<'identity'>) => (
  <JourneyShell
    frame={frame}
    lead={t('steps.identity.lead', { tenant: frame.brand.tenantName })}
    t={t}
    title={stepTitle(view, t)}
  >
    <StepForm frame={frame}>
      {view.fields.map(({ name, isRequired, value }) => (
        <Field
          defaultValue={typedOr(frame, name, value)}
          error={errorOf(frame, name, t)}
          errorPrefix={t('frame.error')}
          hint={t(`identity.${name}Hint`)}
          key={name}
          label={isRequired ? t(`identity.${name}`) : `${t(`identity.${name}`)} (${t('frame.optional')})`}
          name={name}
          {...controls[name]}
        />
      ))}
      <p className="mt-8">
        <Button>{t('frame.continue')}</Button>
      </p>
    </StepForm>
  </JourneyShell>
)
