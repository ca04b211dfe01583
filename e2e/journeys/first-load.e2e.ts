import { test } from '@playwright/test'
import { expect } from '../fixtures.ts'

/** Before anybody can press anything: the page's script, what that imports, and the style sheet. */
const budget = 205 * 1024

test('what a browser loads before the first press keeps to its budget', async () => {
  const portal = process.env.E2E_PORTAL ?? ''
  const page = await (await fetch(portal, { headers: { accept: 'text/html' } })).text()
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address)
  const sizes = await Promise.all(
    assets.map(async (asset) => {
      const answer = await fetch(portal + asset, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } })
      expect(answer.headers.get('content-encoding'), asset).toBe('gzip')
      return Number(answer.headers.get('content-length'))
    }),
  )
  expect(sizes.length).toBeGreaterThan(3)
  expect(Math.min(...sizes)).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget)
})
