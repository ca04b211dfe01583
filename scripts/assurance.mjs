import { checkNode } from './lib/check-node.mjs'
import { install } from './lib/install.mjs'
import { root, workspaceNode } from './lib/paths.mjs'
import { step } from './lib/progress.mjs'
import { run } from './lib/run.mjs'
import { main, Stop } from './lib/stop.mjs'

/** Proofs that take too long for every change: one after the other, or those named as arguments. */
const proofs = {
  image: 'scripts/image/check.mjs',
  kills: 'apps/emulator/assurance/kills.ts',
  figures: 'apps/emulator/assurance/figures.ts',
  addresses: 'apps/bff/assurance/addresses.ts',
  inventory: 'apps/bff/assurance/inventory.ts',
  findings: 'apps/bff/assurance/findings.ts',
  reviews: 'apps/bff/assurance/reviews.ts',
}

await main(async () => {
  checkNode()
  await step('Packages', install)
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(proofs)
  for (const name of names) {
    if (!Object.hasOwn(proofs, name))
      throw new Stop(`There is no proof "${name}": ${Object.keys(proofs).join(', ')}.`)
  }
  const failed = []
  for (const name of names) {
    console.log(`\n${name}`)
    const { code } = await run(workspaceNode, ['--conditions=source', proofs[name]], {
      cwd: root,
      show: true,
    })
    if (code !== 0) failed.push(name)
  }
  console.log(`\n${names.length - failed.length} passed, ${failed.length} failed`)
  if (failed.length > 0) throw new Stop(`Failed: ${failed.join(', ')}.`)
})
