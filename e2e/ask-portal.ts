import type { Page } from '@playwright/test'

/**
 * Asks the portal's API with the session of that page, as its own client would. The page need not have loaded
 * anything, and keeps what it shows.
 */
export async function askPortal(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  wanted?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await page.request.fetch(path, {
    method,
    headers: { 'x-trustwright': '1', 'sec-fetch-site': 'same-origin' },
    ...(wanted === undefined ? {} : { data: wanted }),
  })
  const text = await response.text()
  const body: unknown = text === '' ? null : JSON.parse(text)
  return { status: response.status(), body }
}
