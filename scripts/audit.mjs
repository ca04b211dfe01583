import { join } from 'node:path'
import { install } from './lib/install.mjs'
import { checkNode } from './lib/check-node.mjs'
import { dataFolder, root, workspaceNode } from './lib/paths.mjs'
import { step } from './lib/progress.mjs'
import { run } from './lib/run.mjs'
import { main } from './lib/stop.mjs'

/** Verifies the audit trail of the local portal, or of the deployment that DATABASE_URL names. */
await main(async () => {
  checkNode()
  await step('Packages', install)
  const { code } = await run(
    workspaceNode,
    ['--conditions=source', 'apps/bff/src/audit/verify-command.ts', ...process.argv.slice(2)],
    {
      cwd: root,
      env: { PORTAL_DATA: process.env.PORTAL_DATA ?? join(dataFolder(), 'portal') },
      show: true,
    },
  )
  process.exitCode = code
})
