import { test as plain } from '@playwright/test'
import { frameOf, openFramed, signInFramed } from '../embed-host/framed.ts'
import { startEmbedded } from '../embed-host/start-embedded.ts'
import { expect } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'
import { findSeeded, identityAddress } from '../trusts.ts'
import { framedPicture } from './framed-picture.ts'

plain('the pages of the portal in the frame of another product', async () => {
  plain.setTimeout(300_000)
  const embedded = await startEmbedded()
  try {
    const opened = async (path: string) => {
      const page = await openFramed(embedded, `/embed${path}`)
      await signInFramed(page, 'developer')
      return { page, frame: frameOf(page) }
    }
    const home = await opened('/')
    await home.frame.getByRole('heading', { name: /^Hello/ }).waitFor()
    await framedPicture(home.page, 'home')
    await home.frame.getByRole('button', { name: /^Account of/ }).click()
    await framedPicture(home.page, 'account')

    const seeded = await findSeeded()
    const identity = await opened(identityAddress(seeded))
    await expect(identity.frame.getByText('4 of 20')).toBeVisible()
    await framedPicture(identity.page, 'identity')
    await identity.frame
      .getByRole('link', { name: /pay-api/ })
      .first()
      .click()
    await expect(identity.frame.getByRole('heading', { level: 1 })).toContainText('pay-api')
    await identity.frame.getByText('4 of 20').waitFor()
    await framedPicture(identity.page, 'trust', { whole: true })

    const list = await opened('/trusts')
    await list.frame
      .getByRole('checkbox', { name: /^Select GitHub/ })
      .first()
      .waitFor({ timeout: 60_000 })
    await expect(list.frame.getByText('Not judged')).toHaveCount(0, { timeout: 60_000 })
    await framedPicture(list.page, 'trusts')
    for (const index of [0, 1, 2])
      await list.frame
        .getByRole('checkbox', { name: /^Select / })
        .nth(index + 1)
        .check()
    await framedPicture(list.page, 'trusts-selected')

    const doctor = await opened('/')
    await doctor.frame.getByRole('link', { name: 'Doctor', exact: true }).first().click()
    await doctor.frame.getByLabel('Error, token, or both').waitFor()
    await framedPicture(doctor.page, 'doctor')
    const token = await mintGitHubToken({ owner: 'contoso', repository: 'Pay-API', environment: 'prod' })
    await doctor.frame.getByLabel('Error, token, or both').fill(token)
    await expect(doctor.frame.getByText('Compared with every trust')).toBeVisible()
    await framedPicture(doctor.page, 'doctor-answer', { whole: true })
  } finally {
    await embedded.stop()
  }
})
