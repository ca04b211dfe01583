import type { Cloud } from '../model/cloud.ts'
import type { FoundReading, NothingReading } from './paste-reading.ts'

/** Hosts, in small letters, of platforms that an organization runs itself. */
export interface PasteHosts {
  /** GitHub Enterprise Server. */
  readonly github?: readonly string[]
  readonly gitlab?: readonly string[]
  readonly terraformEnterprise?: readonly string[]
}

export interface PasteOptions {
  readonly cloud: Cloud
  readonly hosts?: PasteHosts
}

export interface PasteContext {
  readonly cloud: Cloud
  readonly hosts: Required<PasteHosts>
}

/** Null: this is not what the reader knows. `nothing`: it is, and no trust can be made of it. */
export type PasteReader = (text: string, context: PasteContext) => FoundReading | NothingReading | null

export function pasteContext({ cloud, hosts = {} }: PasteOptions): PasteContext {
  return { cloud, hosts: { github: [], gitlab: [], terraformEnterprise: [], ...hosts } }
}
