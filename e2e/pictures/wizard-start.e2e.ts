import { expect, test } from '../fixtures.ts'
import { picture } from './picture.ts'

const widths = [1440, 1024, 390]

test('where the wizard begins, and the workload step', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  const box = page.getByLabel('What should Azure trust?')
  const begin = async (text: string) => {
    await page.goto('/new')
    await box.fill(text)
    await page.getByText('Understood:').waitFor()
    await box.press('Enter')
    await expect(page.getByRole('heading', { name: 'Workload', level: 1 })).toBeVisible()
  }
  await page.goto('/new')
  await box.waitFor()
  await picture(page, '50-start', widths)
  await begin('https://github.com/Octo-Org/Octo-Repo')
  await page.getByText('sends names alone in the subject').waitFor()
  await page.getByRole('radio', { name: 'Environment Production' }).waitFor()
  await picture(page, '51-github', widths)
  await page.getByRole('radio', { name: 'Environment Production' }).check()
  await picture(page, '52-github-chosen', widths)
  await begin('https://github.com/contoso/pay-api')
  await page.getByText('GitHub does not show').waitFor()
  await picture(page, '53-github-private', widths)
  await begin(
    '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/resourceGroups/rg-pay-dev/providers/Microsoft.ContainerService/managedClusters/aks-pay-dev',
  )
  await page.getByRole('group', { name: 'Cluster' }).waitFor()
  await picture(page, '54-aks', widths)
  await begin('https://app.terraform.io/app/contoso/workspaces/network')
  await page.getByText('Which project is').waitFor()
  await page.getByRole('radio', { name: 'Another project' }).check()
  await picture(page, '54-terraform', widths)
  await page.goto('/new?src=nowhere&repo=pay-api&env=prod&role=owner&color=red')
  await page.getByText('Not all of this link was understood').waitFor()
  await picture(page, '55-link', widths)
  await page.goto('/new')
  await box.fill('https://github.com/octo-org/octo-repo')
  await page.getByText('Understood:').waitFor()
  await picture(page, '56-begun', widths)
  await box.fill(
    ['a', 'b', 'c']
      .map(
        (name) =>
          `az identity federated-credential create --name ${name}-one --identity-name id-pay --resource-group rg-pay --issuer https://token.actions.githubusercontent.com --subject repo:contoso/${name}:environment:prod --audiences api://AzureADTokenExchange`,
      )
      .join('\n'),
  )
  await page.getByText('Set up all 3').waitFor()
  await picture(page, '57-several', widths)
})
