import type { Page } from '@playwright/test'
import { expect, test, uniqueName } from '../fixtures.ts'
import { makeIdentity, postTrust, trustAddress } from '../trusts.ts'
import { writeToLog } from '../portal-keeps.ts'
import { markedToken, Watch } from '../taint.ts'

const box = 'Error, token, or both'

test('a token that is pasted stays in the browser, wherever it is pasted', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const made = await makeIdentity(page)
  const name = uniqueName('taint')
  expect((await postTrust(page, made, name)).status).toBe(201)
  const { token, marks } = markedToken(`repo:contoso/orders-api:environment:${name}`)
  const watch = new Watch(page)

  await page.goto('/doctor')
  await page.getByLabel(box).fill(`AADSTS700213: refused\n${token}`)
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
  await expect(page.getByText('Compared with')).toBeVisible()
  await page.getByText('Support bundle').click()
  expect(await page.locator('body').textContent()).not.toContain(token.split('.')[2])
  // The portal is told the issuer, and nothing else.
  await page.getByRole('button', { name: 'Look at the issuer' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'this token’s key is not among' })).toBeVisible()
  await page.getByRole('button', { name: 'Choose which' }).click()
  await page.getByRole('combobox', { name: 'Managed identity' }).fill(made.identity)
  await page.getByRole('option', { name: made.identity }).click()
  await expect(page.getByText(`Compared with the trusts of ${made.identity}`)).toBeVisible()

  // Pasted beside the box, as anybody does who does not look for it.
  await page.goto(`/doctor?subscription=${made.subscriptionId}&group=${made.group}&identity=${made.identity}`)
  await page.getByLabel(box).waitFor()
  await pasteAnywhere(page, token)
  await expect(page.getByText('Matched: every value')).toBeVisible()

  await page.goto('/new')
  await page.getByLabel('What should Azure trust?').fill(token)
  await expect(page.getByText('The token was read in this browser only')).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('New trust')

  await page.goto('/new')
  await page.getByLabel('What should Azure trust?').waitFor()
  await pasteAnywhere(page, `Authorization: Bearer ${token}`)
  await expect(page.getByText('Understood:')).toBeVisible()

  await page.goto(`${trustAddress(made, name)}?tab=prove`)
  await page.getByLabel('Token of the workload').fill(token)
  await expect(page.getByText('Matched: the claims are the same')).toBeVisible()
  // One that does not match goes to the doctor without being pasted again.
  const other = markedToken('repo:contoso/orders-api:environment:elsewhere')
  await page.getByLabel('Token of the workload').fill(other.token)
  await page.getByRole('link', { name: 'Find the cause in the doctor' }).click()
  await expect(page.getByLabel(box)).toHaveValue(/\.signature-left-out$/)
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('elsewhere')
  await page.getByRole('button', { name: 'Clear' }).click()

  expect(await watch.found([...marks, ...other.marks])).toEqual([])
})

test('a token in a link is thrown away before anything reads it', async ({ signedInAs }) => {
  const page = await signedInAs('developer')
  const { token, marks } = markedToken('repo:contoso/orders-api:environment:prod')
  await page.goto(`/doctor#id_token=${token}`)
  await expect(page.getByText('The link carried a token, which was not read')).toBeVisible()
  await expect(page).toHaveURL(/\/doctor$/)
  await expect(page.getByLabel(box)).toHaveValue('')
  await page.goto(`/doctor?token=${token}&code=700213`)
  await expect(page.getByText('The link carried a token, which was not read')).toBeVisible()
  await expect(page).toHaveURL(/\/doctor$/)
  await page.goBack()
  expect(page.url()).not.toContain(token.slice(0, 30))
  // Asking for the page told the portal its address, as every link does: from here on nothing may.
  const watch = new Watch(page)
  await page.goto('/doctor')
  await page.getByLabel(box).waitFor()
  expect(await watch.found(marks)).toEqual([])
})

test('the watch finds a token that leaks', async ({ signedInAs }) => {
  const page = await signedInAs('developer', { home: true })
  const { token, marks } = markedToken('repo:contoso/orders-api:environment:prod')
  const watch = new Watch(page)
  await page.evaluate(
    async ([leaked = '', mark = '']) => {
      const headers = { 'content-type': 'application/json', 'x-trustwright': '1' }
      await fetch(`/api/session?note=${encodeURIComponent(leaked)}`, {
        headers: { 'x-note': leaked.slice(0, 60) },
      })
      await fetch('/api/drafts', { method: 'POST', headers, body: JSON.stringify({ note: leaked }) })
      localStorage.setItem('note', leaked)
      sessionStorage.setItem('note', leaked)
      history.replaceState({ ...history.state, note: leaked }, '', `#${leaked}`)
      // oxlint-disable-next-line no-console -- a leak to be found
      console.info(leaked)
      document.cookie = `note=${mark}`
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('leak')
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('notes').put(leaked, 'note')
        })
        opening.addEventListener('success', () => {
          opening.result.close()
          resolve()
        })
        opening.addEventListener('error', () => reject(opening.error ?? new Error('leak')))
      })
    },
    [token, marks[0] ?? ''],
  )
  await storeMark(page, marks[0] ?? '')
  // The portal's log names no addresses: a line of it is written here.
  writeToLog(`left behind: ${token}`)
  expect(await watch.found(marks)).toEqual(
    expect.arrayContaining([
      'address',
      'console',
      'cookies',
      'database',
      'history state',
      'indexed database',
      'local storage',
      'log',
      'request address',
      'request body',
      'request headers',
      'session storage',
    ]),
  )
  await page.goto('/')
})

/** A paste into no field, as the keyboard makes it. */
async function pasteAnywhere(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** A draft with the mark as its name: of a token the portal would refuse one. */
async function storeMark(page: Page, mark: string): Promise<void> {
  const status = await page.evaluate(async (name) => {
    const response = await fetch('/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-trustwright': '1' },
      body: JSON.stringify({
        step: 'start',
        source: null,
        presetId: null,
        fields: {},
        name,
        audience: '',
        description: '',
        parent: null,
        access: [],
        bulk: null,
      }),
    })
    return response.status
  }, mark)
  expect(status).toBe(201)
}
