import { translatorFor } from '#lib/kit/i18n.ts'
import type { OpenApiDocument } from '#lib/kit/openapi.ts'
import type { DocumentProps } from '../../_ui/document.tsx'
import { DocsDocument } from './docs-document.tsx'
import { OperationSection } from './operation-section.tsx'
import { groupsOf, type ReferenceGroup, schemasOf } from './reference.ts'
import { Fields, TypeOf } from './schema-table.tsx'
import { WithCode } from './with-code.tsx'

type Props = DocumentProps & { readonly document: OpenApiDocument; readonly documentPath: string }

type Groups = { readonly groups: readonly ReferenceGroup[] }

const Operations = ({ groups }: Groups) =>
  groups.map(({ name, operations }) => (
    <div className="mb-4" key={name}>
      <p className="font-semibold">{name}</p>
      <ul>
        {operations.map(({ id, summary }) => (
          <li key={id}>
            <a className="inline-block py-1 text-muted" href={`#${id}`}>
              {summary}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ))

/** Beside the text where there is room, folded above it where there is not. */
const Contents = ({ groups }: Groups) => (
  <>
    <details className="mb-8 rounded-panel border border-line px-4 text-small lg:hidden">
      <summary className="py-3 font-semibold">Operations</summary>
      <Operations groups={groups} />
    </details>
    <nav
      aria-label="Operations"
      className="hidden text-small lg:sticky lg:top-6 lg:block lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
    >
      <Operations groups={groups} />
    </nav>
  </>
)

const Schemas = ({ document }: Pick<Props, 'document'>) => (
  <section aria-labelledby="schemas" className="mt-14">
    <h2 className="font-heading text-h1 font-semibold" id="schemas">
      Schemas
    </h2>
    {schemasOf(document).map(([name, schema]) => (
      <section className="mt-8" id={`schema-${name}`} key={name}>
        <h3 className="font-mono font-semibold">{name}</h3>
        {schema.properties ? <Fields schema={schema} /> : <TypeOf schema={schema} />}
      </section>
    ))}
  </section>
)

/** The API's document as a page. It says what the document says, and that is what the server holds to. */
export const ReferencePage = ({ document, documentPath, ...rest }: Props) => {
  const t = translatorFor('en')
  const groups = groupsOf(document)
  const server = document.servers?.[0]?.url ?? ''
  return (
    <DocsDocument {...rest} language="en" t={t} title={document.info.title}>
      <div className="mx-auto grid max-w-6xl gap-x-12 px-5 pt-8 pb-16 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Contents groups={groups} />
        <main className="min-w-0" id="main" tabIndex={-1}>
          <h1 className="font-heading text-h1 font-semibold">{document.info.title}</h1>
          <p className="mt-4 max-w-prose text-lead text-muted">
            <WithCode text={document.info.description ?? ''} />
          </p>
          <p className="mt-4">
            <a className="inline-flex min-h-11 items-center" href={documentPath}>
              OpenAPI {document.openapi} document
            </a>
          </p>
          {groups.map(({ name, description, operations }) => (
            <section aria-labelledby={`tag-${name}`} className="mt-12" key={name}>
              <h2 className="font-heading text-h1 font-semibold" id={`tag-${name}`}>
                {name}
              </h2>
              <p className="mt-2 text-muted">{description}</p>
              {operations.map((operation) => (
                <OperationSection key={operation.id} operation={operation} server={server} />
              ))}
            </section>
          ))}
          <Schemas document={document} />
        </main>
      </div>
    </DocsDocument>
  )
}
