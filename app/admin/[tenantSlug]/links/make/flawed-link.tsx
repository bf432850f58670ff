import type { OneLinkOrder } from '#lib/console/links/make-link.ts'
import type { RowFlaw } from '#lib/console/links/row-to-link.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { ConsoleView } from '../../../_doors/respond-with-console.tsx'
import { flawWords } from '../flaw-words.ts'
import { MakeLink } from '../make-link.tsx'

type Place = { readonly path: string; readonly t: Translate }

type Flawed = Place & { readonly flaws: readonly RowFlaw[]; readonly typed: OneLinkOrder }

/** The form again, with what was typed and what is wrong; flaws of fields that the form lacks stand above it. */
export const flawedLinkView = ({ flaws, typed, path, t }: Flawed): ConsoleView => ({
  place: 'links',
  title: t('console.links.personal'),
  crumbs: [{ label: t('console.sections.links'), href: path }],
  body: (
    <>
      <ul className="text-danger" data-focus="first" role="alert" tabIndex={-1}>
        {flaws.map((flaw) => (
          <li key={flaw.column}>{flawWords(flaw, t)}</li>
        ))}
      </ul>
      <MakeLink flaws={flaws} path={path} t={t} typed={typed} />
    </>
  ),
})
