import type { Frame, StepView } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'

/** The heading of a step, and the first half of its document's title (A12). */
export const stepTitle = (view: StepView, t: Translate): string => {
  switch (view.step) {
    case 'consent':
      return view.document.title
    case 'verify':
      return t(`steps.verify.${view.channel === 'phone' ? 'titlePhone' : 'title'}`)
    case 'login':
      return t(view.bankPage ? 'steps.login.titleAtBank' : 'steps.login.title', {
        institution: view.institution.name,
      })
    case 'connecting':
      return t(`steps.connecting.${view.waitingFor}`, { institution: view.institution.name })
    case 'accounts':
      return view.accounts.some((account) => account.unavailable === null)
        ? t(`steps.accounts.${view.rule}`)
        : t('accounts.noneTitle')
    case 'done':
      return t(`steps.done.${view.outcome}`)
    default:
      return t(`steps.${view.step}.title`)
  }
}

/** True when the page opens with something that went wrong: its title then says so before anything else (P2). */
const hasProblem = (frame: Frame, view: StepView): boolean =>
  (frame.flash?.errors.length ?? 0) > 0 || ('problem' in view && view.problem !== null)

export const documentTitle = (frame: Frame, view: StepView, t: Translate): string => {
  const values = { title: stepTitle(view, t), tenant: frame.brand.tenantName }
  return hasProblem(frame, view)
    ? t('frame.documentTitleWithError', values)
    : t('frame.documentTitle', values)
}
