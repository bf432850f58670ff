import type { Language } from '../language.ts'
import { type Markup, markup } from './markup.ts'

export const layout = (title: string, content: Markup, language: Language = 'en'): string =>
  markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
${content}
</body>
</html>
`.markup
