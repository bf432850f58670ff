import { type ChallengeName, type ChallengeScript, challengeScripts } from '../challenges.ts'
import { institutions } from '../institutions.ts'
import type { Persona } from '../persona.ts'
import { personaGroups, personaPassword } from '../personas.ts'
import { layout } from './layout.ts'
import { type Markup, markup } from './markup.ts'

const answerTo = (script: ChallengeScript): string => {
  if (script.kind === 'approve_in_app') return 'open the approval page, or wait'
  if (script.kind === 'text_or_call') return 'either'
  const labels = script.choices
    ?.filter(({ value }) => script.right.includes(value))
    .map(({ label }) => label.en)
  return labels?.join(' + ') ?? script.right[0] ?? ''
}

const answerRow = (name: ChallengeName, persona: Persona): Markup => {
  const script: ChallengeScript = challengeScripts[name]
  const language = persona.prompts ?? 'en'
  const prompt = markup`<dt lang="${language}">${script.prompt[language]}</dt>`
  return markup`${prompt}<dd>${answerTo(script)}</dd>`
}

const card = (username: string, persona: Persona): Markup => {
  const rows = (persona.rounds ?? []).flat().map((name) => answerRow(name, persona))
  const answers = rows.length > 0 ? markup`<dl>${rows}</dl>` : markup``
  return markup`<li id="${username}"><h3><code>${username}</code></h3><p>${persona.shows}.</p>${answers}</li>\n`
}

const anchorOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-')

const section = ({ title, personas }: (typeof personaGroups)[number]): Markup => {
  const cards = Object.entries(personas).map(([username, persona]) => card(username, persona))
  const anchor = anchorOf(title)
  return markup`<section aria-labelledby="${anchor}"><h2 id="${anchor}">${title}</h2><ul class="cards">
${cards}</ul></section>
`
}

const tableOfContents = (): Markup => {
  const links = personaGroups.map(({ title }) => markup`<li><a href="#${anchorOf(title)}">${title}</a></li>`)
  return markup`<nav aria-label="Kinds of customers"><ul>${links}</ul></nav>`
}

const doorFacts = (): readonly Markup[] =>
  institutions.flatMap(({ name, oauth }) =>
    oauth === undefined
      ? []
      : [
          markup`<div><dt>${name} by OAuth and FDX</dt><dd>issuer <code>/oauth/${oauth}</code>, data
 <code>/fdx/${oauth}/v6</code>, <a href="/oauth/${oauth}/connections">who has access</a></dd></div>`,
        ],
  )

const facts = (): Markup => markup`<dl class="facts">
<div><dt>Password of everyone</dt><dd><code>${personaPassword}</code>, in any letter case</dd></div>
${institutions.map(
  ({ name, key, id, health }) =>
    markup`<div><dt>${name}</dt><dd><code>${key}</code>, id <code>${id}</code>${health ? `, always ${health}` : ''}</dd></div>`,
)}
${doorFacts()}
<div><dt>Your own copy of a customer</dt><dd><code>greatday+anything</code></dd></div>
</dl>`

export const homePage = (): string =>
  layout(
    'Sandbox bank: the test customers',
    markup`<a class="skip" href="#main">Skip to the customers</a>
<header class="band"><div class="inner">
<p class="name">Sandbox bank</p>
<h1>A bank with no money in it</h1>
<p>Every customer here is invented. Each shows one thing that happens at real banks, the same way each time.
They live at every institution; at Caisse Sandbox their accounts and papers are in French.</p>
${facts()}
<p>Add a plus sign and any word to a username, as in <code>locked_after_three+monday</code>, and you get the same
customer with accounts, holders and wrong tries of your own. A lock opens by itself after 15 minutes. Letter case
and accents never matter in an answer.</p>
${tableOfContents()}
</div></header>
<main id="main" class="inner">
${personaGroups.map(section)}</main>
<footer><div class="inner">Test data only. Never type a real password here.</div></footer>`,
  )
