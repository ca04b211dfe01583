import { putRepository } from '../github.ts'
import { failAzure, mendAzure } from '../azure-faults.ts'
import { test } from '../fixtures.ts'
import { makeIdentity, newTrustAddress, postTrust, trustAddress, typeClaims } from '../trusts.ts'
import { openStep } from '../wizard.ts'
import { picture } from './picture.ts'

const github = 'https://token.actions.githubusercontent.com'

test('what the checks say before anything is stored, and what a refused write leaves', async ({
  signedInAs,
}) => {
  test.setTimeout(300_000)
  const ids = { id: 7102, immutable: true, visibility: 'public', environments: ['prod'] }
  await putRepository('octo-org', 'pictured-ids', { ...ids, createdAt: '2023-03-14T09:26:53Z' })
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const form = `${newTrustAddress(made)}&preset=other-issuer`
  await page.goto(form)
  await typeClaims(page, github, 'repo:octo-org/pictured-ids:environment:prod')
  await page.getByText('This would fail').waitFor()
  await page.getByText('Not known beforehand').waitFor()
  await picture(page, '80-certain-fault')
  await typeClaims(page, github, 'repo:contoso/pay-api:environment:prod')
  await page.getByText('GitHub does not show contoso/pay-api').waitFor()
  await picture(page, '81-github-not-asked')

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('waits')
  const effect = { status: 429, code: 'TooManyRequests', retryAfterSeconds: 200 }
  await failAzure({ match: { operation: 'arm/put-credential' }, mode: { next: 1 }, effect })
  await page.getByRole('button', { name: 'Create trust' }).click()
  await page.getByRole('timer').waitFor()
  await picture(page, '82-waiting')
  await mendAzure()
  await page.reload()
  await page.getByText('What you typed is back').waitFor()
  await picture(page, '83-typed-is-back')

  await postTrust(page, made, 'to-delete')
  await page.goto(trustAddress(made, 'to-delete'))
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('It opens no role').waitFor()
  await picture(page, '84-delete')

  const { subscriptionId: subscription, group, identity } = made
  const subject = 'repo:octo-org/pictured-ids:environment:prod'
  const given = { subscription, group, identity, preset: 'other-issuer', issuer: github, subject }
  await page.goto(`/new?${new URLSearchParams(given).toString()}`)
  await openStep(page, 'Review')
  await page.getByText('This would fail').waitFor()
  await page.getByText('Not known beforehand').waitFor()
  await picture(page, '85-review-certain-fault')
})
