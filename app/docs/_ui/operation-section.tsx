import type { ReactNode } from 'react'
import { objectIn, type ReferenceOperation, type Schema } from './reference.ts'
import { Field, Fields, TypeOf } from './schema-table.tsx'
import { WithCode } from './with-code.tsx'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <h4 className="mt-5 text-small font-semibold">{title}</h4>
    {children}
  </>
)

const Shape = ({ schema }: { schema: Schema }) => {
  const inner = objectIn(schema)
  return inner ? <Fields schema={inner} /> : <TypeOf schema={schema} />
}

const Parameters = ({ parameters }: Pick<ReferenceOperation, 'parameters'>) => (
  <ul className="mt-1 divide-y divide-line border-s-2 border-line ps-4">
    {parameters.map(({ name, required, schema = {}, description }) => (
      <Field
        isRequired={required ?? false}
        key={name}
        name={name}
        schema={description ? { ...schema, description } : schema}
      />
    ))}
  </ul>
)

const Answers = ({ answers }: Pick<ReferenceOperation, 'answers'>) => (
  <ul className="mt-1">
    {answers.map(({ status, description, schema }) => (
      <li className="flex flex-wrap items-baseline gap-x-3 py-1 text-small" key={status}>
        <code className="font-mono font-semibold">{status}</code>
        <span>
          <WithCode text={description} />
        </span>
        {Number(status) < 300 && schema && <TypeOf schema={schema} />}
      </li>
    ))}
  </ul>
)

const curlOf = ({ method, path, body, header }: ReferenceOperation, server: string): string =>
  [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${server}${path}'`,
    ...(header === null ? [] : [`  -H "${header}$PORTICO_KEY"`]),
    ...(body ? [`  -H 'Content-Type: application/json' -d '{}'`] : []),
  ].join(' \\\n')

type Props = { readonly operation: ReferenceOperation; readonly server: string }

/** One verb: what it takes, what it answers, and how it is called. */
export const OperationSection = ({ operation, server }: Props) => {
  const { id, method, path, summary, description, parameters, body, answers } = operation
  return (
    <article className="mt-10">
      <h3 className="scroll-mt-6 font-heading text-h2 font-semibold" id={id}>
        {summary}
      </h3>
      <p className="mt-1 font-mono text-small">
        <strong>{method}</strong> {path}
      </p>
      {description.split('\n\n').map((text) => (
        <p className="mt-2 max-w-prose" key={text}>
          <WithCode text={text} />
        </p>
      ))}
      <pre className="mt-3 rounded-panel bg-raised p-4 font-mono text-small whitespace-pre-wrap">
        {curlOf(operation, server)}
      </pre>
      {parameters.length > 0 && (
        <Part title="Parameters and headers">
          <Parameters parameters={parameters} />
        </Part>
      )}
      {body && (
        <Part title="Body">
          <Shape schema={body} />
        </Part>
      )}
      <Part title="Answers">
        <Answers answers={answers} />
      </Part>
    </article>
  )
}
