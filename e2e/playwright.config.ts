import { defineConfig } from '@playwright/test'
import { takeOwnPrograms } from './own-programs.ts'

takeOwnPrograms()

/** Journeys in Debian's Chromium over the three running programs, which `stack.ts` starts on free ports. */
export default defineConfig({
  testMatch: '*.e2e.ts',
  projects: [
    { name: 'journeys', testDir: 'journeys' },
    // Mostly waits for Azure's pace, with programs of its own.
    { name: 'pace', testDir: 'pace' },
    // Not a test: saves a picture of every page, to be looked at.
    { name: 'pictures', testDir: 'pictures' },
  ],
  globalSetup: './stack.ts',
  // Each with programs of its own (`stack.ts`); a worker takes the next file when it is done with one.
  workers: Number(process.env.E2E_WORKERS ?? '1'),
  retries: 0,
  forbidOnly: true,
  // These end what hangs: on a machine that others keep busy a journey takes five times as long.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? 'list' : [['list'], ['json']],
  outputDir: 'test-results',
  use: {
    actionTimeout: 30_000,
    baseURL: process.env.E2E_PORTAL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording slows every journey down; the page of a failure is kept in words and as a picture anyway.
    trace: process.env.E2E_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
