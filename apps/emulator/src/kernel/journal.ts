import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { readFileIfPresent, replaceFile } from './files.ts'
import { StartupError } from './startup-error.ts'

export interface Change {
  collection: string
  key: string
  /** Absent: the key was deleted. */
  value?: unknown
}

export interface Journal {
  /** Durable when it returns. */
  append: (changes: readonly Change[]) => void
  close: () => void
}

const changes = z.array(
  z.strictObject({ collection: z.string(), key: z.string(), value: z.unknown().optional() }),
)

/**
 * Replays snapshot and journal through `apply`, then folds them into one snapshot (`current` is asked for its content).
 * Only a last journal line without its line end may be damaged: a process killed while writing leaves
 * one, and nobody was told that it was kept.
 */
export function openJournal(
  folder: string,
  apply: (change: Change) => void,
  current: () => Change[],
): Journal {
  const snapshotPath = join(folder, 'snapshot.jsonl')
  const journalPath = join(folder, 'journal.jsonl')
  replay(snapshotPath, apply, false)
  replay(journalPath, apply, true)
  replaceFile(
    snapshotPath,
    current()
      .map((change) => encodeLine([change]))
      .join(''),
  )
  const file = createEmpty(journalPath)
  return appendTo(file, journalPath)
}

/** Made by rename, so that the new journal's directory entry is durable before the first line. */
function createEmpty(path: string): number {
  replaceFile(path, '')
  return openSync(path, 'r+')
}

function appendTo(file: number, path: string): Journal {
  let length = 0
  let broken = false
  return {
    append: (changes) => {
      if (broken) throw new Error(`${path} could not be written earlier; restart the emulator`)
      const line = Buffer.from(encodeLine(changes))
      try {
        writeWhole(file, line, length)
        fdatasyncSync(file)
        length += line.length
      } catch (error) {
        broken = true
        ftruncateSync(file, length)
        throw error
      }
    },
    close: () => closeSync(file),
  }
}

function writeWhole(file: number, bytes: Buffer, position: number): void {
  let written = 0
  while (written < bytes.length) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written)
  }
}

function replay(path: string, apply: (change: Change) => void, mayBeTorn: boolean): void {
  const text = existsSync(path) ? (readFileIfPresent(path) ?? '') : ''
  const lines = text.split('\n')
  const last = lines.pop()
  if (last !== '' && !mayBeTorn) throw damaged(path, lines.length + 1)
  for (const [index, line] of lines.entries()) {
    for (const change of decodeLine(line) ?? refuse(path, index + 1)) apply(change)
  }
}

function refuse(path: string, line: number): never {
  throw damaged(path, line)
}

function damaged(path: string, line: number): StartupError {
  return new StartupError(
    `${path} is damaged at line ${line}. Put a copy of the file back, or delete the folder that holds it to start from the seed.`,
  )
}

/** One JSON object a line; `crc` covers the text of `changes`, byte for byte. */
function encodeLine(changes: readonly Change[]): string {
  const text = JSON.stringify(changes)
  return `{"crc":"${checksum(text)}","changes":${text}}\n`
}

function decodeLine(line: string): Change[] | undefined {
  const [, crc, text] = /^\{"crc":"([0-9a-f]{8})","changes":(.*)\}$/.exec(line) ?? []
  if (crc === undefined || text === undefined || checksum(text) !== crc) return undefined
  return changes.safeParse(JSON.parse(text)).data
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
