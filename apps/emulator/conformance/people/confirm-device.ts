import { openChromium } from './open-chromium.ts'
import { walkPages } from './walk-pages.ts'

/** Opens the page a device names, types its code, signs in and confirms. Gives what the last page says. */
export async function confirmDevice(device: {
  page: string
  code: string
  username: string
}): Promise<string> {
  const browser = await openChromium()
  try {
    const page = await browser.newPage()
    await page.goto(device.page)
    return await walkPages(page, device)
  } finally {
    await browser.close()
  }
}
