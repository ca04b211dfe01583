import { test as plain, type Page } from '@playwright/test'
import { embeddedForThisFile } from '../embed-host/embedded-for-this-file.ts'
import { byKeys } from '../embed-host/by-keys.ts'
import { frameOf, openFramed, windowOf } from '../embed-host/framed.ts'
import { expect, uniqueName } from '../fixtures.ts'
import { tabTo } from '../tab-to.ts'
import { accounts } from '../tenant.ts'
import { storedTrusts } from '../wizard.ts'

const embedded = embeddedForThisFile()

plain(
  'the wizard in the frame of another site, from its sign-in to a stored trust, by keys alone',
  async () => {
    const page = await openFramed(embedded, '/embed/new')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const frame = frameOf(page)
    const { keyboard } = page
    const keys = byKeys(page)
    const heading = (name: string) => frame.getByRole('heading', { name, level: 1 })
    const button = (name: string) => frame.getByRole('button', { name, exact: true })

    await keys.tabTo(button('Sign in'))
    const microsoft = await windowOf(page, () => keyboard.press('Enter'))
    await chooseByKeys(microsoft)
    await keys.expectAt(heading('New trust'))

    await keys.tabTo(frame.getByRole('textbox', { name: 'What should Azure trust?' }))
    await keyboard.type('https://github.com/octo-org/octo-repo')
    await expect(frame.getByText('Understood:')).toBeVisible()
    await keyboard.press('Enter')

    await keys.expectAt(heading('Workload'))
    await keys.choose(frame.getByRole('radio', { name: 'Environment Production', exact: true }))
    await keyboard.press('Enter')

    await keys.expectAt(heading('Identity').or(heading('Review')))
    const identity = uniqueName('id-by-keys')
    if (await heading('Review').isVisible()) {
      await keys.tabTo(frame.getByRole('link', { name: 'Change identity' }))
      await keyboard.press('Enter')
      await keys.expectAt(heading('Identity'))
    }
    await keys.choose(frame.getByRole('radio', { name: 'A new managed identity' }))
    const nameField = frame.getByRole('textbox', { name: 'Name of the identity' })
    await keys.tabTo(nameField)
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type(identity)
    await keyboard.press('Enter')
    await keys.expectAt(heading('Access'))
    await keyboard.press('Enter')
    await keys.expectAt(heading('Review'))
    await keys.tabTo(button('Create and verify'))
    await keyboard.press('Enter')
    await keys.expectAt(heading('Verify'))
    await expect(frame.getByRole('heading', { name: 'In Azure now' })).toBeVisible({ timeout: 30_000 })
    await keys.expectAt(heading('Verify'))
    expect(await storedTrusts(identity)).toEqual([['repo:octo-org/octo-repo:environment:Production']])

    // Nothing holds the focus at an end of the frame: the host's buttons around it are one key away, and so is the way back.
    const after = page.getByRole('button', { name: 'Help of the workbench' })
    await keys.tabTo(frame.getByRole('link', { name: 'Connect the workload' }))
    await keyboard.press('Tab')
    await keys.expectAt(after)
    await keyboard.press('Shift+Tab')
    await keys.expectAt(frame.getByRole('link', { name: 'Connect the workload' }))
    const first = frame.getByRole('link', { name: 'Skip to content' })
    await keys.tabTo(first, 'Shift+Tab')
    await keyboard.press('Shift+Tab')
    await keys.expectAt(page.getByRole('button', { name: 'Search the workbench' }))
    await keyboard.press('Tab')
    await keys.expectAt(first)
    expect(keys.unseen).toEqual([])
  },
)

plain('what opens over the page in a frame closes by Escape, and the focus is where it was', async () => {
  const page = await openFramed(embedded)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const frame = frameOf(page)
  const { keyboard } = page
  const keys = byKeys(page)
  const title = (name: string | RegExp) => frame.getByRole('heading', { name, level: 1 })
  await keys.tabTo(frame.getByRole('button', { name: 'Sign in', exact: true }))
  await chooseByKeys(await windowOf(page, () => keyboard.press('Enter')))
  await keys.expectAt(title(/^Hello/))

  await keyboard.press('?')
  const dialog = frame.getByRole('dialog', { name: 'Keys on this page' })
  await expect(dialog.locator(':focus')).toBeVisible()
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await keys.expectAt(title(/^Hello/))

  const account = frame.getByRole('button', { name: /^Account of/ })
  await keys.tabTo(account, 'Shift+Tab')
  await keyboard.press('Enter')
  await keys.tabTo(frame.getByRole('button', { name: 'Keys', exact: true }))
  await keyboard.press('Escape')
  await keys.expectAt(account)
  await expect(frame.getByRole('button', { name: 'Sign out' })).toBeHidden()

  // A list of pages, as a narrow frame has it.
  await page.setViewportSize({ width: 390, height: 844 })
  const menu = frame.getByRole('button', { name: 'Pages' })
  await keys.tabTo(menu, 'Shift+Tab')
  await keyboard.press('Enter')
  const sheet = frame.getByRole('dialog', { name: 'Pages' })
  await keys.tabTo(sheet.getByRole('link', { name: 'Identities' }))
  await keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await keys.expectAt(menu)
  await keyboard.press('Enter')
  await keys.tabTo(sheet.getByRole('link', { name: 'Identities' }))
  await keyboard.press('Enter')
  await keys.expectAt(title('Identities'))

  await keys.tabTo(account, 'Shift+Tab')
  await keyboard.press('Enter')
  await keys.tabTo(frame.getByRole('button', { name: 'Sign out' }))
  await keyboard.press('Enter')
  await keys.expectAt(title('Decide who gets in, without a secret'))
  expect(keys.unseen).toEqual([])
})

/** The first account of that role in Microsoft's window, as a person without a pointer takes it. */
async function chooseByKeys(microsoft: Page): Promise<void> {
  const { developer } = await accounts()
  await tabTo(microsoft, microsoft.getByRole('button', { name: developer.username }))
  await microsoft.keyboard.press('Enter')
}
