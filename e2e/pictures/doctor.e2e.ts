import { expect, test, uniqueName } from '../fixtures.ts'
import { mintGitHubToken } from '../tenant.ts'
import { makeIdentity, postTrust } from '../trusts.ts'
import { picture } from './picture.ts'

test('the doctor without a session', async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto('/doctor')
  const box = page.getByLabel('Error, token, or both')
  await box.waitFor()
  await picture(page, '70-doctor-empty')
  for (const [name, title] of [
    ['71-doctor-case', 'A letter in the wrong case'],
    ['72-doctor-log', 'A log of azure/login'],
    ['73-doctor-token', 'A token'],
    ['74-doctor-clock', 'A clock that is wrong'],
  ] as const) {
    await page.goto('/doctor')
    await page.getByRole('button', { name: title }).click()
    await page.getByRole('region', { name: 'Result' }).waitFor()
    await picture(page, name, [1440, 390])
  }
  await box.fill(
    "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/pay-api:ref:refs/heads/main'.",
  )
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
  await picture(page, '75-doctor-signed-out', [1440, 390])
  await box.fill(
    'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOawDo13gRp2ojaHV7LFp.48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYI.XFBoMYUZodetZdvTiFvSkQ',
  )
  await page.getByText('encrypted').waitFor()
  await picture(page, '76-doctor-encrypted', [1440])
})

test('the doctor with a session', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  await page.goto('/doctor')
  const box = page.getByLabel('Error, token, or both')
  await box.fill(await mintGitHubToken({ owner: 'contoso', repository: 'Pay-API', environment: 'prod' }))
  await expect(page.getByText('Compared with every trust')).toBeVisible()
  await picture(page, '77-doctor-tenant')
  await page.getByText('Support bundle').click()
  await picture(page, '78-doctor-bundle', [1440])
  const long = `repo:octo-org/${'a-very-long-repository-name-'.repeat(18)}:environment:production`
  await box.fill(
    `AADSTS700213: No matching federated identity record found for presented assertion subject '${long}'.`,
  )
  await expect(page.getByRole('heading', { name: 'Nearest trusts' })).toBeVisible()
  await picture(page, '79-doctor-long', [1440, 390])
  await box.fill(
    "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/واجهة-الدفع-👩‍💻:environment:本番環境'.",
  )
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('本番環境')
  await picture(page, '80-doctor-scripts', [1440, 390])
})

test('the doctor of one identity', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const name = uniqueName('picture')
  expect((await postTrust(page, made, name)).status).toBe(201)
  await page.goto('/doctor')
  await page.getByLabel('Error, token, or both').fill(
    await mintGitHubToken({
      owner: 'contoso',
      repository: 'orders-api',
      environment: name.replace('picture', 'Picture'),
    }),
  )
  await page.getByRole('button', { name: 'Choose which' }).click()
  await picture(page, '81-doctor-choose', [1440, 390])
  await page.getByRole('combobox', { name: 'Managed identity' }).fill(made.identity)
  await page.getByRole('option', { name: made.identity }).click()
  await expect(page.getByText(`Compared with the trusts of ${made.identity}`)).toBeVisible()
  await page.getByRole('button', { name: 'Look at the issuer' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'this token’s key' })).toBeVisible()
  await picture(page, '82-doctor-identity')
  await page.emulateMedia({ forcedColors: 'active' })
  await picture(page, '83-doctor-forced', [1440, 390])
})
