import { expect, test, uniqueName } from '../fixtures.ts'
import { putRepository } from '../github.ts'
import { readInventory } from '../reviews.ts'
import { askArm } from '../tenant.ts'
import { armPath, makeIdentity, trustAddress } from '../trusts.ts'
import { picture } from './picture.ts'

const github = 'https://token.actions.githubusercontent.com'
const longest = `repo:contoso/${'a-repository-with-a-very-long-name-'.repeat(2)}:environment:${'production-west-europe-'.repeat(20)}`

test('the page of one trust', async ({ signedInAs }) => {
  test.setTimeout(240_000)
  const page = await signedInAs('admin')
  const made = await makeIdentity(page)
  const repository = uniqueName('picture')
  await putRepository('contoso', repository, { visibility: 'private', immutable: false })
  const put = async (name: string, subject: string) => {
    const properties = { issuer: github, subject, audiences: ['api://AzureADTokenExchange'] }
    expect((await askArm('PUT', armPath(made, name), { properties })).status).toBeLessThan(300)
  }
  const subject = `repo:contoso/${repository}:ref:refs/heads/main`
  await put('main', subject)
  await put('longest', longest.slice(0, 600))
  await page.goto(trustAddress(made, 'main'))
  await expect(page.getByText('2 of 20')).toBeVisible()
  await picture(page, 'trust-not-read')
  await readInventory(page)
  await page.goto(trustAddress(made, 'main'))
  await expect(page.getByText('Names that others can take')).toBeVisible({ timeout: 30_000 })
  await picture(page, 'trust-overview')
  await page.goto(trustAddress(made, 'longest'))
  await expect(page.getByText('2 of 20')).toBeVisible()
  await picture(page, 'trust-longest')

  await page.goto(`${trustAddress(made, 'main')}?switch=1`)
  await expect(page.getByRole('textbox', { name: 'Owner ID' })).toBeVisible()
  await picture(page, 'switch-ids-unknown')
  await page.getByRole('textbox', { name: 'Owner ID' }).fill('5544123')
  await page.getByRole('textbox', { name: 'Repository ID' }).fill('821093847')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Store it beside this one' })).toBeVisible()
  await picture(page, 'switch-add')
  await page.getByRole('button', { name: 'Store it beside this one' }).click()
  await expect(page.getByText('Azure stores main-id')).toBeVisible()
  await picture(page, 'switch-added')
  await page.getByRole('button', { name: /^Delete main without/ }).click()
  await picture(page, 'switch-remove')
  await page.goto(trustAddress(made, 'main-id'))
  await expect(page.getByText('It is to take the place of main')).toBeVisible()
  await picture(page, 'switch-begun')

  await put('main', `${subject}-2`)
  await readInventory(page)
  await page.goto(`${trustAddress(made, 'main')}?tab=activity`)
  await expect(page.getByText('Its values had changed')).toBeVisible()
  await picture(page, 'trust-history')
  await askArm('DELETE', armPath(made, 'main'))
  await page.goto(trustAddress(made, 'main'))
  await expect(page.getByText('Written or deleted in Azure').first()).toBeVisible()
  await picture(page, 'trust-gone')
})
