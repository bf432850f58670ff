import { Button } from '../../../_ui/button.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { StepForm } from '../_ui/step-form.tsx'
import { stepTitle } from '../_ui/step-title.ts'
import { AddressFields } from './address-fields.tsx'
import { BirthFields } from './birth-fields.tsx'
import { LockedFields } from './locked-fields.tsx'
import { PlainField } from './plain-field.tsx'
import { TooYoungPanel } from './too-young-panel.tsx'

const controls = { dateOfBirth: BirthFields, address: AddressFields } as const

/** Who the person is: no more than the tenant's policy asks, and nothing that its link has said already. */
export const IdentityPage = ({ frame, view, t }: PageProps<'identity'>) => {
  const locked = view.fields.filter(({ isLocked }) => isLocked)
  return (
    <JourneyShell
      frame={frame}
      lead={t('steps.identity.lead', { tenant: frame.brand.tenantName })}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.codeGoesTo !== 'none' && <p className="mt-3">{t(`identity.codeNext.${view.codeGoesTo}`)}</p>}
      <TooYoungPanel frame={frame} t={t} />
      <StepForm frame={frame}>
        {locked.length > 0 && <LockedFields fields={locked} frame={frame} t={t} />}
        {view.fields
          .filter(({ isLocked }) => !isLocked)
          .map((field) => {
            const Controls =
              field.name === 'dateOfBirth' || field.name === 'address' ? controls[field.name] : PlainField
            return <Controls field={field} frame={frame} key={field.name} t={t} />
          })}
        <p className="mt-8">
          <Button>{t('frame.continue')}</Button>
        </p>
      </StepForm>
    </JourneyShell>
  )
}
