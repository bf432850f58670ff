import type { ConsentScopeText } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Choice } from '../../../_ui/choice.tsx'

type RowProps = { readonly scope: ConsentScopeText; readonly t: Translate }

const Fact = ({ name, text }: { name: string; text: string }) => (
  <span className="mt-1 block text-small">
    <span className="font-semibold">{name}</span>
    <span className="text-muted"> · </span>
    {text}
  </span>
)

/** Locked, with the reason why (CA5, O1). */
export const RequiredScope = ({ scope, t }: RowProps) => (
  <li className="py-4">
    <p className="font-semibold">{scope.title}</p>
    <p className="text-small text-muted">{scope.description}</p>
    <Fact name={t('consent.purpose')} text={scope.purpose} />
    {scope.requiredReason && <Fact name={t('consent.why')} text={scope.requiredReason} />}
  </li>
)

/** Off until switched on, with what happens without it (QC1, O1). */
export const OptionalScope = ({ scope, t, isChosen }: RowProps & { isChosen: boolean }) => {
  const id = `scope-${scope.scope}`
  return (
    <div>
      <Choice
        hintId={`${id}-hint`}
        id={id}
        isChosen={isChosen}
        name="scope"
        type="checkbox"
        value={scope.scope}
      >
        <span className="font-semibold">{scope.title}</span>
      </Choice>
      <div className="px-4 pt-2 pb-3" id={`${id}-hint`}>
        <p className="text-small text-muted">{scope.description}</p>
        <Fact name={t('consent.purpose')} text={scope.purpose} />
        {scope.withoutIt && <Fact name={t('consent.without')} text={scope.withoutIt} />}
      </div>
    </div>
  )
}
