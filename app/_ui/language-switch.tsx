import type { Language, Translate } from '#lib/kit/i18n.ts'
import { QuietButton } from './button.tsx'

type Props = {
  readonly language: Language
  readonly languages: readonly Language[]
  readonly action: string
  readonly method: 'get' | 'post'
  readonly hidden: Readonly<Record<string, string>>
  readonly t: Translate
}

/** Each other language by its own name, in its own language (QC2). */
export const LanguageSwitch = ({ language, languages, action, method, hidden, t }: Props) => {
  const others = languages.filter((other) => other !== language)
  if (others.length === 0) return null
  return (
    <form action={action} className="-my-2 flex flex-none gap-4" method={method}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {others.map((other) => (
        <QuietButton key={other} lang={other} name="language" value={other}>
          {t(`languages.${other}`)}
        </QuietButton>
      ))}
    </form>
  )
}
