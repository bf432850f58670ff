import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // A process listens at once and loads a door when it is needed, or told to (scripts/start/warm-doors.ts).
  experimental: { preloadEntriesOnStart: false },
  // A frame's documented address is `/v2/?…`: to be sent to `/v2?…` first would cost each visit a round trip, and the
  // redirect says the address twice, so that a long one passes what a client takes of headers.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  // Types and lint are layers of `npm test` of their own.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino', '@prisma/adapter-pg', 'rate-limiter-flexible'],
  // The built files carry a hash of their content in the name.
  headers: async () => [
    {
      // The demo's own logos keep their names: a visit asks for one once, and tomorrow anew.
      source: '/brands/:file*',
      headers: [{ key: 'cache-control', value: 'public, max-age=86400' }],
    },
    {
      source: '/assets/:file*',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
}

export default config
