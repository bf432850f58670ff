import type { ReactNode } from 'react'
import { translatorFor } from '#lib/kit/i18n.ts'
import { Document, type DocumentProps } from '../_ui/document.tsx'
import { LanguageSwitch } from '../_ui/language-switch.tsx'
import { purposeOf } from '../_ui/purpose-of.ts'
import type { DoorPage } from './door-page.ts'

export type DoorProps = DocumentProps & DoorPage

type Props = Omit<DoorProps, 'expiresAt' | 'resumePath'> & {
  readonly title: string
  readonly isFrontDoor?: boolean
  readonly children: ReactNode
}

/** The document of a page before the visit, in the tenant's brand, which can be read in its other languages. */
export const DoorDocument = ({ door, path, hidden, title, children, ...document }: Props) => {
  const { brand, language, policy, isDemo } = door
  const t = translatorFor(language)
  const { language: _, ...others } = hidden
  return (
    <Document
      {...document}
      brand={brand}
      description={purposeOf(brand, language, t)}
      isDemo={isDemo}
      language={language}
      languageSwitch={
        <LanguageSwitch
          action={path}
          hidden={others}
          language={language}
          languages={policy.languages}
          method="get"
          t={t}
        />
      }
      t={t}
      title={title}
    >
      {children}
    </Document>
  )
}
