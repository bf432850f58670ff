import type { Translate } from '#lib/kit/i18n.ts'
import { ButtonLink } from './button.tsx'

type Props = { readonly title: string; readonly text: string; readonly t: Translate }

export const ConsoleProblem = ({ title, text, t }: Props) => (
  <div className="mx-auto max-w-lg px-5 py-16">
    <h1 className="text-2xl font-semibold">{title}</h1>
    <p className="mt-3 mb-6">{text}</p>
    <ButtonLink href="/admin">{t('console.frame.toConsole')}</ButtonLink>
  </div>
)
