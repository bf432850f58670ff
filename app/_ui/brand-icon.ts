import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'

/** The tab's icon as a data URL: the tenant's initial on its colour. Without one, browsers ask for /favicon.ico. */
export const brandIcon = ({ tenantName, light }: PaintedBrand): string => {
  const initial = /[\p{L}\p{N}]/u.exec(tenantName)?.[0]?.toUpperCase() ?? ''
  const letter = `<text x="16" y="23" font-family="sans-serif" font-size="20" font-weight="700" text-anchor="middle" fill="${light.onPrimary}">${initial}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${light.primary}"/>${letter}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
