import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'
import { Stop } from './stop.mjs'

const web = join(root, 'apps', 'web')
const stamp = join(web, 'dist', '.trustwright-build')

/** Builds the browser application; does nothing when its sources did not change. */
export async function buildWeb() {
  const sources = [
    join(web, 'src'),
    join(web, 'index.html'),
    join(web, 'embed-sign-in.html'),
    join(web, 'embed-redirect.html'),
    join(web, 'vite.config.ts'),
    join(root, 'packages'),
    join(root, 'pnpm-lock.yaml'),
  ]
  const wanted = fingerprint(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'up to date'
  const result = await run('node', [join(web, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: web,
  })
  if (result.code !== 0) throw new Stop(`The browser application does not build:\n\n${result.output}`)
  writeFileSync(stamp, wanted)
  return 'built'
}
