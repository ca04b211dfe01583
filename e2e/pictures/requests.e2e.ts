import type { Page } from '@playwright/test'
import { test, uniqueName } from '../fixtures.ts'
import { changeRules } from '../rules.ts'
import { secondPerson } from '../second-person.ts'
import { makeIdentity, postTrust, type MadeIdentity } from '../trusts.ts'
import { picture } from './picture.ts'

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const long = 'a'.repeat(100)

/** Asks past the form; answers the address of the request. */
async function ask(page: Page, asked: object, why: string): Promise<string> {
  return await page.evaluate(
    async (body) => {
      const response = await fetch('/api/requests', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-trustwright': '1' },
        body: JSON.stringify(body),
      })
      const answer = await response.text()
      if (!response.ok) throw new Error(`Asking answered ${answer}`)
      const { requestId } = JSON.parse(answer) as { requestId: string }
      return `/requests/${requestId}`
    },
    { asked, why },
  )
}

const parentOf = ({ subscriptionId, group, identity }: MadeIdentity) => ({
  kind: 'managedIdentity',
  subscriptionId,
  resourceGroup: group,
  identityName: identity,
})

test('requests and rules in every state', async ({ browser, signedInAs }) => {
  test.setTimeout(240_000)
  const page = await signedInAs('developer')
  await page.goto('/requests?state=open')
  await page
    .getByText(/No request is open|Asked by/)
    .first()
    .waitFor()
  await picture(page, 'requests-none')
  await page.goto('/policies')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await picture(page, 'rules-developer')

  const made = await makeIdentity(page)
  await postTrust(page, made, 'prod')
  const admin = await secondPerson(browser, 'admin')
  const group = `/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}`
  const title = uniqueName('Names and owners of contoso')
  await changeRules(admin, made.group.toLowerCase(), {
    title,
    contact: '#platform',
    scopes: [group],
    names: ['gha-*'],
    allowedOwners: ['contoso'],
    forbidden: ['pull-request'],
    roleReasons: { roles: ['owner-like', owner], minLength: 20 },
  })
  const create = await ask(
    page,
    {
      kind: 'create',
      parent: parentOf(made),
      trust: { name: 'odd-name', issuer, subject: 'repo:fabrikam/shop:pull_request', audiences },
    },
    'The shop goes live on Monday, and its pull requests need a plan.',
  )
  const stored = await page.evaluate(async ({ subscriptionId, group: at, identity }) => {
    const response = await fetch(`/api/identities/mi/${subscriptionId}/${at}/${identity}/trusts/prod`, {
      headers: { 'x-trustwright': '1' },
    })
    return (await response.json()) as { fingerprint: string }
  }, made)
  const change = await ask(
    page,
    {
      kind: 'change',
      parent: parentOf(made),
      trustName: 'prod',
      change: {
        issuer,
        subject: `repo:fabrikam/${long}:environment:${long}`,
        audiences,
        fingerprint: stored.fingerprint,
      },
    },
    `${'We move to another repository. '.repeat(12)}\n\nSecond line.`,
  )
  const setUp = await ask(
    page,
    {
      kind: 'set-up',
      items: [1, 2].map((number) => ({
        key: `${number} contoso/shop`,
        parent: {
          ...parentOf(made),
          kind: 'newManagedIdentity',
          identityName: `${made.identity}-${number}`,
          location: 'westeurope',
        },
        trusts: ['plan', 'apply'].map((name) => ({
          name: `${name}-${number}`,
          issuer,
          subject: `repo:contoso/shop:environment:${name}`,
          audiences,
        })),
        roles: [{ scope: `/subscriptions/${made.subscriptionId}`, roleId: owner }],
      })),
    },
    'Two stages of the shop.',
  )
  for (const [name, address] of [
    ['request-create', create],
    ['request-change', change],
    ['request-set-up', setUp],
  ] as const) {
    await admin.goto(address)
    await admin.getByRole('list', { name: 'Findings it would raise' }).waitFor()
    await admin.getByRole('list', { name: 'Rules that refuse' }).waitFor()
    await picture(admin, `${name}-admin`)
    await page.goto(address)
    await page.getByRole('button', { name: 'Withdraw my request' }).waitFor()
    await picture(page, `${name}-developer`, [1440, 390])
  }
  await admin.goto(create)
  await admin.getByRole('button', { name: 'Decline…' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Why it is declined').fill('Pull requests never get into production.')
  await picture(admin, 'request-declining', [1440, 390])
  await dialog.getByRole('button', { name: 'Decline the request' }).click()
  await page.goto(create)
  await page.getByText('Why it was declined').waitFor()
  await picture(page, 'request-declined', [1440, 390])
  await admin.goto('/requests')
  await admin.getByRole('list', { name: 'Requests' }).waitFor()
  await picture(admin, 'requests-admin')

  await admin.goto('/policies')
  await admin.getByRole('list', { name: 'Rules', exact: true }).waitFor()
  await picture(admin, 'rules-admin')
  await admin.getByRole('button', { name: 'Change the rules' }).click()
  const rule = admin.getByRole('group', { name: title })
  await rule.getByRole('button', { name: 'Choose owners of stored trusts' }).click()
  await rule.getByRole('combobox', { name: 'Choose owners of stored trusts' }).click()
  await admin.getByRole('option', { name: /octo-org/ }).waitFor()
  await picture(admin, 'rules-lookup', [1440])
  await admin.getByRole('option', { name: /octo-org/ }).click()
  await rule.getByRole('button', { name: 'Find people and groups' }).click()
  await rule.getByRole('combobox', { name: 'Find people and groups' }).fill('dana')
  await admin.getByRole('option', { name: /Dana/ }).waitFor()
  await admin.getByRole('option', { name: /Dana/ }).click()
  await admin.getByRole('button', { name: 'Try them on today’s trusts' }).click()
  await admin.getByText(/^Would refuse/).waitFor()
  await picture(admin, 'rules-editor')
  await changeRules(admin, uniqueName('theirs').toLowerCase(), { title: 'Of somebody else', scopes: [group] })
  await admin.getByRole('button', { name: 'Save the rules' }).click()
  await admin.getByRole('alert').waitFor()
  await picture(admin, 'rules-conflict', [1440, 390])
  await admin.getByRole('button', { name: 'Take over what I did not touch' }).click()
  await admin.getByRole('button', { name: /^Save over version/ }).click()
  await admin.getByRole('list', { name: 'Rules', exact: true }).waitFor()
  await admin
    .getByRole('link', { name: /^Version \d+/ })
    .nth(1)
    .click()
  await admin.getByRole('button', { name: /^Go back to version/ }).waitFor()
  await picture(admin, 'rules-version')
  await changeRules(admin, made.group.toLowerCase(), null)
  await admin.context().close()
})
