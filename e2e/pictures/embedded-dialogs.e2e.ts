import { test as plain } from '@playwright/test'
import { failAzure, mendAzure } from '../azure-faults.ts'
import { chooseAt, frameOf, openFramed, pressForWindow, signInFramed } from '../embed-host/framed.ts'
import { startEmbedded } from '../embed-host/start-embedded.ts'
import { withdrawConsent } from '../embed-host/withdraw-consent.ts'
import { expect } from '../fixtures.ts'
import { endSignIn } from '../tenant.ts'
import { findSeeded, identityAddress, newTrustAddress } from '../trusts.ts'
import { framedPicture } from './framed-picture.ts'

plain('what a frame asks in the middle of the work', async () => {
  plain.setTimeout(300_000)
  const embedded = await startEmbedded()
  try {
    const seeded = await findSeeded()
    const form = await openFramed(embedded, `/embed${newTrustAddress(seeded)}&preset=other-issuer`)
    await signInFramed(form, 'developer')
    const frame = frameOf(form)
    const field = (name: string) => frame.getByRole('textbox', { name, exact: true })
    await field('Issuer').fill('https://oidc.contoso.com')
    await field('Subject').fill('workload:pictures')
    await field('Name').fill('pictures')
    await framedPicture(form, 'form', { whole: true })
    await failAzure({
      match: { operation: 'arm/put-credential' },
      mode: { next: 1 },
      effect: { claimsChallenge: true },
    })
    await frame.getByRole('button', { name: 'Create trust' }).click()
    await expect(frame.getByRole('dialog')).toContainText('such as with a second factor')
    await mendAzure()
    await framedPicture(form, 'second-factor')
    const microsoft = await pressForWindow(form, 'Sign in')
    await expect(frame.getByRole('button', { name: 'Waiting for the sign-in window' })).toBeVisible()
    await framedPicture(form, 'second-factor-waiting')
    await microsoft.close()
    await frame.getByText('was closed before it was done').waitFor()
    await framedPicture(form, 'second-factor-closed')

    const ended = await openFramed(embedded, `/embed${newTrustAddress(seeded)}&preset=other-issuer`)
    await signInFramed(ended, 'reader')
    await endSignIn('reader')
    // What the page reads by itself may be faster than any press.
    await frameOf(ended).getByRole('link', { name: 'Identities' }).dispatchEvent('click')
    await frameOf(ended).getByRole('dialog').waitFor()
    await framedPicture(ended, 'sign-in-again')

    await withdrawConsent()
    const consent = await openFramed(embedded, `/embed${identityAddress(seeded)}`)
    const signIn = await pressForWindow(consent, 'Sign in')
    await chooseAt(signIn, 'admin')
    await signIn.getByRole('button', { name: 'Accept' }).click()
    await expect(frameOf(consent).getByRole('dialog')).toContainText('Microsoft wants your agreement')
    await framedPicture(consent, 'consent')
  } finally {
    await embedded.stop()
  }
})
