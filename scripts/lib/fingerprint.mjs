import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A hash over the content of files and folders (without `node_modules` and `dist`): equal means nothing to redo. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) add(hash, path)
  return hash.digest('hex')
}

function add(hash, path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
    return
  }
  for (const name of readdirSync(path).toSorted()) {
    if (name !== 'node_modules' && name !== 'dist') add(hash, join(path, name))
  }
}
