import { readFile } from 'node:fs/promises'
import { askPortal } from '../ask-portal.ts'
import { expect, test } from '../fixtures.ts'
import { secondPerson } from '../second-person.ts'
import { armPath, makeIdentity, postTrust, trustAddress } from '../trusts.ts'
import { readFromArm } from '../tenant.ts'

test('an administrator finds what somebody else did by the address, and the export holds the same', async ({
  browser,
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const dana = await secondPerson(browser, 'developer')
  const { identity } = await makeIdentity(dana)
  await dana.context().close()
  await page.goto('/activity')
  await page.getByRole('link', { name: 'Of everybody' }).click()
  await page.getByLabel('What', { exact: true }).selectOption('identity.create')
  await page.getByLabel('To what').fill(identity)
  await expect(page).toHaveURL(/of=all/)
  await expect(page).toHaveURL(new RegExp(`target=${identity}`))
  await page.reload()
  const actions = page.getByRole('main').getByRole('list').filter({ hasText: 'Create identity' })
  await expect(actions.getByRole('listitem')).toHaveCount(1)
  await expect(actions).toContainText(identity)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(identity)

  await page.getByLabel('How it ended').selectOption('failed')
  await page.getByRole('heading', { name: 'No action matches these filters' }).waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Clear the filters' }).first().click()
  await expect(page).toHaveURL(/\/activity\?of=all$/)
})

test('who is no administrator cannot look at what others did, and is told who can', async ({
  signedInAs,
}) => {
  const page = await signedInAs('developer')
  await page.goto('/activity?of=all')
  await expect(page.getByText('Administrators of this portal see what everybody did')).toBeVisible()
})

test('a deletion is undone from the activity, with what does not come back, and only once', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  const made = await makeIdentity(page)
  const { body } = await postTrust(page, made, 'gh-prod')
  const { fingerprint } = body as { fingerprint: string }
  const { subscriptionId, group, identity } = made
  const gone = await askPortal(
    page,
    'DELETE',
    `/api/identities/mi/${subscriptionId}/${group}/${identity}/trusts/gh-prod?${new URLSearchParams({ fingerprint }).toString()}`,
  )
  expect(gone.status).toBe(200)
  await page.goto(`/activity?operation=trust.delete&target=${identity}`)
  const restore = page.getByRole('button', { name: 'Restore gh-prod…' })
  await restore.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Restore gh-prod' })
  await expect(dialog).toContainText('what refers to the old one by ID does not come back')
  await dialog.getByRole('button', { name: 'Restore gh-prod' }).press('Enter')
  await expect(dialog).toBeHidden()
  expect((await readFromArm(armPath(made, 'gh-prod'))).body).toMatchObject({ name: 'gh-prod' })
  await restore.click()
  await expect(dialog).toContainText('A trust of this name is stored again')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.goto(trustAddress(made, 'gh-prod'))
})
