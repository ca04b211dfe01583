import type { Page } from '@playwright/test'
import { askPortal } from '../ask-portal.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test, uniqueName } from '../fixtures.ts'
import { putRepository } from '../github.ts'
import { changeRules } from '../rules.ts'
import { forgetSession } from '../sessions.ts'
import { askArm, mintGitHubToken, readFromArm } from '../tenant.ts'
import { armPath, makeIdentity, trustAddress, type MadeIdentity } from '../trusts.ts'

const issuer = 'https://token.actions.githubusercontent.com'

/** An identity that trusts the main branch of a private repository by its names. */
async function trustByNames(page: Page): Promise<MadeIdentity & { readonly repository: string }> {
  const made = await makeIdentity(page)
  const repository = uniqueName('ids')
  await putRepository('contoso', repository, { visibility: 'private', immutable: false })
  await put(made, 'main', `repo:contoso/${repository}:ref:refs/heads/main`)
  return { ...made, repository }
}

async function put(made: MadeIdentity, name: string, subject: string): Promise<void> {
  const { status } = await askArm('PUT', armPath(made, name), {
    properties: { issuer, subject, audiences: ['api://AzureADTokenExchange'] },
  })
  expect(status).toBeLessThan(300)
}

/** A run presents its token, through the portal's API. */
async function prove(
  page: Page,
  { subscriptionId, group, identity }: MadeIdentity,
  token: string,
): Promise<unknown> {
  const { body } = await askPortal(
    page,
    'POST',
    `/api/identities/mi/${subscriptionId}/${group}/${identity}/trusts/main-id/proof`,
    { token },
  )
  // The reply of the contract.
  return (body as { outcome: string }).outcome
}

// It is signed in to GitHub, which tells other journeys more than they want to know.
test.afterEach(() => forgetSession('developer'))

const steps = (page: Page) => page.getByRole('list', { name: 'Steps of the switch' }).getByRole('listitem')

test('a trust is switched to IDs without a moment without a way in, over days and in four shown steps', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  const made = await trustByNames(page)
  await page.goto(trustAddress(made, 'main'))
  await page.getByRole('link', { name: 'Switch to a subject with IDs' }).first().click()

  // GitHub shows a private repository to nobody: it is signed in to from here, and back to the same place.
  await expect(page.getByText('GitHub did not tell the portal the IDs')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Owner ID' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign in to GitHub' }).click()
  await page.getByRole('radio', { name: /dana-contoso/ }).check()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await expect(steps(page).nth(0)).toContainText('(next)')
  await expect(steps(page).nth(1)).toContainText(`subjects begin with repo:contoso/${made.repository}`)
  await expectAccessible(page)

  await page.getByRole('textbox', { name: 'Name of the trust with IDs' }).press('Enter')
  await expect(steps(page).nth(0)).toContainText('Azure stores main-id with this subject')
  const stored = await readFromArm(armPath(made, 'main-id'))
  expect(stored).toMatchObject({
    body: {
      properties: {
        subject: expect.stringMatching(/^repo:contoso@5544123\/[^@]+@\d+:ref:refs\/heads\/main$/),
      },
    },
  })
  await expect(steps(page).nth(1)).toContainText('-F use_immutable_subject=true')

  // Days later, from the page of either trust, once GitHub was told.
  await putRepository('contoso', made.repository, { visibility: 'private', immutable: true })
  await page.goto(trustAddress(made, 'main-id'))
  await expect(page.getByText('It is to take the place of main')).toBeVisible()
  await page.getByRole('link', { name: 'Go on with the switch' }).click()
  await expect(steps(page).nth(1)).toContainText('(next)')
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(steps(page).nth(1)).toContainText('(done)')
  await expect(steps(page).nth(3)).toContainText('(later)')

  await expect(page.getByRole('link', { name: 'Prove main-id by a token' })).toBeVisible()
  const token = await mintGitHubToken({ owner: 'contoso', repository: made.repository, branch: 'main' })
  await expect.poll(() => prove(page, made, token)).toBe('accepted')
  await page.reload()
  await expect(steps(page).nth(2)).toContainText('Entra took a token by main-id')
  await steps(page).nth(3).getByRole('button', { name: 'Delete main' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete trust main' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete trust' }).click()
  await expect(page).toHaveURL(new RegExp(`${made.identity}/main-id$`))
  await expect(page.getByText('main-id took the place of main')).toBeVisible()
  expect((await readFromArm(armPath(made, 'main'))).status).toBe(404)
})

test('the switch says where it cannot go on: no room, a rule, and a successor that somebody removed', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const made = await trustByNames(page)
  const wanted = `repo:contoso@5/${made.repository}@6:ref:refs/heads/main`
  await page.goto(`${trustAddress(made, 'main')}?switch=1`)
  await page.getByRole('textbox', { name: 'Owner ID' }).fill('five')
  await page.getByRole('textbox', { name: 'Repository ID' }).fill('6')
  await page.keyboard.press('Enter')
  await expect(page.getByText('An ID at GitHub is a number')).toBeVisible()
  await page.getByRole('textbox', { name: 'Owner ID' }).fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('definition').filter({ hasText: wanted })).toBeVisible()
  await expect(steps(page).nth(1)).toContainText('(not known)')

  // A rule of the portal, then no room: each is said before anything is sent.
  const scope = `/subscriptions/${made.subscriptionId}/resourceGroups/${made.group}`
  const rule = { title: 'Names begin with gh', scopes: [scope], names: ['gh-*'] }
  await changeRules(page, made.group.toLowerCase(), rule)
  await page.getByRole('textbox', { name: 'Name of the trust with IDs' }).fill('main-other')
  await expect(page.getByText('A rule of your portal forbids this')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send a request/ })).toBeVisible()
  await changeRules(page, made.group.toLowerCase(), null)
  const fill = Array.from({ length: 19 }, (_, at) => `full-${at}`)
  for (const name of fill) await put(made, name, `repo:contoso/${name}:pull_request`)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('There is no room: 20 of 20 trusts are stored')).toBeVisible()
  expect((await askArm('DELETE', armPath(made, 'full-0'))).status).toBeLessThan(300)

  // Stored by somebody else meanwhile: it goes on from there, though GitHub tells nothing.
  await put(made, 'theirs', wanted)
  await page.reload()
  await expect(steps(page).nth(0)).toContainText('Azure stores theirs')
  await page.getByRole('button', { name: 'Delete main without having seen theirs work' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Say why, in a few words.')
  await dialog.getByLabel('Why it goes all the same').fill('It runs once a year')
  expect((await askArm('DELETE', armPath(made, 'theirs'))).status).toBeLessThan(300)
  await dialog.getByRole('button', { name: 'Delete trust' }).click()
  await expect(dialog.getByRole('alert')).toContainText('has to stay for now')
  // What is stored now is read once the reason was: the step is gone by then, and its dialog with it.
  const readAnew = page.waitForRequest('**/api/id-switch')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await readAnew
  await expect(page.getByText('GitHub did not tell the portal the IDs')).toBeVisible()
  expect((await readFromArm(armPath(made, 'main'))).status).toBe(200)
})
