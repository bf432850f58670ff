import { z } from 'zod'

/**
 * What a page that frames a visit has asked for, already judged: names are those of the dialect's URL parameters, and
 * what a tenant's policy forbids is gone. Kept with the session; no secret is among them.
 */
export const frameSettingsSchema = z.object({
  theme: z.enum(['light', 'dark', 'system']),
  closeEnable: z.boolean(),
  backEnable: z.boolean(),
  headerEnable: z.boolean(),
  headerImgEnable: z.boolean(),
  removePadding: z.boolean(),
  consentEnable: z.boolean(),
  customerName: z.string().nullable(),
  termsUrl: z.string().nullable(),
  consentTitleAppendedText: z.string().nullable(),
  innerRedirect: z.boolean(),
  jsRedirect: z.boolean(),
  oauthWindowRedirect: z.boolean(),
  stringify: z.boolean(),
  webview: z.boolean(),
  accountSelectorEnable: z.boolean(),
  accountSelectorMultiple: z.boolean(),
  accountSelectorNoTitle: z.boolean(),
  accountSelectorCurrency: z.enum(['cad', 'usd']).nullable(),
  showAllAccounts: z.boolean(),
  showAllOperationsAccounts: z.boolean(),
  eftEligibleRatio: z.number().min(0).max(1).nullable(),
  daysOfTransactions: z.enum(['Days90', 'Days365']).nullable(),
  withTransactions: z.boolean(),
  scheduleRefresh: z.boolean(),
  enhancedMFA: z.boolean(),
  skipEnhancedMFA: z.boolean(),
  maximumRetry: z.int().min(1).nullable(),
  detailsAndStatementEnable: z.boolean(),
  monthsOfStatements: z.enum(['MostRecent', 'Months3', 'Months12']),
  requestId: z.string().nullable(),
  resumeSelectedAccounts: z.array(z.string()),
  institutionsLocation: z.enum(['ca', 'us']).nullable(),
  productType: z.enum(['banking', 'investment']),
})
export type FrameSettings = z.output<typeof frameSettingsSchema>

/** `parentOrigin`: the origin that opened the frame, once known and found on the tenant's list; null before that. */
export const frameSchema = z.object({
  parentOrigin: z.string().nullable(),
  settings: frameSettingsSchema,
  /** For the console of a developer who asked for them: what of the address does not count, and why. */
  hints: z.array(z.string()).default([]),
})
/** How a visit inside another page is framed. */
export type Frame = z.output<typeof frameSchema>
