// The demo's mail and text catcher: SMTP on one port, a page to read it all on another.
import { readDemoEnv } from '../env.ts'
import { runProgram } from '../web/program.ts'
import { serve } from '../web/serve.ts'
import { openMessageBox } from './message-box.ts'
import { mailRoutes } from './routes.ts'
import { receiveMail } from './smtp.ts'

await runProgram('mail catcher', async () => {
  const env = readDemoEnv()
  const box = openMessageBox(env.mailFile)
  const { port } = await receiveMail(box, env.smtpPort, env.host)
  const { url } = await serve(mailRoutes(box), env.mailPort, env.host)
  console.log(`Mail catcher listening on ${url}, SMTP on port ${port}`)
})
