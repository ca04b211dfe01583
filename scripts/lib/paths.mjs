import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** The Node that the npm package `node` brought: the programs need 24, a fresh machine may have 20. */
export const workspaceNode = join(root, 'node_modules', 'node', 'bin', 'node')
export const binFolder = join(root, 'node_modules', '.bin')

/** Node keeps here what it compiled, so that a program starts in two thirds of the time from the second time on. */
export const compileCache = join(root, 'node_modules', '.cache', 'node')

export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Absolute path of the folder that everything local is kept in. */
export function dataFolder() {
  return process.env.TRUSTWRIGHT_DATA ?? join(root, '.data')
}
