import type { StepId } from '#lib/journey/step-ids.ts'

type Visit = { readonly sessionId: string }

export const stepPath = ({ sessionId }: Visit, step: StepId): string => `/connect/${sessionId}/${step}`
export const submitPath = ({ sessionId }: Visit, step: StepId): string =>
  `/connect/${sessionId}/submit/${step}`
export const leavePath = ({ sessionId }: Visit): string => `/connect/${sessionId}/leave`
export const uploadPath = ({ sessionId }: Visit): string => `/connect/${sessionId}/upload`
export const bankPath = ({ sessionId }: Visit): string => `/connect/${sessionId}/bank`
export const languagePath = ({ sessionId }: Visit): string => `/connect/${sessionId}/language`
export const timePath = ({ sessionId }: Visit): string => `/connect/${sessionId}/time`
export const statusPath = ({ sessionId }: Visit): string => `/connect/${sessionId}/status`
