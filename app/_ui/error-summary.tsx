import { fieldId } from './field.tsx'

type Props = {
  readonly title: string
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}

/** At the top of main, takes focus, links to each field in the words that stand at the field (P2). */
export const ErrorSummary = ({ title, errors }: Props) => (
  <div
    className="mb-8 rounded-panel border-2 border-danger bg-danger-surface px-5 py-4"
    data-focus="first"
    role="alert"
    tabIndex={-1}
  >
    <h2 className="text-h2 font-semibold">{title}</h2>
    <ul className="mt-1 grid gap-1">
      {errors.map(({ field, text }) => (
        <li key={field}>
          <a className="inline-block py-1 font-semibold text-danger" href={`#${fieldId(field)}`}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </div>
)
