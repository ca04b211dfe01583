import { test } from '../fixtures.ts'
import { openStep } from '../wizard.ts'
import { picture } from './picture.ts'

const widths = [1440, 320]

const path = `contoso/${Array.from({ length: 19 }, (_, index) => `platform-team-group-${String(index)}`).join('/')}/pay`
const application =
  '決済サービスの本番環境へのデプロイ用アプリケーション 決済サービスの本番環境へのデプロイ用アプリ عربى'

test('the longest names, in other scripts, on the narrowest screen and in forced colours', async ({
  signedInAs,
}) => {
  test.setTimeout(300_000)
  const page = await signedInAs('developer')
  await page.goto('/new')
  await page
    .getByLabel('What should Azure trust?')
    .fill(`https://gitlab.com/${path}/-/tree/release/日本語の支払いサービス`)
  await page.getByText('Understood:').waitFor()
  await picture(page, '70-long-start', widths)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/new\/[^/]+\/\w+/)
  await openStep(page, 'Workload')
  await picture(page, '71-long-workload', widths)
  await openStep(page, 'Identity')
  await page.getByRole('radio', { name: 'A new application' }).check()
  await page.getByLabel('Name of the application').fill(application)
  await picture(page, '72-long-identity', widths)
  await page.getByRole('button', { name: 'Continue' }).click()
  await openStep(page, 'Review')
  await page.getByText('(will be made)').first().waitFor()
  await picture(page, '73-long-review', widths)
  await page.emulateMedia({ forcedColors: 'active' })
  await picture(page, '74-forced-colours-review', widths)
  await openStep(page, 'Workload')
  await picture(page, '75-forced-colours-workload', [1440])
})
