import { envSchema } from './env.ts'

/** The text of .env.example: every variable of the schema with what it means, and its default where it has one. */
export const envExample = (): string =>
  Object.entries(envSchema.shape)
    .map(([name, field]) => {
      const value = field.safeParse(undefined)
      const fallback = value.success && value.data !== undefined ? String(value.data) : ''
      const line = fallback === '' ? `# ${name}=` : `${name}="${fallback}"`
      return `# ${field.description ?? ''}\n${line}\n`
    })
    .join('\n')
