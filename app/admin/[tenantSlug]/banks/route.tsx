// GET /admin/:tenantSlug/banks: owners, support, developers. The banks with a way of the tenant's own and those that were
// tried lately, how well each way works, and a search of the directory.
import { listBanks } from '#lib/console/banks/list-banks.ts'
import { bankQuery } from '#lib/web/console/bank-forms.ts'
import { staffPage } from '../../_doors/staff-door.tsx'
import { BanksPage } from './banks-page.tsx'

export const GET = staffPage('banks.view', async ({ request, desk, language, t }) => {
  const typed = bankQuery(request)
  const banks = await listBanks(desk, { typed, language, now: new Date() })
  return {
    place: 'banks',
    title: t('console.sections.banks'),
    lead: t('console.banks.lead'),
    body: <BanksPage banks={banks} language={language} slug={desk.tenant.slug} t={t} typed={typed} />,
  }
})
