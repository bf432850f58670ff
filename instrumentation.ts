import { EnvError, env } from '#lib/kit/env.ts'

/** Runs once when the web process starts: what production must refuse is refused before the first request. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  try {
    // next-auth knows its own address by this variable alone.
    process.env.NEXTAUTH_URL = env().PUBLIC_URL
    const { tellPeerAddress } = await import('#lib/web/peer-address.ts')
    tellPeerAddress()
    const { keepAskedAddress } = await import('#lib/web/asked-address.ts')
    keepAskedAddress()
    const { sendHeadWithBody } = await import('#lib/web/head-with-body.ts')
    sendHeadWithBody()
  } catch (thrown) {
    if (!(thrown instanceof EnvError)) throw thrown
    process.stderr.write(`${thrown.message}\n`)
    process.exit(1)
  }
}
