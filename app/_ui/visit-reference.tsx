import type { Translate } from '#lib/kit/i18n.ts'

type Props = { readonly reference: string | null; readonly t: Translate }

/** What a person quotes who asks for help, so that the visit is found. It opens nothing. */
export const VisitReference = ({ reference, t }: Props) =>
  reference && (
    <p className="mt-6 text-small text-muted">
      {t('frame.reference')}{' '}
      <span className="whitespace-nowrap font-mono tabular-nums" data-reference="">
        {reference}
      </span>
    </p>
  )
