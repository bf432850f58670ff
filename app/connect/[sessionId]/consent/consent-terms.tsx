import type { ReactNode } from 'react'
import type { ConsentDocument } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'

type Props = { readonly document: ConsentDocument; readonly t: Translate }

const Term = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt className="font-semibold">{title}</dt>
    <dd className="text-small">{children}</dd>
  </div>
)

const Recipients = ({ document }: Props) => (
  <>
    <p>{document.recipientsText}</p>
    {document.recipients.length > 0 && (
      <ul className="mt-1 list-disc ps-5">
        {document.recipients.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    )}
  </>
)

/** The tenant's own texts, apart from what is asked here (QC1): their addresses are kept with the answer. */
const Notices = ({ document, t }: Props) => (
  <ul className="flex flex-wrap gap-x-5">
    {(['privacy', 'terms', 'complaints'] as const).map((notice) => (
      <li key={notice}>
        <a
          className="inline-flex min-h-11 items-center"
          href={document.notices[`${notice}Url`]}
          rel="noopener"
          target="_blank"
        >
          {t(`frame.${notice}`)}
          <span className="sr-only"> ({t('frame.newTab')})</span>
        </a>
      </li>
    ))}
  </ul>
)

/** The period, the recipients, the way to stop, the password: the rest of what must stand before the button (CA2, UK2). */
export const ConsentTerms = ({ document, t }: Props) => (
  <dl className="mt-10 grid gap-5 rounded-panel bg-raised px-5 py-5">
    <Term title={t('consent.durationTitle')}>{document.durationText}</Term>
    <Term title={t('consent.recipientsTitle')}>
      <Recipients document={document} t={t} />
    </Term>
    {document.holderCheckText !== null && (
      <Term title={t('consent.holderCheckTitle')}>{document.holderCheckText}</Term>
    )}
    <Term title={t('consent.withdrawTitle')}>{document.withdrawText}</Term>
    <Term title={t('consent.passwordTitle')}>{document.noPasswordText}</Term>
    <Term title={t('consent.noticesTitle', { tenant: document.tenantName })}>
      <Notices document={document} t={t} />
    </Term>
  </dl>
)
