import { chromium, type Browser } from '@playwright/test'
import { clearPlace, newPlace, startPrograms } from '../programs.ts'
import { portalClient } from '@trustwright/emulator/seed'
import { startHost, type Host } from './start-host.ts'

export interface Embedded {
  readonly browser: Browser
  readonly portal: string
  /** Of the portal's registration. */
  readonly clientId: string
  /** One that the portal lists, and one that it does not. */
  readonly host: Host
  readonly stranger: Host
  readonly stop: () => Promise<void>
}

/**
 * A portal that one host may frame, and a browser that keeps no cookie of a site in another site's frame. The emulator's
 * pages are at https, as Entra's are: the library's windows go nowhere else.
 */
export async function startEmbedded(): Promise<Embedded> {
  const place = await newPlace()
  const [host, stranger] = await Promise.all([startHost(), startHost()])
  const before = { portal: process.env.E2E_PORTAL, emulator: process.env.E2E_EMULATOR }
  const programs = await startPrograms(place, {
    EMULATOR_THROTTLE_SCALE: '0',
    PROOF_WAIT_SCALE: '0.25',
    EMULATOR_BROWSER_ORIGIN: `https://localhost:${String(place.emulatorHttps)}`,
    EMBED_ORIGINS: host.origin,
    // Journeys share few people, each busier than a person is.
    REQUESTS_PER_MINUTE: '6000',
  })
  process.env.E2E_PORTAL = programs.portal
  process.env.E2E_EMULATOR = programs.emulator
  // Not the build without a window, which blocks no third-party cookies.
  const executablePath = process.env.WHOLE_CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--ignore-certificate-errors',
      '--test-third-party-cookie-phaseout',
    ],
    // As a person's browser: a window opens after a press only.
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  })
  return {
    browser,
    portal: programs.portal,
    clientId: portalClient.clientId,
    host,
    stranger,
    async stop() {
      await browser.close()
      await Promise.all([host.close(), stranger.close()])
      await programs.stop()
      clearPlace(place)
      process.env.E2E_PORTAL = before.portal
      process.env.E2E_EMULATOR = before.emulator
    },
  }
}
