import { AxeBuilder } from '@axe-core/playwright'
import { test as plain, type Page } from '@playwright/test'
import { embeddedForThisFile } from '../embed-host/embedded-for-this-file.ts'
import { chooseAt, frameOf, openFramed, signInFramed, windowOf } from '../embed-host/framed.ts'
import { expect, uniqueName, signIn } from '../fixtures.ts'
import { tabTo } from '../tab-to.ts'
import { storedTrusts } from '../wizard.ts'

const embedded = embeddedForThisFile()

const proofs = ['authorization', 'cookie', 'x-trustwright']

plain(
  'in a frame of another site the cookie is no use, and the wizard stores a trust by the window',
  async () => {
    const page = await openFramed(embedded, '/embed/new')
    const frame = frameOf(page)

    // The same browser is signed in at the portal itself, and still nobody is in the frame.
    const own = await page.context().newPage()
    await signIn(own, 'developer')
    await page.reload()
    await expect(frame.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    const seen = await page.frames()[1]?.evaluate(async () => {
      const answer = await fetch('/api/session', {
        headers: { 'x-trustwright': '1' },
        credentials: 'include',
      })
      const session = (await answer.json()) as { user: unknown }
      return [session.user, await document.hasStorageAccess()]
    })
    expect(seen).toEqual([null, false])
    await own.close()

    const calls: Promise<readonly string[]>[] = []
    page.on('requestfinished', (request) => {
      if (!request.url().startsWith(`${embedded.portal}/api/`)) return
      calls.push(request.allHeaders().then((sent) => proofs.filter((name) => sent[name] !== undefined)))
    })
    await signInFramed(page, 'developer')
    const box = frame.getByLabel('What should Azure trust?')
    await box.focus()
    await page.keyboard.insertText('https://github.com/octo-org/octo-repo')
    await expect(frame.getByText('Understood:')).toBeVisible()
    await page.keyboard.press('Enter')
    await frame.getByRole('radio', { name: 'Environment Production', exact: true }).check()
    await frame.getByRole('button', { name: 'Continue' }).click()
    await frame.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Identity' }).click()
    const identity = uniqueName('id-framed')
    await frame.getByRole('radio', { name: 'A new managed identity' }).check()
    await frame.getByLabel('Name of the identity').fill(identity)
    await frame.getByRole('button', { name: 'Continue' }).click()
    await frame.getByRole('button', { name: 'Continue' }).click()
    await expect(frame.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible()
    await frame.getByRole('button', { name: 'Create and verify' }).click()
    await expect(frame.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
    const [subjects] = await storedTrusts(identity)
    expect(subjects).toHaveLength(1)
    expect(new Set((await Promise.all(calls)).flat())).toEqual(new Set(['authorization']))
    await frame.getByRole('link', { name: 'Activity' }).click()
    await expect(frame.getByRole('listitem').filter({ hasText: 'Create trust' })).toContainText(
      '· by script or frame',
    )
    await page.context().close()
  },
)

plain('the library for frames comes into a frame alone: the normal page loads nothing of it', async () => {
  const own = await (await embedded.browser.newContext({ baseURL: embedded.portal })).newPage()
  const normal = scriptsOf(own)
  await signIn(own, 'developer')
  for (const path of ['/new', '/trusts', '/identities', '/doctor', '/activity']) {
    await own.goto(path)
    await expect(own.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const page = await openFramed(embedded, '/embed/')
  const framed = scriptsOf(page)
  await page.reload()
  await signInFramed(page, 'developer')
  expect(normal.size).toBeGreaterThan(20)
  expect(await withLibrary(normal)).toEqual([])
  expect(await withLibrary(framed)).not.toEqual([])
})

plain('a token that runs out is renewed in silence, and the person notices nothing', async () => {
  const page = await openFramed(embedded, '/embed/')
  await signInFramed(page, 'developer')
  const grants: (string | null)[] = []
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/oauth2/v2.0/token'))
      grants.push(new URLSearchParams(request.postData() ?? '').get('grant_type'))
    if (request.url().includes('/api/')) calls.push(request.headers()['authorization'] ?? '')
  })
  const frame = frameOf(page)
  const pages = frame.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'Activity' }).click()
  await expect(frame.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible()
  await expect.poll(() => calls.length).toBeGreaterThan(0)
  expect(grants).toEqual([])
  const first = calls.at(-1)
  // Longer than Entra's longest access token.
  await page.clock.setFixedTime(Date.now() + 2 * 60 * 60_000)
  await pages.getByRole('link', { name: 'Identities' }).click()
  await expect(frame.getByRole('heading', { name: 'Identities', level: 1 })).toBeVisible()
  await expect.poll(() => grants).toEqual(['refresh_token'])
  await expect.poll(() => calls.at(-1)).not.toBe(first)
  expect(page.context().pages()).toEqual([page])
  await expect(frame.getByRole('button', { name: /^Account of/ })).toBeVisible()
})

plain('by keys alone, and for everybody', async () => {
  const page = await openFramed(embedded, '/embed/')
  const frame = frameOf(page)
  await expect(frame.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expectFramedAccessible(page)
  await tabTo(page, frame.getByRole('button', { name: 'Sign in', exact: true }))
  const microsoft = await windowOf(page, () => page.keyboard.press('Enter'))
  await chooseAt(microsoft, 'developer')
  await expect(frame.getByRole('button', { name: /^Account of/ })).toBeVisible()
  await expectFramedAccessible(page)
  await tabTo(page, frame.getByRole('button', { name: /^Account of/ }))
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

/** The address of every script that a page and its frames load from now on. */
function scriptsOf(page: Page): Set<string> {
  const addresses = new Set<string>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') addresses.add(response.url())
  })
  return addresses
}

/** Those of them that hold the library, by the name that it tells Entra. */
async function withLibrary(addresses: ReadonlySet<string>): Promise<string[]> {
  const texts = await Promise.all(
    [...addresses].map(async (address) => [address, await (await fetch(address)).text()] as const),
  )
  return texts.filter(([, text]) => text.includes('msal.js.browser')).map(([address]) => address)
}

/** WCAG 2.2 A and AA, in the frame too. */
async function expectFramedAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .exclude(['iframe', '[data-tabster-dummy]'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
}
