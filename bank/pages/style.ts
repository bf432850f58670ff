/** The look of the sandbox bank: paper, ink and one rust red. System fonts only, so nothing is fetched. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f6f1e7; --card: #fffdf8; --ink: #22201c; --quiet: #5d574c; --line: #d9cfbc; --rust: #9a3412; --on-rust: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1916; --card: #25221d; --ink: #f1ebdf; --quiet: #b9b0a0; --line: #474136; --rust: #fdba8c;
    --on-rust: #2a1206;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
}
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .75rem 1rem; }
header.band { border-bottom: 6px double var(--line); }
.inner { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem; }
.name { display: flex; align-items: center; gap: .75rem; margin: 0; letter-spacing: .08em; color: var(--quiet); }
.name::before { content: ""; width: 1.5rem; height: 1.5rem; background: var(--rust); transform: rotate(45deg); }
h1 { font-size: clamp(1.9rem, 5vw, 3rem); line-height: 1.1; margin: 1.5rem 0 .75rem; font-weight: 600; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
p { max-width: 42rem; }
a { color: var(--rust); }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .95em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--rust); outline-offset: 3px; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: 1rem 0 0; }
nav a { display: inline-block; padding: .6rem 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 1rem 2rem; margin: 0; }
.cards {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 1rem;
  list-style: none; padding: 0; margin: 0;
}
.cards li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.15rem; }
.cards p { margin: .35rem 0 0; }
dl { margin: .6rem 0 0; }
dt { color: var(--quiet); font-size: .9rem; }
dd { margin: 0 0 .4rem; font-weight: 600; }
footer { color: var(--quiet); border-top: 1px solid var(--line); margin-top: 3rem; }
main.inner { padding-top: 0; }
.narrow.inner { padding-top: 2rem; }
.narrow { max-width: 32rem; }
.actions { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: 1.5rem; }
button {
  font: inherit; font-weight: 600; min-height: 3rem; padding: .5rem 1.5rem; border-radius: .5rem; cursor: pointer;
  border: 2px solid var(--rust); background: var(--rust); color: var(--on-rust);
}
.fields { display: grid; gap: .5rem; margin: 1.5rem 0; }
.fields > label { font-weight: 600; margin-top: .5rem; }
.fields input:not([type=checkbox], [type=radio]) {
  font: inherit; min-height: 3rem; padding: .5rem .75rem; border: 2px solid var(--line); border-radius: .5rem;
  background: var(--card); color: var(--ink); width: 100%;
}
fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: .5rem 0; }
legend { font-weight: 600; padding: 0 .35rem; }
.choice { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem; }
.choice input { flex: none; width: 1.25rem; height: 1.25rem; accent-color: var(--rust); }
.problem { border-left: 4px solid var(--rust); background: var(--card); padding: .75rem 1rem; margin: 1rem 0; }
.quiet { color: var(--quiet); font-size: .9rem; }
button.plain { background: transparent; color: var(--rust); }
`
