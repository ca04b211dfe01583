import { test as plain } from '@playwright/test'
import { frameOf, openFramed, pressForWindow, windowOf } from '../embed-host/framed.ts'
import { startEmbedded } from '../embed-host/start-embedded.ts'
import { expect } from '../fixtures.ts'
import { framedPicture, windowPicture } from './framed-picture.ts'

plain('how a sign-in in a frame stands, and the pages where there is none', async () => {
  plain.setTimeout(300_000)
  const embedded = await startEmbedded()
  try {
    const page = await openFramed(embedded)
    const frame = frameOf(page)
    const press = () => frame.getByRole('button', { name: 'Sign in', exact: true }).click()
    await frame.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await framedPicture(page, 'signed-out')

    const microsoft = await pressForWindow(page, 'Sign in')
    await expect(frame.getByRole('button', { name: 'Waiting for the sign-in window' })).toBeVisible()
    await framedPicture(page, 'waiting')
    await microsoft.close()
    await frame.getByText('was closed before it was done').waitFor()
    await framedPicture(page, 'closed')
    await (await windowOf(page, press)).getByRole('button', { name: 'Cancel' }).click()
    await frame.getByText('was declined at Microsoft').waitFor()
    await framedPicture(page, 'declined')

    const sandboxed = await openFramed(embedded, '/embed/', { sandbox: 'allow-scripts allow-same-origin' })
    await frameOf(sandboxed).getByRole('button', { name: 'Sign in', exact: true }).click()
    await frameOf(sandboxed).getByText('blocked the sign-in window').waitFor()
    await framedPicture(sandboxed, 'blocked')

    const stricter = await openFramed(embedded)
    await stricter.context().addInitScript(() => {
      if (location.pathname === '/embed/sign-in') window.open = () => null
    })
    const relay = stricter.context().waitForEvent('page')
    await frameOf(stricter).getByRole('button', { name: 'Sign in', exact: true }).click()
    await (await relay).getByRole('button', { name: 'Continue to Microsoft' }).waitFor()
    await (await relay).setViewportSize({ width: 520, height: 640 })
    await windowPicture(await relay, 'relay')

    const nested = await openFramed(embedded)
    await nested.goto(embedded.host.framing(embedded.host.framing(`${embedded.portal}/embed/`)))
    await frameOf(nested).frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    await framedPicture(nested, 'nested')
    const alone = await nested.context().newPage()
    await alone.goto(`${embedded.portal}/embed/trusts`)
    await alone.setViewportSize({ width: 700, height: 400 })
    await alone.getByRole('heading', { level: 1 }).waitFor()
    await windowPicture(alone, 'alone')
    await alone.goto(`${embedded.portal}/embed/redirect`)
    await alone.getByText('belongs to a sign-in that has ended').waitFor()
    await windowPicture(alone, 'ended')
  } finally {
    await embedded.stop()
  }
})
