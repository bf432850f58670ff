export const style = `
:root { color-scheme: light; --ink: #2a1a14; --soft: #6b554b; --paper: #fdf8f2; --card: #fff; --line: #e9dccf; --brand: #9c2f1b; --good: #1c6b3c; --bad: #a3231a }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Iowan Old Style", serif }
header { border-bottom: 1px solid var(--line); background: var(--card) }
header p { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem; font-weight: 700; color: var(--brand) }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem 4rem }
h1 { font-size: clamp(1.9rem, 5vw, 2.75rem); line-height: 1.12; letter-spacing: -.01em; margin: 0 0 1rem; text-wrap: balance }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem }
p { margin: 0 0 1rem }
.soft { color: var(--soft) }
.button { display: inline-block; background: var(--brand); color: #fff; text-decoration: none; font: 600 1.0625rem/1.2 system-ui, sans-serif; padding: .95rem 1.5rem; border-radius: .5rem }
.button:hover { background: #7e2414 }
a { color: var(--brand) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
dl { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .5rem 1.25rem; margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: .9375rem }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem } }
pre { overflow-x: auto; background: var(--ink); color: #fbeee2; padding: 1rem 1.25rem; border-radius: .5rem; font-size: .875rem; line-height: 1.5 }
.hooks { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem }
.hooks li { background: var(--card); border: 1px solid var(--line); border-left: .3rem solid var(--bad); border-radius: .5rem; padding: 1rem 1.25rem }
.hooks li.valid { border-left-color: var(--good) }
.hooks h2 { margin: 0 0 .25rem; font-size: 1.0625rem; font-family: ui-monospace, monospace; overflow-wrap: anywhere }
.hooks p { margin: 0 0 .25rem; overflow-wrap: anywhere }
.hooks pre { max-height: 24rem; margin: .75rem 0 0 }
.hooks summary { cursor: pointer; color: var(--brand); padding: .25rem 0 }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0 0 1.5rem }
.verdict { border-left: .3rem solid var(--bad); background: var(--card); padding: .75rem 1rem }
.verdict.valid { border-color: var(--good) }
`
