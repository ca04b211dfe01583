import { expectAccessible } from '../accessible.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { tabTo } from '../tab-to.ts'

test('a developer registers an application from the form of a new trust and lands back in it, by keyboard alone', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const name = uniqueName('orders deploys')
  await page.goto('/new/form?parent=application&preset=gitlab&project=contoso/orders')
  await tabTo(page, page.getByRole('link', { name: 'Make a new application' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'New application' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'What will be made' })).toContainText('This tenant only')
  await expectAccessible(page)

  await tabTo(page, page.getByRole('textbox', { name: 'Name', exact: true }))
  await page.keyboard.type(` ${name}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The name starts or ends with white space').first()).toBeVisible()
  await tabTo(page, page.getByRole('textbox', { name: 'Name', exact: true }))
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/new\/form\?.*application=[0-9a-f-]{36}/)
  await expect(page.getByRole('main')).toContainText(name)
  await expect(page.getByRole('textbox', { name: /^Project/ })).toHaveValue('contoso/orders')
})

test('an application is found by its name and by its ID, and its page says what it is', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const name = uniqueName('shop deploys')
  await page.goto('/identities/new/app')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create application' }).click()
  await expect(page.getByText(`Created ${name}`)).toBeVisible()
  const appId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const main = page.getByRole('main')
  await expect(main).toContainText('0 of 20')
  await expect(main).toContainText('This tenant only')
  await expect(main).toContainText('Dana Developer (dana@contoso.onmicrosoft.com), you')
  await expect(main).toContainText('Register application')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Identities' }).first().click()
  await page.getByRole('link', { name: 'Applications' }).click()
  const search = page.getByRole('textbox', { name: 'Search applications' })
  for (const text of [name, appId]) {
    await search.fill(text)
    await expect(page.getByText('1 application', { exact: true })).toBeVisible()
    await expect(page.getByRole('rowheader', { name })).toBeVisible()
  }
  await search.fill('no application is called this')
  await expect(page.getByText('No application of yours matches')).toBeVisible()
  await page.getByRole('link', { name: 'Search all applications' }).click()
  await expect(page).toHaveURL(/of=all/)
  await expectAccessible(page)
  await search.fill(name)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('link', { name: 'Add trust' }).click()
  await expect(page).toHaveURL(`/new?application=${appId}`)
})

test('identities of all subscriptions are listed, and an application of somebody else names the missing right', async ({
  signedInAs,
}) => {
  const page = await signedInAs('reader')
  await page.goto('/identities')
  const filter = page.getByRole('textbox', { name: 'Filter identities' })
  await filter.fill('id-pay-deploy')
  await expect(page.getByRole('rowheader', { name: 'id-pay-deploy-dev' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Contoso Development' }).first()).toBeVisible()
  await expect(page).toHaveURL(/q=id-pay-deploy/)
  await expectAccessible(page)

  await page.goto('/identities?kind=app&of=all&q=contoso-orders-api')
  await page.getByRole('link', { name: 'contoso-orders-api' }).click()
  await expect(page.getByRole('main')).toContainText('You may not be able to add, change or restore trusts')
  await expect(page.getByRole('main')).toContainText('Cloud Application Administrator')
  await expect(page.getByRole('button', { name: 'Copy request to admin' }).first()).toBeVisible()
})
