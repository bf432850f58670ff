import { readKeepingTerms } from '#lib/consents/keeping-terms.ts'
import type { ConsentWords } from '#lib/console/consents/consent-words.ts'
import { type Language, type Translate, translatorFor } from '#lib/kit/i18n.ts'
import type { ScopeName } from '#lib/tenants/flow-policy.ts'
import { Mark } from '../../../_ui/mark.tsx'
import type { ConsentProps } from './consent-props.ts'

type Scope = ConsentWords['scopes'][number]
type ScopeProps = {
  readonly scope: Scope
  readonly isAgreed: boolean
  readonly language: Language
  readonly t: Translate
  readonly words: Translate
}

const Term = ({ name, text }: { readonly name: string; readonly text: string | null }) =>
  text && (
    <div className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
      <dt className="font-semibold">{name}</dt>
      <dd className="min-w-0">{text}</dd>
    </div>
  )

/** `t` speaks to the member of staff, `words` as the person was spoken to. */
const ScopeItem = ({ scope, isAgreed, language, t, words }: ScopeProps) => (
  <li className="py-4">
    <h3 className="font-semibold">
      {scope.title ?? scope.scope}{' '}
      <span lang={language}>
        <Mark tone={isAgreed ? 'good' : 'plain'}>
          {t(`console.consents.${isAgreed ? 'agreed' : 'notAgreed'}`)}
        </Mark>
      </span>
    </h3>
    {scope.description && <p className="text-small text-muted">{scope.description}</p>}
    <dl className="mt-2 grid gap-1.5 text-small">
      <Term name={words('consent.purpose')} text={scope.purpose} />
      <Term name={words('consent.why')} text={scope.requiredReason} />
      <Term name={words('consent.without')} text={scope.withoutIt} />
      <Term name={words('consent.keptTitle')} text={scope.keptText} />
      <Term name={words('consent.details')} text={scope.permissions.join(', ') || null} />
    </dl>
    {scope.notGiven && <p className="mt-1 text-small">{scope.notGiven}</p>}
  </li>
)

const Terms = ({ document, words }: { readonly document: ConsentWords; readonly words: Translate }) => (
  <dl className="mt-4 grid gap-1.5 text-small">
    <Term name={words('consent.durationTitle')} text={document.durationText} />
    <Term
      name={words('consent.recipientsTitle')}
      text={[document.recipientsText, ...document.recipients].filter(Boolean).join(' ') || null}
    />
    <Term name={words('consent.holderCheckTitle')} text={document.holderCheckText} />
    <Term name={words('consent.withdrawTitle')} text={document.withdrawText} />
    <Term name={words('consent.passwordTitle')} text={document.noPasswordText} />
    <Term name={words('frame.privacy')} text={document.notices?.privacyUrl ?? null} />
    <Term name={words('frame.terms')} text={document.notices?.termsUrl ?? null} />
    <Term name={words('frame.complaints')} text={document.notices?.complaintsUrl ?? null} />
    <Term name={words('consent.readTerms')} text={document.agreedTermsUrl} />
  </dl>
)

/** Word for word as it was shown, in the language in which it was. */
export const WordsShown = ({ view, language, t }: ConsentProps) => {
  const { consent, words: document } = view
  if (!document) return <Attested t={t} view={view} />
  const spoken = consent.language as Language
  const words = translatorFor(spoken)
  return (
    <div lang={spoken}>
      {document.title && <p className="text-lead font-semibold">{document.title}</p>}
      {document.introduction && <p className="mt-1">{document.introduction}</p>}
      {document.scopes.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {document.scopes.map((scope) => (
            <ScopeItem
              isAgreed={consent.scopes.includes(scope.scope)}
              key={scope.scope}
              language={language}
              scope={scope}
              t={t}
              words={words}
            />
          ))}
        </ul>
      )}
      <Terms document={document} words={words} />
    </div>
  )
}

/** The words were shown on pages of the business: what is known is what it vouched for. */
const Attested = ({ view: { consent }, t }: Pick<ConsentProps, 'view' | 't'>) => {
  const terms = readKeepingTerms(consent.terms)
  return (
    <>
      <p className="text-small">{t('console.consents.attestedText')}</p>
      <ul className="mt-3 list-disc pl-5">
        {consent.scopes.map((scope) => {
          const kept = terms.find((term) => term.scope === scope)
          return (
            <li key={scope}>
              {t(`scopes.${scope as ScopeName}.title`)}
              {kept && <> · {t(`consent.kept.${kept.from}`, { days: kept.days })}</>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
