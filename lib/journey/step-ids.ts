/** Every step a journey may have, in no order: presets order them (order-presets.ts). */
export const stepIds = [
  'identity',
  'verify',
  'consent',
  'institution',
  'login',
  'files',
  'mfa',
  'connecting',
  'review',
  'accounts',
  'done',
] as const
export type StepId = (typeof stepIds)[number]

export const isStepId = (text: string): text is StepId => stepIds.some((id) => id === text)
