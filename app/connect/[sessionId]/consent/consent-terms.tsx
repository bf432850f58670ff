import type { ConsentDocument } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'

/** The period, the recipient, the way to stop, the password: the rest of what must stand before the button (CA2, UK2). */
export const ConsentTerms = ({ document, t }: { document: ConsentDocument; t: Translate }) => {
  const terms = [
    { title: t('consent.durationTitle'), text: document.durationText },
    { title: t('consent.recipientsTitle'), text: document.recipientsText },
    { title: t('consent.withdrawTitle'), text: document.withdrawText },
    { title: t('consent.passwordTitle'), text: document.noPasswordText },
  ]
  return (
    <dl className="mt-10 grid gap-5 rounded-panel bg-raised px-5 py-5">
      {terms.map(({ title, text }) => (
        <div key={title}>
          <dt className="font-semibold">{title}</dt>
          <dd className="text-small">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
