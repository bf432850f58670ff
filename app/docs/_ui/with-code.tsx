import { Fragment } from 'react'

const mark = /(`[^`]+`|\[[^\]]+\]\([^)\s]+\))/

const Part = ({ text }: { text: string }) => {
  const [, label, href] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(text) ?? []
  if (label && href) return <a href={href}>{label}</a>
  if (!text.startsWith('`')) return <>{text}</>
  return <code className="rounded-brand bg-raised px-1 font-mono text-[0.92em]">{text.slice(1, -1)}</code>
}

/** Prose with code in backticks and links, which is all the markup our texts have. */
export const WithCode = ({ text }: { text: string }) => (
  <>
    {text.split(mark).map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <Fragment key={index}>
        <Part text={part} />
      </Fragment>
    ))}
  </>
)
