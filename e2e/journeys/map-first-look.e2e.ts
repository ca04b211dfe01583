import { readFile } from 'node:fs/promises'
import { expect, signIn, test } from '../fixtures.ts'

/** Sign in, account, map, question, SVG, its trusts in the list, export, CSV. */
const clicksNeeded = 8

test('from the sign-in to an answer of the map and its two files in eight clicks and one reading', async ({
  page,
}) => {
  let clicks = 0
  await page.exposeFunction('countClick', () => {
    clicks += 1
  })
  await page.addInitScript(() => {
    const told: unknown = Reflect.get(window, 'countClick')
    addEventListener('click', () => void (typeof told === 'function' && told()), { capture: true })
  })
  await signIn(page, 'admin')
  await page.getByRole('link', { name: 'Map', exact: true }).click()
  const question = page.getByRole('link', { name: 'What has no owner?' })
  await question.click({ timeout: 30_000 })
  const answer = page.getByText(/^\d+ workloads? have nobody to ask, through \d+ identit(y|ies)\.$/)
  await expect(answer).toBeVisible({ timeout: 30_000 })

  const picture = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export SVG' }).click()
  const svg = await readFile(await (await picture).path(), 'utf8')
  expect(svg).toContain('<title>What has no owner?</title>')

  const list = page.getByRole('link', { name: /^Show \d+ trusts? in the list$/ })
  const counted = Number((await list.innerText()).replace(/\D/g, ''))
  await list.click()
  await expect(page).toHaveURL(/\/trusts\?/)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const table = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const csv = await readFile(await (await table).path(), 'utf8')
  expect(csv.trim().split('\n')).toHaveLength(counted + 1)
  expect(clicks).toBe(clicksNeeded)
})
