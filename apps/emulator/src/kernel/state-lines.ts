import { crc32 } from 'node:zlib'
import { z } from 'zod'

/** Raised whenever older files could not be read as what they meant. */
const stateVersion = 2

const chunkCharacters = 1024 * 1024

export interface Change {
  collection: string
  key: string
  /** Absent: the key was deleted. */
  value?: unknown
}

/** First line of a state file. */
export interface StateHeader {
  /** The journal and the snapshot it continues carry the same one. */
  generation: string
  /** Snapshots only: the journal that went before, and how many of its bytes are in the snapshot already. */
  follows: { generation: string; length: number } | null
}

const header = z.strictObject({
  version: z.number(),
  generation: z.string(),
  follows: z.strictObject({ generation: z.string(), length: z.number() }).nullable(),
})
const changes = z.array(
  z.strictObject({ collection: z.string(), key: z.string(), value: z.unknown().optional() }),
)

export function encodeHeader(fields: StateHeader): string {
  return encode('state', JSON.stringify({ version: stateVersion, ...fields }))
}

/** `otherVersion` also for files from before there was a header, and for empty ones, which that version made too. */
export function decodeHeader(line: string): StateHeader | 'otherVersion' | 'damaged' {
  const text = decode(line)
  if (line === '' || text?.kind === 'changes') return 'otherVersion'
  if (text?.kind !== 'state') return 'damaged'
  const read = header.safeParse(JSON.parse(text.json)).data
  if (!read) return 'otherVersion'
  const { version, ...fields } = read
  return version === stateVersion ? fields : 'otherVersion'
}

/**
 * The lines of one write: `part` lines of about 1 MiB each, and a last one, `changes`, that makes all of them count.
 * `crc` covers the text of the value, byte for byte.
 */
export function* encodeChanges(all: readonly Change[]): Generator<string> {
  let pieces: string[] = []
  let size = 0
  for (const change of all) {
    if (size > chunkCharacters) {
      yield encode('part', `[${pieces.join(',')}]`)
      pieces = []
      size = 0
    }
    const piece = JSON.stringify(change)
    pieces.push(piece)
    size += piece.length
  }
  yield encode('changes', `[${pieces.join(',')}]`)
}

/** Undefined when the line is damaged. */
export function decodeChanges(line: string): { changes: Change[]; complete: boolean } | undefined {
  const text = decode(line)
  if (!text || text.kind === 'state') return undefined
  const read = changes.safeParse(JSON.parse(text.json)).data
  return read && { changes: read, complete: text.kind === 'changes' }
}

function encode(kind: 'state' | 'part' | 'changes', json: string): string {
  return `{"crc":"${checksum(json)}","${kind}":${json}}\n`
}

function decode(line: string): { kind: string; json: string } | undefined {
  const [, crc, kind, json] = /^\{"crc":"([0-9a-f]{8})","(state|part|changes)":(.*)\}$/.exec(line) ?? []
  if (crc === undefined || kind === undefined || json === undefined) return undefined
  return checksum(json) === crc ? { kind, json } : undefined
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
