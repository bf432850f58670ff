import { type ErrorGuide, errorCodes, errorGuide } from '#lib/kit/error-guide.ts'
import { errorTable } from '#lib/kit/errors.ts'
import { translatorFor } from '#lib/kit/i18n.ts'

const pageOf = ({ title, text, rows }: ErrorGuide): string =>
  `# ${title}\n\n${text}\n\n${rows.map(([label, said]) => `- **${label}:** ${said}`).join('\n')}\n`

const lineOf = ({ code, title }: ErrorGuide): string =>
  `| [\`${code}\`](${code}.md) | ${errorTable[code].status} | ${title} |`

/** The files of docs/errors by name: one for each code, and the list. */
export const errorPages = (): ReadonlyMap<string, string> => {
  const t = translatorFor('en')
  const guides = errorCodes.map((code) => errorGuide(code, t))
  const head = `# ${t('errorGuide.title')}\n\n${t('errorGuide.lead')} Written by \`npm run docs:errors\`.\n`
  const list = `\n| | status | |\n|---|---|---|\n${guides.map(lineOf).join('\n')}\n`
  return new Map([
    ['README.md', head + list],
    ...guides.map((guide) => [`${guide.code}.md`, pageOf(guide)] as const),
  ])
}
