import type { StepId } from './step-ids.ts'

export type OrderPreset = 'express' | 'connect' | 'bank_first'

const atTheBank = ['login', 'files', 'mfa', 'connecting', 'review', 'accounts', 'done'] as const

/** The running orders, as data. `bank_first` asks for consent when the bank is known (UK1). */
export const orderPresets: Readonly<Record<OrderPreset, readonly StepId[]>> = {
  express: ['identity', 'verify', 'consent', 'institution', ...atTheBank],
  connect: ['consent', 'institution', ...atTheBank],
  bank_first: ['identity', 'verify', 'institution', 'consent', ...atTheBank],
}
