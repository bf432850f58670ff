import { limitsOf, objectIn, refName, type Schema, typeOf } from './reference.ts'
import { WithCode } from './with-code.tsx'

const refsIn = (schema: Schema): Schema[] =>
  schema.$ref
    ? [schema]
    : [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) =>
        one ? refsIn(one) : [],
      )

/** The type in words; a schema with a name leads to its place. */
export const TypeOf = ({ schema }: { schema: Schema }) => {
  const [ref] = refsIn(schema)
  const text = typeOf(schema)
  return (
    <span className="font-mono text-small text-muted">
      {ref ? <a href={`#schema-${refName(ref)}`}>{text}</a> : text}
    </span>
  )
}

type FieldProps = { readonly name: string; readonly schema: Schema; readonly isRequired: boolean }

export const Field = ({ name, schema, isRequired }: FieldProps) => {
  const limits = limitsOf(schema)
  const inner = objectIn(schema)
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <code className="font-mono text-small font-semibold">{name}</code>
        <TypeOf schema={schema} />
        {!isRequired && <span className="text-small text-muted">optional</span>}
        {limits !== '' && <span className="text-small text-muted">{limits}</span>}
      </div>
      {schema.description && (
        <p className="max-w-prose text-small">
          <WithCode text={schema.description} />
        </p>
      )}
      {inner && <Fields schema={inner} />}
    </li>
  )
}

/** The fields of an object, each with those of the object inside. */
export const Fields = ({ schema }: { schema: Schema }) => (
  <ul className="mt-1 divide-y divide-line border-s-2 border-line ps-4">
    {Object.entries(schema.properties ?? {}).map(([name, field]) => (
      <Field isRequired={schema.required?.includes(name) ?? false} key={name} name={name} schema={field} />
    ))}
  </ul>
)
