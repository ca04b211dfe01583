import { test as plain } from '@playwright/test'
import { frameOf, openFramed, signInFramed } from '../embed-host/framed.ts'
import { startEmbedded } from '../embed-host/start-embedded.ts'
import { expect, uniqueName } from '../fixtures.ts'
import { framedPicture } from './framed-picture.ts'

plain('every step of the wizard in the frame of another product', async () => {
  plain.setTimeout(300_000)
  const embedded = await startEmbedded()
  try {
    const page = await openFramed(embedded, '/embed/new')
    await signInFramed(page, 'developer')
    const frame = frameOf(page)
    const opened = (step: string) => frame.getByRole('heading', { name: step, level: 1 }).waitFor()
    const pictured = async (name: string) => {
      await frame.getByText(/^Draft saved/).waitFor()
      await framedPicture(page, name, { whole: true })
    }
    const next = () => frame.getByRole('button', { name: 'Continue' }).click()
    await frame.getByLabel('What should Azure trust?').fill('https://github.com/octo-org/octo-repo')
    await frame.getByText('Understood:').waitFor()
    await framedPicture(page, 'wizard-1-start', { whole: true })
    await frame.getByLabel('What should Azure trust?').press('Enter')
    await frame.getByText('sends names alone in the subject').waitFor()
    await frame.getByRole('radio', { name: 'Environment Production', exact: true }).check()
    await pictured('wizard-2-workload')
    await next()
    await frame.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Identity' }).click()
    await opened('Identity')
    await frame.getByRole('radio', { name: 'A new managed identity' }).check()
    await frame.getByLabel('Name of the identity').fill(uniqueName('id-octo'))
    await pictured('wizard-3-identity')
    await next()
    await opened('Access')
    await frame.getByRole('radio', { name: 'Give it a role' }).check()
    await pictured('wizard-4-access')
    await frame.getByRole('radio', { name: /^No role/ }).check()
    await next()
    await frame.getByText('(will be made)').first().waitFor()
    await expect(frame.getByRole('button', { name: 'Create and verify' })).toBeEnabled()
    await pictured('wizard-5-review')
    await frame.getByRole('button', { name: 'Create and verify' }).click()
    await frame.getByRole('heading', { name: 'In Azure now' }).waitFor()
    await frame.getByText('so far, usually').waitFor()
    await pictured('wizard-6-verify')
    await frame.getByRole('link', { name: 'Connect the workload' }).click()
    await frame.getByText('AZURE_CLIENT_ID').first().waitFor()
    await pictured('wizard-7-connect')
  } finally {
    await embedded.stop()
  }
})
