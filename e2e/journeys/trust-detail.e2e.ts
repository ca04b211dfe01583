import { expect, test } from '../fixtures.ts'
import { readInventory } from '../reviews.ts'
import { askArm } from '../tenant.ts'
import { armPath, makeIdentity, trustAddress } from '../trusts.ts'

const properties = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/outside:environment:dev',
  audiences: ['api://AzureADTokenExchange'],
}

test('the page of one trust reads its own rows alone, tells what others did to it, and what became of it', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const made = await makeIdentity(page)
  const put = async (subject: string) => {
    const answer = await askArm('PUT', armPath(made, 'outside'), { properties: { ...properties, subject } })
    expect(answer.status).toBeLessThan(300)
  }
  await put(properties.subject)
  await readInventory(page)
  await put('repo:contoso/outside:environment:prod')
  await readInventory(page)

  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname === '/api/inventory/rows') asked.push(search)
  })
  await page.goto(trustAddress(made, 'outside'))
  await expect(page.getByRole('heading', { name: 'What it opens' })).toBeVisible()
  await expect(page.getByText('1 of 20')).toBeVisible()
  await expect(page.getByText('Nothing: it can sign in')).toBeVisible()
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.every((search) => new URLSearchParams(search).get('parent')?.endsWith(made.identity))).toBe(
    true,
  )

  await page.getByRole('tab', { name: 'Activity' }).focus()
  await page.keyboard.press('Enter')
  const history = page.getByRole('list', { name: 'History' }).getByRole('listitem')
  await expect(history.first()).toContainText('Its values had changed')
  await expect(history.first()).toContainText('says Azure’s activity log')
  await expect(history.first()).toContainText('environment:dev')

  expect((await askArm('DELETE', armPath(made, 'outside'))).status).toBeLessThan(300)
  await page.goto(trustAddress(made, 'outside'))
  await expect(page.getByRole('heading', { name: 'Azure does not have this trust' })).toBeVisible()
  await expect(page.getByText('nothing can be restored here')).toBeVisible()
  await expect(history.first()).toContainText('Written or deleted in Azure')
})
