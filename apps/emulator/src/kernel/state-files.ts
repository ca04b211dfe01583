import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasCode, replaceFile } from './files.ts'
import { StartupError } from './startup-error.ts'
import { decodeChanges, decodeHeader, encodeChanges, encodeHeader } from './state-lines.ts'
import type { Change, StateHeader } from './state-lines.ts'

const lineEnd = 10

export interface StateFile {
  path: string
  header: StateHeader
  bytes: Buffer
}

/** Undefined when there is no such file. Throws `StartupError` for a damaged one and for one of another version. */
export function readStateFile(path: string): StateFile | undefined {
  const bytes = readBytes(path)
  if (!bytes) return undefined
  const end = bytes.indexOf(lineEnd)
  const header = decodeHeader(bytes.toString('utf8', 0, end < 0 ? bytes.length : end))
  if (header === 'otherVersion') throw otherVersion(dirname(path))
  if (header === 'damaged' || end < 0) throw damaged(path, 1)
  return { path, header, bytes }
}

/**
 * Gives every complete write to `apply`. What comes after the last complete write is an error, or, when it `mayBeTorn`,
 * left out: a process killed while writing leaves it, and nobody was told that it was kept.
 */
export function replay(
  { path, bytes }: StateFile,
  options: { from?: number; mayBeTorn: boolean },
  apply: (change: Change) => void,
): void {
  let waiting: Change[] = []
  let number = 1
  let start = bytes.indexOf(lineEnd) + 1
  while (start < bytes.length) {
    number += 1
    const end = bytes.indexOf(lineEnd, start)
    if (end < 0) {
      if (!options.mayBeTorn) throw damaged(path, number)
      return
    }
    if (start >= (options.from ?? 0)) {
      const line = decodeChanges(bytes.toString('utf8', start, end))
      if (!line) throw damaged(path, number)
      waiting.push(...line.changes)
      if (line.complete) {
        for (const change of waiting) apply(change)
        waiting = []
      }
    }
    start = end + 1
  }
  if (waiting.length > 0 && !options.mayBeTorn) throw damaged(path, number)
}

/** Written whole or not at all, one change a line; durable when it returns. */
export function writeStateFile(path: string, header: StateHeader, content: readonly Change[]): void {
  replaceFile(path, encodeHeader(header) + content.map(encodeOne).join(''))
}

export function encodeOne(change: Change): string {
  return [...encodeChanges([change])].join('')
}

export function damaged(path: string, line: number): StartupError {
  return new StartupError(
    `${path} is damaged at line ${line}. Put a copy of the file back, or delete the folder that holds it to start from the seed.`,
  )
}

function otherVersion(folder: string): StartupError {
  return new StartupError(
    `${folder} was written by another version of the emulator: run npm run reset, or delete the folder.`,
  )
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
