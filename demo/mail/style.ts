export const style = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #56606f; --paper: #f6f5f2; --card: #fff; --line: #dcd9d1; --link: #1a5fb4 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceae5; --soft: #a9b0bb; --paper: #16181c; --card: #202329; --line: #383c44; --link: #8ab8ff }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.125rem; line-height: 1.35; margin: 0 0 .25rem; overflow-wrap: anywhere }
p { margin: 0 0 1rem }
a { color: var(--link); overflow-wrap: anywhere }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px }
.soft { color: var(--soft) }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-bottom: 1.5rem }
.tools a { padding: .35rem 0 }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem }
article { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.125rem 1.25rem }
.meta { color: var(--soft); font-size: .9375rem; margin: 0 0 .75rem; overflow-wrap: anywhere }
.kind { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .8125rem }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 }
`
