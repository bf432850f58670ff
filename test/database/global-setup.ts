import type { TestProject } from 'vitest/node'
import { joinTestServer } from './server.ts'
import { prepareTemplate, templateName } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabaseAdminUrl: string
    testDatabaseTemplate: string
  }
}

export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const server = await joinTestServer(prepareTemplate)
  project.provide('testDatabaseAdminUrl', server.adminUrl)
  project.provide('testDatabaseTemplate', templateName())
  return server.leave
}
