import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { makeOutsideWorkload } from '../owned-workload.ts'
import { control } from '../inventory.ts'
import { readInventory } from '../reviews.ts'
import { askArm } from '../tenant.ts'

test('two snapshots tell what came, what changed letter by letter, and what went, each with who did it as far as a log tells', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await readInventory(page)
  const { repository, trust } = await makeOutsideWorkload(page, 'Reader')
  // Past every log: nobody can tell who made it.
  await control('POST', 'seed', { identities: 1, applications: 0, credentialsEach: 1, seed: 7 })
  await readInventory(page)
  await page.goto('/trusts/changes?show=added')
  const rows = page.getByRole('list', { name: 'Changes' }).getByRole('listitem')
  const added = rows.filter({ hasText: repository })
  await expect(added).toContainText(`repo:${repository}:ref:refs/heads/main`)
  await expect(added).toContainText(/By .+, as the activity log tells\./)
  await expect(
    rows.filter({ hasText: 'Azure does not tell who did it: no log of that time names it.' }).first(),
  ).toContainText('Added')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Filter changes' }).fill(repository)
  await expect(page).toHaveURL(/[?&]q=octo-org/)
  await expect(rows).toHaveCount(1)

  await putTrust(trust, `repo:${repository}:ref:refs/heads/release`)
  await readInventory(page)
  await page.goto('/trusts/changes?show=changed')
  const changed = rows.filter({ hasText: repository })
  await expect(changed).toContainText('Changed')
  await expect(changed.locator('del')).toHaveText(/\S/)
  await expect(changed.locator('ins')).toHaveText(/\S/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toContain(`repo:${repository}:ref:refs/heads/release`)

  await changed.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'What it opens' })).toBeVisible()
  await page.goto(`${page.url()}?delete=1`)
  const dialog = page.getByRole('dialog', { name: 'Delete trust main' })
  await dialog.getByRole('button', { name: 'Delete trust' }).click()
  await expect(dialog).toHaveCount(0)
  await readInventory(page)
  await page.goto('/trusts/changes?show=removed')
  const removed = rows.filter({ hasText: repository })
  await expect(removed).toContainText(/By alex@.+, through this portal\./)
  await page.getByText(/^\d+ snapshots$/).click()
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('1 removed')
  await expect(page.getByText(/Snapshots are kept for \d+ days/)).toBeVisible()
})

test('a snapshot that is no longer kept is named, and the newest stand in its place', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin')
  await readInventory(page)
  await page.goto('/trusts/changes?from=99999998&to=99999999')
  await expect(page.getByText(/Snapshot 99999998 and 99999999 is not kept/)).toBeVisible()
})

async function putTrust(path: string, subject: string): Promise<void> {
  const { status } = await askArm('PUT', path, {
    properties: {
      issuer: 'https://token.actions.githubusercontent.com',
      subject,
      audiences: ['api://AzureADTokenExchange'],
    },
  })
  expect(status).toBeLessThan(300)
}
