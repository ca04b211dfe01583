import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { plantSeed } from '../plant-seed.ts'
import { hasCode } from './files.ts'
import { readStateFile, replay, writeStateFile } from './state-files.ts'
import type { Change } from './state-lines.ts'
import type { World } from './world.ts'

export interface NamedSnapshot {
  name: string
  /** Milliseconds since 1970, by the machine's clock. */
  savedAt: number
  bytes: number
}

/** Lower-case letters, digits and hyphens, 64 characters at most. */
export const snapshotName = /^[a-z0-9][a-z0-9-]{0,63}$/

/** Keeps the whole tenant under a name, on disk; an earlier snapshot of this name is replaced. */
export function saveSnapshot(world: World, name: string): NamedSnapshot {
  mkdirSync(folderOf(world), { recursive: true, mode: 0o700 })
  writeStateFile(pathOf(world, name), { generation: randomUUID(), follows: null }, world.content())
  return describe(world, name)
}

/**
 * Puts the tenant back as it was saved; false when there is no such snapshot. Clock, switches, faults and keys stay.
 * Throws `StartupError` for a file that is damaged or of another version.
 */
export function restoreSnapshot(world: World, name: string): boolean {
  const file = readStateFile(pathOf(world, name))
  if (!file) return false
  const content: Change[] = []
  replay(file, { mayBeTorn: false }, (change) => content.push(change))
  world.replaceAll(content)
  plantSeed(world)
  return true
}

export function listSnapshots(world: World): NamedSnapshot[] {
  return fileNames(folderOf(world))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => describe(world, file.slice(0, -'.jsonl'.length)))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** False when there is none. */
export function deleteSnapshot(world: World, name: string): boolean {
  try {
    rmSync(pathOf(world, name))
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

function describe(world: World, name: string): NamedSnapshot {
  const { mtimeMs, size } = statSync(pathOf(world, name))
  return { name, savedAt: Math.round(mtimeMs), bytes: size }
}

function folderOf({ settings }: World): string {
  return join(settings.dataFolder, 'snapshots')
}

function pathOf(world: World, name: string): string {
  if (!snapshotName.test(name)) throw new Error(`'${name}' is no name of a snapshot`)
  return join(folderOf(world), `${name}.jsonl`)
}

function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}
