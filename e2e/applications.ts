import type { Page } from '@playwright/test'
import { expect, uniqueName } from './fixtures.ts'

interface MadeApplication {
  appId: string
  name: string
}

/** Registers an application that the signed-in person owns, through the portal's API. */
export async function makeApplication(page: Page, stem = 'shop-deploy'): Promise<MadeApplication> {
  const name = uniqueName(stem)
  const appId = await page.evaluate(async (displayName) => {
    const response = await fetch('/api/applications', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-trustwright': '1' },
      body: JSON.stringify({ displayName }),
    })
    const made: { application?: { appId: string } } = await response.json()
    return made.application?.appId ?? `status ${response.status}`
  }, name)
  expect(appId).toMatch(/^[0-9a-f-]{36}$/)
  return { appId, name }
}
