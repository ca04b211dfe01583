import type { MovableClock } from './clock.ts'
import type { IndexOf } from './collections.ts'
import type { Entities } from './entities.ts'
import type { Faults } from './faults.ts'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import type { Reality } from './reality.ts'
import type { RequestLog } from './request-log.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { Change } from './state-lines.ts'

/** One keyed collection of the tenant's state. Keys are compared as given: callers lower-case ARM ids. */
export interface Collection<T, Index extends string = string> {
  get: (key: string) => T | undefined
  /** Insertion order. */
  list: () => T[]
  /** Keys and values, insertion order; a copy, so that entries may be deleted while going through it. */
  entries: () => [key: string, value: T][]
  /** Without a copy: not to be written to while going through it. */
  values: () => Iterable<T>
  size: () => number
  /** Entries that an index of `collections.ts` lists under this value, without a scan. */
  by: (index: Index, value: string) => T[]
  /** How many `by` gives, without making them. */
  countBy: (index: Index, value: string) => number
  /** A killed process keeps it once it returns; it is on the disk before the caller's answer is sent (`World.durable`). */
  put: (key: string, value: T) => void
  /** False when nothing was there. Durable like `put`. */
  delete: (key: string) => boolean
}

export type Store = { [Name in keyof Entities]: Collection<Entities[Name], IndexOf<Name>> }

/** Everything an operation may use. Made once by `createWorld`; tests make their own, in a temporary folder. */
export interface World {
  settings: Settings
  clock: MovableClock
  /** How strictly and how slowly the emulator behaves; changed while it runs by `/_emulator/reality`. */
  reality: Reality
  /** What the emulator starts and is reset with. */
  initialReality: Readonly<Reality>
  /** Failures on demand, changed by `/_emulator/faults`. */
  faults: Faults
  /** The last requests that arrived. */
  requests: RequestLog
  /** Another object once everything was replaced: what is remembered beside the store is kept by this object, and forgotten with it. */
  store: Store
  /** RSA keys by purpose: `entra`, and one for each outside issuer. */
  keys: SigningKeys
  /**
   * Runs several writes as one journal line, so that all or none of them survive. When `work` throws, what it
   * wrote is taken back.
   */
  transaction: <T>(work: () => T) => T
  /** Everything in the store, as changes that would make it. */
  content: () => Change[]
  /** Puts `content` in the place of the whole store, whole or not at all, also when the process is killed. */
  replaceAll: (content: readonly Change[]) => void
  /** Resolves once all writes are on the disk; undefined when they are. Every answer waits for it. */
  durable: () => Promise<void> | undefined
  /**
   * Answers a request as if it had arrived over HTTP: `$batch` and template deployments are made of such requests.
   * Its caller is whoever the `authorization` header names. An unknown path gets 501.
   */
  dispatch: (request: EmulatorRequest) => Promise<EmulatorResponse>
  /** Random GUID, lower case. */
  newGuid: () => string
  /**
   * GET for issuer discovery and keys over real TLS, with host names mapped by `settings.issuerResolve`.
   * Rejects when the issuer is not reachable; never follows redirects.
   */
  fetchIssuer: (url: string) => Promise<{ status: number; body: string }>
  /** Closes the journal and gives the data folder free. */
  close: () => void
}

export interface Settings {
  tenantId: string
  /** `https://localhost:4282`: issuer of tokens, token endpoint, ARM, Graph. */
  httpsOrigin: string
  /** `http://localhost:4281`: where a browser is sent (authorize, logout, pages). */
  browserOrigin: string
  dataFolder: string
  caPath: string
  /** Host name to `address:port`; empty means ordinary DNS. */
  issuerResolve: Record<string, string>
  /** `http://localhost:4280`: where the pages for people link back to. */
  portalOrigin: string
  portal: { clientId: string; clientSecret: string; redirectUris: string[]; logoutUris: string[] }
  /** Lower-case location names where ARM answers 405 to federated identity credentials. */
  locationsWithoutCredentials: string[]
}
