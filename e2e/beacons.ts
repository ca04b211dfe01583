import { generateKeyPairSync, sign } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** A beacon as the page shows it. */
export interface ShownBeacon {
  readonly address: string
  readonly audience: string
}

/** Presses the button on the open Prove section, and reads what the snippet says. */
export async function makeBeacon(page: Page, button = 'Make a one-time address'): Promise<ShownBeacon> {
  const panel = page.getByRole('region', { name: 'Beacon' })
  const code = panel.locator('pre')
  const before = await code.allTextContents()
  await panel.getByRole('button', { name: button }).click()
  await expect(code).toContainText('/beacon/')
  await expect(code).not.toHaveText(before[0] ?? '')
  const text = (await panel.textContent()) ?? ''
  const address = /http:\/\/localhost:\d+\/beacon\/[\w-]+/.exec((await code.textContent()) ?? '')?.[0]
  const audience = /api:\/\/trustwright-beacon\/[0-9a-f-]{36}/.exec(text)?.[0]
  if (address === undefined || audience === undefined) throw new Error(`No beacon in: ${text}`)
  return { address, audience }
}

/** Posts as a job does: without the portal's cookies or marks. */
export async function postToken(
  { address }: Pick<ShownBeacon, 'address'>,
  token: string,
): Promise<{ status: number; body: { code?: string; result?: string; detail: string } }> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/jwt' },
    body: token,
  })
  return { status: answer.status, body: await answer.json() }
}

/** The same claims, signed by a key that nobody published. */
export function withAnotherKey(token: string): string {
  const [head = '', payload = ''] = token.split('.')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signature = sign('RSA-SHA256', Buffer.from(`${head}.${payload}`), privateKey)
  return `${head}.${payload}.${signature.toString('base64url')}`
}
