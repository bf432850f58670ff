import { setTimeout as delay } from 'node:timers/promises'
import { BankError, isBankErrorCode } from './bank-error.ts'
import type { Customer } from './customer.ts'
import type { TroubleStage } from './persona.ts'
import { html, type Reply } from './reply.ts'
import type { BankWorld } from './world.ts'

/** Meets the persona's trouble at this stage: null when the bank carries on, else the reply that spoils it. */
export const meetTrouble = async (
  world: BankWorld,
  { persona }: Customer,
  stage: TroubleStage,
): Promise<Reply | null> => {
  const trouble = persona.at?.[stage]
  if (trouble === undefined) return null
  if (isBankErrorCode(trouble)) throw new BankError(trouble)
  if (trouble === 'slow') {
    await delay(world.slowMs, undefined, { signal: world.closing }).catch(() => {})
    return null
  }
  return trouble === 'garbled' ? html('<!doctype html><title>Welcome</title><p>Welcome!') : { kind: trouble }
}
