import type { Page } from '@playwright/test'
import { askPortal } from './ask-portal.ts'
import { expect, uniqueName } from './fixtures.ts'

interface MadeApplication {
  appId: string
  name: string
}

/** Registers an application that the signed-in person owns, through the portal's API. */
export async function makeApplication(page: Page, stem = 'shop-deploy'): Promise<MadeApplication> {
  const name = uniqueName(stem)
  const { status, body } = await askPortal(page, 'POST', '/api/applications', { displayName: name })
  // As the contract has it; a refusal has no application.
  const appId = (body as { application?: { appId: string } }).application?.appId ?? `status ${status}`
  expect(appId).toMatch(/^[0-9a-f-]{36}$/)
  return { appId, name }
}
