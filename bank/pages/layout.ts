import type { Language } from '../language.ts'
import { type Markup, markup } from './markup.ts'

const refreshTag = (seconds: number | undefined): Markup =>
  seconds === undefined ? markup`` : markup`<meta http-equiv="refresh" content="${seconds}">\n`

/** `refreshSeconds` is for a page that waits: it works without a script. */
export const layout = (
  title: string,
  content: Markup,
  language: Language = 'en',
  refreshSeconds?: number,
): string =>
  markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refreshTag(refreshSeconds)}<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
${content}
</body>
</html>
`.markup
