import type { Page } from '@playwright/test'
import { expect, test, uniqueName } from '../fixtures.ts'
import { askArm } from '../tenant.ts'
import { findSeeded } from '../trusts.ts'
import { nameNewIdentity, openStep, step, storedTrusts } from '../wizard.ts'

/** A repository of its own for each journey. */
function link(): string {
  return `/new?src=github&repo=octo-org/${uniqueName('clumsy')}&branch=main&identifiers=names`
}

const next = (page: Page) => page.getByRole('button', { name: 'Continue' })
const create = (page: Page) => page.getByRole('button', { name: 'Create and verify' })

async function reloaded(page: Page, name: string): Promise<void> {
  await page.reload()
  await expect(step(page, name)).toBeVisible()
}

test('double clicks, Back, Forward and a reload at every step lose nothing and make nothing twice', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const identity = uniqueName('id-twice')
  await page.goto(link())
  await nameNewIdentity(page, identity)
  await next(page).dblclick()
  await expect(step(page, 'Access')).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Name of the identity')).toHaveValue(identity)
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await reloaded(page, 'Identity')
  await expect(page.getByLabel('Name of the identity')).toHaveValue(identity)
  await page.goForward()
  await expect(step(page, 'Access')).toBeVisible()
  await reloaded(page, 'Access')
  await next(page).dblclick()
  await expect(step(page, 'Review')).toBeVisible()
  await reloaded(page, 'Review')
  await create(page).dblclick()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
  await reloaded(page, 'Verify')
  await page.goBack()
  await expect(page.getByText('Nothing to change: all of it is there already')).toBeVisible()
  await page.goForward()
  await openStep(page, 'Connect')
  await page.getByRole('button', { name: 'Done: open the trust' }).dblclick()
  await expect(page).toHaveURL(new RegExp(`/trusts/mi/.*/${identity}/`))
  expect((await storedTrusts(identity)).map(({ length }) => length)).toEqual([1])
})

test('an identity that is deleted after it was chosen: nothing is made, and another one can be taken', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const { subscriptionId, group } = await findSeeded()
  const identity = uniqueName('id-gone')
  const address = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}?api-version=2023-01-31`
  expect((await askArm('PUT', address, { location: 'westeurope' })).status).toBe(201)
  await page.goto(link())
  await openStep(page, 'Identity')
  await page.getByRole('radio', { name: 'Another one' }).check()
  await page.getByLabel('Managed identity', { exact: true }).last().fill(identity)
  await page.getByRole('option', { name: new RegExp(identity) }).click()
  await next(page).click()
  await openStep(page, 'Review')
  await expect(page.getByText('(will be made)').first()).toBeVisible()
  expect((await askArm('DELETE', address, undefined)).status).toBe(200)
  await create(page).click()
  await expect(page.getByRole('heading', { name: 'Nothing was created' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Change identity' }).click()
  await nameNewIdentity(page, `${identity}-b`)
  await openStep(page, 'Review')
  await create(page).click()
  await expect(page.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
})

test('a tenant that nobody reviewed yet is known all the same: what its identities trust is not asked again', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await page.route('**/api/inventory/latest', (route) => route.fulfill({ json: { scan: null } }))
  // Private at GitHub, and trusted already: there is nothing to ask, and nothing to make.
  await page.goto('/new?src=github&repo=contoso/shop-web&env=dev')
  await expect(step(page, 'Review')).toBeVisible()
  await expect(page.getByText('Nothing to change: all of it is there already')).toBeVisible()
  await expect(page.getByText('shop-web-dev (there already, left as it is)')).toBeVisible()

  // Trusts in both forms cannot answer how a new one must look: what is known stands at the question.
  await page.goto('/new?src=github&repo=contoso/pay-api&env=test')
  await expect(step(page, 'Workload')).toBeVisible()
  await expect(page.getByText(/Of its \d trusts here \d have names alone/)).toBeVisible()
  await page.getByRole('radio', { name: 'Yes' }).check()
  await expect(page.getByLabel('Repository ID')).toHaveValue('821093847')
})

test('a browser that keeps nothing, megabytes in the box, and addresses that do not belong together', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied', 'SecurityError')
        },
      })
  })
  await page.goto('/new')
  const box = page.getByLabel('What should Azure trust?')
  await box.evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'a: b\n'.repeat(1_000_000))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('This is longer than 60,000 characters.')).toBeVisible()

  // Both are asked at GitHub there: neither is taken for one that sends names alone.
  const names = [uniqueName('many'), uniqueName('many')]
  await box.fill(names.map((name) => `https://github.com/octo-org/${name}/tree/main`).join('\n'))
  await page.getByRole('button', { name: 'Set up all 2' }).click()
  await expect(page.getByRole('heading', { name: 'Many trusts at once', level: 1 })).toBeVisible()
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue(
    new RegExp(`repository,branch\\s+octo-org/${names[0] ?? ''},main`),
  )

  await page.goto(`/new?src=github&repo=octo-org/octo-repo&env=${'a'.repeat(5000)}`)
  await expect(page.getByText('“env” is longer than any such value, and is left out.')).toBeVisible()

  // A draft of one trust on the page of many would lose its workload with the next save, and the other way round.
  await page.goto(link())
  await openStep(page, 'Workload')
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  const draftId = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.goto(`/new/bulk?draft=${draftId}`)
  await expect(step(page, 'Workload')).toBeVisible()
  await expect(
    page
      .getByRole('radio', { name: 'Branch main', exact: true })
      .or(page.getByLabel('Branch', { exact: true }))
      .first(),
  ).toBeVisible()
})
