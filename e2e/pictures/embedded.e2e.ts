import { test as plain, type Page } from '@playwright/test'
import { join } from 'node:path'
import { frameOf, openFramed, signInFramed } from '../embed-host/framed.ts'
import { startEmbedded } from '../embed-host/start-embedded.ts'
import { expect } from '../fixtures.ts'
import { endSignIn } from '../tenant.ts'
import { findSeeded, identityAddress, newTrustAddress } from '../trusts.ts'

const folder = join(import.meta.dirname, '..', 'test-results', 'pictures')
const softly = expect.configure({ soft: true })

plain('the portal in the frame of another product, at the widths that hosts give', async () => {
  plain.setTimeout(180_000)
  const embedded = await startEmbedded()
  try {
    const page = await openFramed(embedded)
    const frame = frameOf(page)
    await expect(frame.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await pictures(page, 'signed-out')
    await signInFramed(page, 'developer')
    await pictures(page, 'home')
    const sandboxed = await openFramed(embedded, '/embed/', { sandbox: 'allow-scripts allow-same-origin' })
    await frameOf(sandboxed).getByRole('button', { name: 'Sign in', exact: true }).click()
    await frameOf(sandboxed).getByRole('alert').waitFor()
    await pictures(sandboxed, 'blocked')
    const seeded = await findSeeded()
    const identity = await openFramed(embedded, `/embed${identityAddress(seeded)}`)
    await signInFramed(identity, 'developer')
    await expect(frameOf(identity).getByText('4 of 20')).toBeVisible()
    await pictures(identity, 'identity')
    const form = await openFramed(embedded, `/embed${newTrustAddress(seeded)}&preset=other-issuer`)
    await signInFramed(form, 'developer')
    const field = (name: string) => frameOf(form).getByRole('textbox', { name, exact: true })
    await field('Issuer').fill('https://oidc.contoso.com')
    await field('Subject').fill('workload:pictures')
    await field('Name').fill('pictures')
    await endSignIn('developer')
    await frameOf(form).getByRole('button', { name: 'Create trust' }).click()
    await frameOf(form).getByRole('dialog').waitFor()
    await pictures(form, 'sign-in-again')
    const nested = await openFramed(embedded)
    await nested.goto(embedded.host.framing(embedded.host.framing(`${embedded.portal}/embed/`)))
    await frameOf(nested).frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    await pictures(nested, 'nested')
  } finally {
    await embedded.stop()
  }
})

async function pictures(page: Page, name: string): Promise<void> {
  for (const width of [390, 700, 1024]) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => page.frames()[1]?.evaluate(() => window.innerWidth)).toBe(width)
    const message = `${name} at ${String(width)} px, pixels to the side`
    await softly.poll(() => pixelsToTheSide(page), { message }).toBeLessThanOrEqual(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const path = join(folder, `embedded-${name}-${String(width)}-${colorScheme}.png`)
      await page.screenshot({ path, animations: 'disabled' })
    }
  }
}

function pixelsToTheSide(page: Page): Promise<number> | undefined {
  return page.frames()[1]?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
