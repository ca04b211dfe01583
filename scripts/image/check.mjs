import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, workspaceNode } from '../lib/paths.mjs'
import { step } from '../lib/progress.mjs'
import { run } from '../lib/run.mjs'
import { main, Stop } from '../lib/stop.mjs'

/** Runs the Dockerfile's own build steps in a clean folder, and loads both programs there with the image's packages. */
await main(async () => {
  const clean = mkdtempSync(join(tmpdir(), 'trustwright-image-'))
  const [checkout, image] = [join(clean, 'app'), join(clean, 'image')]
  const ok = async (command, args, options) => {
    const result = await run(command, args, options)
    if (result.code !== 0) throw new Stop(`${command} ${args.join(' ')} failed:\n${result.output}`)
    return result.output
  }
  await step('Clean checkout', () =>
    ok('git', ['clone', '--quiet', '--local', root, checkout]).then(() => undefined),
  )
  await step('Image steps', () =>
    ok('sh', ['scripts/image/build.sh', checkout, image], { cwd: checkout }).then(() => undefined),
  )
  await step('Programs load', async () => {
    // Without configuration each must end with its one readable line, which proves that all it imports is there.
    const portal = await run(workspaceNode, ['--conditions=source', 'apps/bff/src/server.ts'], {
      cwd: image,
      env: { TENANT_ID: '' },
    })
    const emulator = await run(workspaceNode, ['--conditions=source', 'apps/emulator/src/main.ts'], {
      cwd: image,
      env: { EMULATOR_HTTP_PORT: 'none' },
    })
    for (const { code, output } of [portal, emulator]) {
      if (code !== 1 || /ERR_MODULE_NOT_FOUND|SyntaxError/.test(output))
        throw new Stop(`A program does not load:\n${output}`)
    }
    return `${portal.output.trim()} | ${emulator.output.trim()}`
  })
  console.log(`The image's content is in ${image}.`)
})
