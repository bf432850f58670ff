import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

const askBrowser = async (form: HTMLFormElement): Promise<object> => {
  const options = await (await fetch(form.dataset.options ?? '')).json()
  return form.dataset.passkey === 'make'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
}

const answered = new WeakSet<HTMLFormElement>()

/** Forms with `data-passkey` are shown where the browser has passkeys, and carry its answer when they are sent. */
export const passkeyForms = (page: Document): void => {
  if (!browserSupportsWebAuthn()) return
  for (const one of page.querySelectorAll<HTMLElement>('[data-needs-passkeys]')) one.hidden = false
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.dataset.passkey === undefined || answered.has(form)) return
    event.preventDefault()
    const field = form.elements.namedItem('answer') as HTMLInputElement
    const failure = form.querySelector<HTMLElement>('[data-passkey-failed]')
    askBrowser(form).then(
      (answer) => {
        field.value = JSON.stringify(answer)
        answered.add(form)
        form.requestSubmit()
      },
      () => {
        if (failure) failure.hidden = false
      },
    )
  })
}
