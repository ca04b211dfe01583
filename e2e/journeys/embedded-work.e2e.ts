import { test as plain } from '@playwright/test'
import { setReality } from '../azure-faults.ts'
import { embeddedForThisFile } from '../embed-host/embedded-for-this-file.ts'
import { frameOf, openFramed, pressForWindow, signInFramed } from '../embed-host/framed.ts'
import { giveSecondFactor } from '../embed-host/second-factor.ts'
import { expect, uniqueName } from '../fixtures.ts'
import { storedTrusts } from '../wizard.ts'

const embedded = embeddedForThisFile()

plain('work that stops for want of a second factor asks for it by itself, and then goes on', async () => {
  const page = await openFramed(embedded, '/embed/new?src=github&repo=octo-org/octo-repo&env=Production')
  await signInFramed(page, 'developer')
  const frame = frameOf(page)
  const identity = uniqueName('id-waits')
  await frame.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Identity' }).click()
  await frame.getByRole('radio', { name: 'A new managed identity' }).check()
  await frame.getByLabel('Name of the identity').fill(identity)
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByRole('button', { name: 'Continue' }).click()
  await expect(frame.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible()
  await setReality({ claimsChallenge: 'multifactorOnWrites' })
  await frame.getByRole('button', { name: 'Create and verify' }).click()

  const dialog = frame.getByRole('dialog', { name: 'Sign in again. What you typed stays.' })
  await expect(dialog).toContainText('before the portal goes on with your work')
  await giveSecondFactor(await pressForWindow(page, 'Sign in'))
  await expect(dialog).toBeHidden()
  await expect(frame.getByText('It waits for you to sign in again')).toBeVisible()
  await frame.getByRole('button', { name: 'Go on' }).click()
  await expect(frame.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  await expect(dialog).toBeHidden()
  await setReality({ claimsChallenge: 'off' })
  expect(await storedTrusts(identity)).toEqual([['repo:octo-org/octo-repo:environment:Production']])
})

plain('the page of the API, which nobody may frame, opens in a tab of its own', async () => {
  const page = await openFramed(embedded)
  await signInFramed(page, 'developer')
  const frame = frameOf(page)
  const opened = page.context().waitForEvent('page')
  await frame.getByRole('link', { name: /^API/ }).click()
  const docs = await opened
  await expect(docs).toHaveURL(/\/api\/docs/)
  await expect(docs.getByRole('heading').first()).toBeVisible()
  await expect(frame.getByRole('button', { name: /^Account of/ })).toBeVisible()
})
