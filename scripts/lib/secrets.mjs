import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The secret kept in a file only its owner can read, made on first use. */
export function keptSecret(path, make) {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, make(), { mode: 0o600 })
  }
  return readFileSync(path, 'utf8')
}

export const newSessionKeys = () => `local-1:${randomBytes(32).toString('base64')}`
export const newClientSecret = () => randomBytes(32).toString('base64url')
