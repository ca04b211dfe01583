import { test as plain, type Page } from '@playwright/test'
import { embeddedForThisFile } from '../embed-host/embedded-for-this-file.ts'
import { frameOf, openFramed } from '../embed-host/framed.ts'
import { signInAtHost, type HostAccount } from '../embed-host/host-account.ts'
import { expect } from '../fixtures.ts'
import { findSeeded, identityAddress } from '../trusts.ts'

const embedded = embeddedForThisFile()

/** A host that has signed the person in, or asks first; and what it was asked for. */
async function openBrokered(known: HostAccount, isAsked: boolean): Promise<{ page: Page; asked: string[] }> {
  const asked: string[] = []
  let mayTell = !isAsked
  // Without a broker yet: a frame that is left in the middle asks as well.
  const page = await openFramed(embedded)
  await page.exposeFunction('answerAsBroker', (method: string) => {
    asked.push(method)
    if (method === 'GetInitContext')
      return { success: true, initContext: { sdkName: 'contoso-workbench', sdkVersion: '1.0' } }
    if (method === 'GetTokenPopup') mayTell = true
    return mayTell
      ? { success: true, ...known }
      : { success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: '', description: '' } }
  })
  const path = identityAddress(await findSeeded())
  await page.goto(embedded.host.framing(`${embedded.portal}/embed${path}`, { broker: 'yes' }))
  return { page, asked }
}

plain('where the host knows the person, the frame opens signed in, without a window', async () => {
  const { page, asked } = await openBrokered(await signInAtHost(embedded, 'developer'), false)
  await expect(frameOf(page).getByText('4 of 20')).toBeVisible()
  expect(asked.slice(0, 2)).toEqual(['GetInitContext', 'GetToken'])
  expect(asked).not.toContain('GetTokenPopup')
  // Nobody signs out of the host in its frame.
  await frameOf(page)
    .getByRole('button', { name: /^Account of/ })
    .click()
  await expect(frameOf(page).getByRole('button', { name: 'Keys' })).toBeVisible()
  await expect(frameOf(page).getByRole('button', { name: 'Sign out' })).toBeHidden()
})

plain('where the host has to ask the person, one press does, and the host shows what it shows', async () => {
  const { page, asked } = await openBrokered(await signInAtHost(embedded, 'developer'), true)
  await frameOf(page).getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(frameOf(page).getByText('4 of 20')).toBeVisible()
  expect(asked.filter((method) => method === 'GetTokenPopup')).toHaveLength(1)
  expect(page.context().pages()).toEqual([page])
})

plain('messages of another origin, or of another shape, are dropped and counted', async () => {
  const page = await openFramed(embedded)
  await expect(frameOf(page).getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const portal = page.frames()[1]
  const dropped = () => portal?.evaluate(() => document.documentElement.dataset['droppedMessages'])
  expect(await dropped()).toBeUndefined()
  await page.evaluate((origin) => {
    const type = 'trustwright:host-bridge'
    const wrong = [{ type, kind: 'answer', envelope: 5 }, { type, kind: 'ready', more: 1 }, 'ready', null]
    for (const message of wrong) frames[0]?.postMessage(message, origin)
    const other = document.createElement('iframe')
    other.setAttribute('sandbox', 'allow-scripts')
    other.srcdoc = `<script>parent.frames[0].postMessage({ type: '${type}', kind: 'ready' }, '*')</script>`
    document.body.append(other)
  }, embedded.portal)
  await expect.poll(dropped).toBe('5')
  expect(await portal?.evaluate(() => 'nestedAppAuthBridge' in window)).toBe(false)
})
