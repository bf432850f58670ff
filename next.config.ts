import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // A process listens at once and loads a door when it is needed, or told to (scripts/start/warm-doors.ts).
  experimental: { preloadEntriesOnStart: false },
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
