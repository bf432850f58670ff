import type { ReactNode } from 'react'
import type { LoginView } from './view.ts'

type Props = { view: LoginView }

export function LoginDocument({ view, nonce }: Props & { nonce: string }) {
  return (
    <html lang={view.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{view.strings.title(view.bank)}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/journey.css" />
        <style nonce={nonce}>{view.brandCss}</style>
      </head>
      <body>
        <LoginBody view={view} />
      </body>
    </html>
  )
}

export function LoginBody({ view }: Props) {
  return (
    <div className="page">
      <Header view={view} />
      <main id="main" className="card">
        <p className="step">{view.strings.step}</p>
        <h1 className="title">{view.strings.title(view.bank)}</h1>
        <p className="lead">{view.strings.lead(view.bank, view.tenant)}</p>
        <LoginForm view={view} />
        <Help view={view} />
      </main>
      <Footer view={view} />
    </div>
  )
}

function Header({ view }: Props) {
  return (
    <header className="header">
      <a className="skip" href="#main">
        Skip to the form
      </a>
      <span className="monogram" aria-hidden="true">
        {view.tenant.slice(0, 1)}
      </span>
      <span className="tenant">{view.tenant}</span>
    </header>
  )
}

function LoginForm({ view }: Props) {
  const { strings } = view
  return (
    <form className="form" action={`/connect/${view.id}/submit/login`} method="post">
      <input type="hidden" name="csrf" value={view.csrf} />
      <Field name="username" label={strings.username} hint={strings.usernameHint}>
        <input
          className="input"
          id="username"
          type="text"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-describedby="username-hint"
          name="username"
        />
      </Field>
      <Field name="password" label={strings.password} hint={strings.passwordHint}>
        <input
          className="input"
          id="password"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby="password-hint"
          name="password"
        />
      </Field>
      <div className="actions">
        <button className="button button--primary" type="submit">
          {strings.submit}
        </button>
        <a className="button button--quiet" href={`/connect/${view.id}/leave`}>
          {strings.leave}
        </a>
      </div>
      <p className="note">
        {strings.expires} <time>{view.expiresAt}</time>
      </p>
    </form>
  )
}

function Field({
  name,
  label,
  hint,
  children,
}: {
  name: string
  label: string
  hint: string
  children: ReactNode
}) {
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {children}
    </div>
  )
}

function Help({ view }: Props) {
  return (
    <section className="help" aria-label="Help">
      {view.strings.help.map(([question, answer]) => (
        <details className="help__item" key={question}>
          <summary className="help__question">
            <Icon />
            {question}
          </summary>
          <p className="help__answer">{answer}</p>
        </details>
      ))}
      <a className="back" href={`/connect/${view.id}/institution`}>
        {view.strings.back}
      </a>
    </section>
  )
}

function Icon() {
  return (
    <svg className="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle className="icon__ring" cx="10" cy="10" r="9" />
      <path className="icon__mark" d="M7.2 7.6a2.8 2.8 0 1 1 4.1 2.5c-.8.4-1.3 1-1.3 1.9v.4M10 14.6v.1" />
    </svg>
  )
}

function Footer({ view }: Props) {
  return (
    <footer className="footer">
      <p className="legal">{view.strings.legal(view.tenant)}</p>
      <ul className="links">
        {view.strings.footer.map(([href, text]) => (
          <li className="links__item" key={href}>
            <a className="links__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
