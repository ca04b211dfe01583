import type { Page } from '@playwright/test'

/** In Microsoft's window: the code that the emulated page tells, typed as that of a person's telephone. */
export async function giveSecondFactor(microsoft: Page): Promise<void> {
  await microsoft.getByLabel('Code').fill((await microsoft.locator('.help .mono').textContent()) ?? '')
  await microsoft.getByRole('button', { name: 'Verify' }).click()
}
