import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

// Of the workers and of the programs that tests start: Node keeps here what it compiled.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url))

/** Of the web application: what needs a document, or a storage. */
const inPage = [
  '**/*.test.tsx',
  '**/kept-body.test.ts',
  '**/host-bridge.test.ts',
  '**/doctor/slices.test.ts',
  '**/layout/layout.test.ts',
]

/** One project a workspace part, so that each has its own environment and `--project` can pick one. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    projects: [
      // Pure functions have nothing that one file could leave behind for the next.
      project('shared-schemas', 'packages/shared-schemas', { isolate: false }),
      project('federation', 'packages/federation', { isolate: false }),
      project('emulator', 'apps/emulator/src', { isolate: false }),
      project('conformance', 'apps/emulator/conformance', { testTimeout: 120_000 }),
      project('proofs', 'e2e/proofs'),
      // Azure's SDKs take two seconds to load, once a worker; each file starts a world of its own.
      project('bff', 'apps/bff', {
        isolate: false,
        globalSetup: fileURLToPath(new URL('apps/bff/src/testing/postgres-of-the-run.ts', import.meta.url)),
      }),
      project('web', 'apps/web', { isolate: false, exclude: [...configDefaults.exclude, ...inPage] }),
      // A project of their own: a worker whose environment changes is started anew, and loads everything again.
      project('web-page', 'apps/web', { isolate: false, environment: 'jsdom', include: inPage }),
      project('repository', 'scripts'),
    ],
  },
})

function project(
  name: string,
  folder: string,
  more: {
    testTimeout?: number
    isolate?: boolean
    globalSetup?: string
    environment?: 'jsdom'
    include?: string[]
    exclude?: string[]
  } = {},
) {
  return {
    extends: true as const,
    test: {
      name,
      root: folder,
      include: ['**/*.test.{ts,tsx}'],
      restoreMocks: true,
      // What hangs is ended; nothing here measures how quick this machine is.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 40_000 } },
      ...more,
    },
  }
}
