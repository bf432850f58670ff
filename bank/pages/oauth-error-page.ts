import { layout } from './layout.ts'
import { markup } from './markup.ts'

/** Shown where no portal can be told: the request was not one that may lead back. */
export const errorPage = (): string =>
  layout(
    'This does not work - Sandbox bank',
    markup`<main class="inner narrow"><p class="name">Sandbox bank</p><h1>This does not work</h1>
<p>The request has expired, or was not made as this bank expects. Go back to where you came from and start again.</p>
<p lang="fr">La demande est expirée ou n’est pas celle que cette banque attend. Revenez d’où vous venez et
recommencez.</p></main>`,
  )
