import type { TypedSignOn } from '#lib/console/sign-on/save-sign-on.ts'
import type { Form } from '#lib/web/read-form.ts'

/** A provider as the form has it. */
export const typedSignOn = (form: Form): TypedSignOn => ({
  revision: form.get('revision'),
  issuer: form.get('issuer'),
  clientId: form.get('clientId'),
  clientSecret: form.get('clientSecret'),
  domain: form.get('domain'),
})
