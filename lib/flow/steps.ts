import type { StepId } from '#lib/journey/step-ids.ts'
import type { StepModule } from './step-module.ts'
import { accountsStep } from './steps/accounts.ts'
import { connectingStep } from './steps/connecting.ts'
import { consentStep } from './steps/consent.ts'
import { doneStep } from './steps/done.ts'
import { filesStep } from './steps/files.ts'
import { identityStep } from './steps/identity.ts'
import { institutionStep } from './steps/institution.ts'
import { loginStep } from './steps/login.ts'
import { mfaStep } from './steps/mfa.ts'
import { reviewStep } from './steps/review.ts'
import { verifyStep } from './steps/verify.ts'

/** The spine's table: a step of the machine and what it does here. */
export const stepModules: { readonly [S in StepId]: StepModule<S> } = {
  identity: identityStep,
  verify: verifyStep,
  consent: consentStep,
  institution: institutionStep,
  login: loginStep,
  files: filesStep,
  mfa: mfaStep,
  connecting: connectingStep,
  review: reviewStep,
  accounts: accountsStep,
  done: doneStep,
}
