import { randomUUID } from 'node:crypto'
import { closeSync, fdatasyncSync, ftruncateSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { readRange, replaceFile, writeWhole } from './files.ts'
import { createGroupSync, type GroupSync } from './group-sync.ts'
import { damaged, readStateFile, replay, writeStateFile } from './state-files.ts'
import { encodeChanges, encodeHeader, type Change, type StateHeader } from './state-lines.ts'
import { writeSnapshotSlowly } from './write-snapshot.ts'

export interface Journal {
  /** In the file when it returns, so that a killed process keeps it; on the disk once `durable` says so. */
  append: (changes: readonly Change[]) => void
  /** Resolves once all that was appended is on the disk; undefined when it is. Many callers share one sync. */
  durable: () => Promise<void> | undefined
  /** Puts this content in the place of all there is, whole or not at all; durable when it returns. */
  replaceAll: (content: readonly Change[]) => void
  /** The fold that goes on, if one does. */
  folding: () => Promise<void> | undefined
  close: () => void
}

interface Paths {
  snapshot: string
  journal: string
}

/** A journal of this size is folded into the snapshot while the emulator runs. */
const foldAtBytes = 16 * 1024 * 1024

/**
 * Replays snapshot and journal through `apply`, and folds a journal that holds something into one snapshot (`current`
 * is asked for its content). Snapshot and journal name each other by generation, so that no old journal is replayed
 * over a newer snapshot, whenever the process is killed.
 */
export function openJournal(
  folder: string,
  apply: (change: Change) => void,
  current: () => Change[],
  options: { foldAtBytes?: number } = {},
): Journal {
  const paths = { snapshot: join(folder, 'snapshot.jsonl'), journal: join(folder, 'journal.jsonl') }
  const kept = readState(paths, apply)
  const generation = kept ?? begin(paths, current(), null)
  return journalOver(openGeneration(paths, generation), current, options.foldAtBytes ?? foldAtBytes)
}

/** The generation to go on with, or undefined when a new one must be begun. */
function readState(paths: Paths, apply: (change: Change) => void): string | undefined {
  const snapshot = readStateFile(paths.snapshot)
  const journal = readStateFile(paths.journal)
  if (!snapshot) {
    if (journal) throw damaged(paths.snapshot, 1)
    return undefined
  }
  const { generation, follows } = snapshot.header
  replay(snapshot, { mayBeTorn: false }, apply)
  if (!journal) {
    if (follows) throw damaged(paths.journal, 1)
    return undefined
  }
  const continues = journal.header.generation === generation
  if (!continues && journal.header.generation !== follows?.generation) throw damaged(paths.journal, 1)
  replay(journal, { from: continues ? 0 : (follows?.length ?? 0), mayBeTorn: true }, apply)
  const empty = journal.bytes.length === encodeHeader(journal.header).length
  return continues && empty ? generation : undefined
}

/** The snapshot first: a journal of the generation before counts from where the snapshot says, until it is replaced. */
function begin(paths: Paths, content: readonly Change[], follows: StateHeader['follows']): string {
  const generation = randomUUID()
  writeStateFile(paths.snapshot, { generation, follows }, content)
  replaceFile(paths.journal, encodeHeader({ generation, follows: null }))
  return generation
}

/** The files in use. */
interface Generation {
  paths: Paths
  id: string
  file: number
  length: number
  sync: GroupSync
  /** Why nothing can be written any more. */
  failure: unknown
}

function openGeneration(paths: Paths, id: string): Generation {
  const opened: Generation = {
    paths,
    id,
    file: openSync(paths.journal, 'r+'),
    length: headerLength(id),
    sync: createGroupSync((error) => {
      opened.failure = error
    }),
    failure: undefined,
  }
  return opened
}

function journalOver(open: Generation, current: () => Change[], foldAt: number): Journal {
  let folding: Promise<void> | undefined
  const foldSoon = () => {
    folding ??= new Promise((resolve) => setImmediate(resolve))
      .then(() => fold(open, current()))
      .catch((error: unknown) => {
        open.failure = error
      })
      .finally(() => {
        folding = undefined
      })
  }
  return {
    append: (changes) => {
      append(open, changes)
      if (open.length > foldAt) foldSoon()
    },
    durable: () => open.sync.wait(open.file),
    replaceAll: (content) => replaceAll(open, content),
    folding: () => folding,
    close: () => {
      const { file } = open
      if (open.failure === undefined) fdatasyncSync(file)
      open.failure = new Error('it is closed')
      open.sync.caughtUp(() => closeSync(file))
    },
  }
}

function append(open: Generation, changes: readonly Change[]): void {
  refuseAfterFailure(open)
  const before = open.length
  try {
    for (const line of encodeChanges(changes)) {
      open.length += writeWhole(open.file, Buffer.from(line), open.length)
    }
  } catch (error) {
    open.failure = error
    ftruncateSync(open.file, before)
    throw error
  }
  open.sync.appended()
}

function replaceAll(open: Generation, content: readonly Change[]): void {
  refuseAfterFailure(open)
  try {
    const next = begin(open.paths, content, { generation: open.id, length: open.length })
    moveTo(open, next, headerLength(next))
  } catch (error) {
    open.failure = error
    throw error
  }
}

/** What is written meanwhile stays in the old journal, and moves into the new one at the end. */
async function fold(open: Generation, content: readonly Change[]): Promise<void> {
  const { id, length, paths } = open
  const next = randomUUID()
  const header = { generation: next, follows: { generation: id, length } }
  const snapshot = await writeSnapshotSlowly(paths.snapshot, header, content)
  if (open.id !== id || open.failure !== undefined) return snapshot.discard()
  snapshot.putInPlace()
  const start = Buffer.from(encodeHeader({ generation: next, follows: null }))
  replaceFile(paths.journal, Buffer.concat([start, readRange(open.file, length, open.length)]))
  moveTo(open, next, start.length + open.length - length)
}

function moveTo(open: Generation, next: string, length: number): void {
  const before = open.file
  open.id = next
  open.length = length
  open.file = openSync(open.paths.journal, 'r+')
  open.sync.caughtUp(() => closeSync(before))
}

function refuseAfterFailure({ failure, paths }: Generation): void {
  if (failure === undefined) return
  throw new Error(`${paths.journal} could not be written earlier; restart the emulator`, { cause: failure })
}

function headerLength(generation: string): number {
  return encodeHeader({ generation, follows: null }).length
}
