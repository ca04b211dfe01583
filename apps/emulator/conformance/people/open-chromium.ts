import { chromium, type Browser } from '@playwright/test'
import { readEnvironment } from '../target/environment.ts'

/** Debian's Chromium, headless; nothing of it goes to the network by itself. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: readEnvironment().chromium,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
