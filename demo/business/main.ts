// A business that uses the portal, on an origin of its own: where people come from and where they return to.
import { readDemoEnv } from '../env.ts'
import { runProgram } from '../web/program.ts'
import { serve } from '../web/serve.ts'
import { businessRoutes } from './routes.ts'

await runProgram('demo business', async () => {
  const env = readDemoEnv()
  const webhooks = { standard: env.webhookSecret, dialect: env.dialectWebhookSecret }
  const { url } = await serve(businessRoutes({ ...env, webhooks }), env.businessPort, env.host)
  console.log(`Demo business listening on ${url}`)
})
