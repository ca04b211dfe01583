import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { makeOutsideWorkload } from '../owned-workload.ts'
import { readInventory } from '../reviews.ts'

test('who can become Owner on a subscription is one click, answered in words, and the same in the list', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const { subscription, identity, repository } = await makeOutsideWorkload(page, 'Owner')
  await openFresh(page, identity)
  await page.getByRole('link', { name: `Who can become Owner on ${subscription}?` }).click()
  await expect(page).toHaveURL(/q=role:owner-like\+scope:/)
  const answer = page.getByText(/^\d+ workloads? can, through \d+ identit(y|ies)\.$/)
  await expect(answer).toBeVisible()
  const [workloads] = (await answer.innerText()).split(' ')
  const subjects = page.getByRole('list', { name: /^Subjects/ }).getByRole('listitem')
  await expect(subjects).toHaveCount(Number(workloads))
  await expect(page.getByRole('button', { name: new RegExp(`^${repository}, branch main`) })).toBeVisible()
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export SVG' }).click()
  const svg = await readFile(await (await download).path(), 'utf8')
  await expectOpensAlone(page, svg)

  await page.getByRole('link', { name: /^Show \d+ trusts? in the list$/ }).click()
  await expect(page).toHaveURL(/\/trusts\?q=role:owner-like/)
  await expect(page.getByText(identity).first()).toBeVisible()
})

test('by keyboard alone: arrows walk the map, Enter focuses, Backspace goes up, T turns to the table and back', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const { identity, repository } = await makeOutsideWorkload(page, 'Reader')
  await openFresh(page, identity)
  const focused = page.locator('button[data-node]:focus')
  await page.locator('button[data-node][tabindex="0"]').focus()
  await expect(focused).toHaveAttribute('data-node', /^issuer\./)
  const first = await focused.getAttribute('data-node')
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveAttribute('data-node', /^subject\./)
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveAttribute('data-node', first ?? '')
  await expect(page.locator('button[data-node][tabindex="0"]')).toHaveCount(1)

  await page.getByRole('button', { name: new RegExp(`^${repository}, branch main`) }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/focus=subject\./)
  await expect(page.getByRole('list', { name: /^Identities/ }).getByRole('listitem')).toHaveCount(1)
  await expect(focused).toHaveCount(1)
  const address = page.url()
  await page.keyboard.press('t')
  const table = page.getByRole('table', { name: 'Ways through the map' })
  await expect(table).toContainText(identity)
  await expectAccessible(page)
  await page.keyboard.press('t')
  await expect(page.getByRole('list', { name: /^Identities/ })).toBeVisible()
  await page.goto(address)
  await expect(page.getByRole('list', { name: /^Identities/ }).getByRole('listitem')).toHaveCount(1)
  await page.locator('body').press('Backspace')
  await expect(page.getByRole('navigation', { name: 'Focus' })).not.toContainText('branch main')
})

test('an address whose focus is gone says so, and a filter that nothing fits offers the way back', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await page.goto('/map?focus=subject.gone')
  await expect(page.getByText('What the address puts in focus is no longer there')).toBeVisible({
    timeout: 30_000,
  })
  await page.getByRole('textbox', { name: 'Filter the map' }).fill('nothing-is-called-this')
  await expect(page.getByText('Nothing goes this way')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(page.getByRole('list', { name: /^Issuers/ })).toBeVisible()
})

test('at 390 pixels the table stands first, says why, and nothing scrolls sideways', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/map')
  await expect(page.getByText('The map needs a wider screen')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('table', { name: 'Ways through the map' })).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('while trusts still come, the map is drawn of those that are there, and says so', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await readInventory(page)
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/inventory/rows*', async (route) => {
    const isFirst = !new URL(route.request().url()).searchParams.get('after')
    if (!isFirst) await held
    const headers = await route.request().allHeaders()
    const response = await route.fetch({ headers: { ...headers, 'sec-fetch-site': 'same-origin' } })
    const body: unknown = await response.json()
    // The first answer is made to say that there is more.
    await route.fulfill({ response, json: isFirst ? { ...Object(body), hasMore: true } : body })
  })
  await page.goto('/map')
  await expect(page.getByRole('list', { name: /^Issuers/ })).toBeVisible()
  await expect(
    page.getByText(/^Fetched [\d,]+ trusts. The map and its answers grow with them.$/),
  ).toBeVisible()
  // What is announced says it too, somewhat later.
  await expect(page.getByRole('main').getByText(/^[\d,]+ trusts so far/)).toBeVisible()
  await page
    .getByRole('link', { name: /^Who can become Owner on/ })
    .first()
    .click()
  await expect(page.getByText(/^So far: /)).toBeVisible()
  release()
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible()
  await expect(page.getByText(/so far/i)).toHaveCount(0)
})

test('what the portal read by itself is shown to administrators, and where it read nothing, that is said', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await page.goto('/map')
  await page.getByRole('link', { name: 'What the portal read' }).click()
  await expect(page).toHaveURL(/of=portal/)
  await expect(page.getByText('The portal by itself has read nothing yet')).toBeVisible()
  await page.getByRole('link', { name: 'See what I may read' }).click()
  await expect(page.getByRole('list', { name: /^Issuers/ })).toBeVisible({ timeout: 30_000 })
})

test('a group of a subscription asks in one click who can become Owner there', async ({ signedInAs }) => {
  const page = await signedInAs('admin')
  const { subscription, subscriptionId } = await makeOutsideWorkload(page, 'Owner')
  await readInventory(page)
  await page.goto('/map?depth=1')
  await page
    .getByRole('list', { name: /^Access/ })
    .getByRole('button', { name: new RegExp(`^${subscription},`) })
    .click()
  await page.getByRole('link', { name: 'Who can become Owner here?' }).click()
  await expect(page).toHaveURL(new RegExp(`scope:/subscriptions/${subscriptionId}`))
  await expect(page.getByText(`Who can become Owner on ${subscription}?`).last()).toBeVisible()
  await expect(page.getByText(/^\d+ workloads? can, through/)).toBeVisible()
})

/** By itself, in a page without anything else: nothing is fetched, and it is drawn for the dark too. */
async function expectOpensAlone(page: Page, svg: string): Promise<void> {
  const alone = await page.context().newPage()
  await alone.emulateMedia({ colorScheme: 'dark' })
  const asked: string[] = []
  alone.on('request', (request) => void asked.push(request.url()))
  await alone.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
  await expect(alone.getByText('Owner', { exact: true }).first()).toBeVisible()
  const colour = () =>
    alone.locator('rect.page').evaluate((shape) => getComputedStyle(shape).getPropertyValue('fill'))
  expect(await colour()).toBe('rgb(31, 31, 31)')
  await alone.emulateMedia({ colorScheme: 'light' })
  expect(await colour()).toBe('rgb(255, 255, 255)')
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
  await alone.close()
}

/** The map with everything that is there by now. */
async function openFresh(page: Page, identity: string): Promise<void> {
  await readInventory(page)
  await page.goto('/map')
  await expect(page.getByRole('button', { name: new RegExp(`^${identity},`) })).toBeVisible({
    timeout: 30_000,
  })
}
