import type { World } from './world.ts'

/** What an operation sees of an HTTP request. Header names are lower case; `params` come from the path template, decoded. */
export interface EmulatorRequest {
  method: string
  /** Scheme, host and port the caller used, without a trailing slash: links in answers start with it. */
  origin: string
  /** Host header without the port, lower case: outside issuers are told apart by it. */
  host: string
  path: string
  params: Record<string, string>
  query: URLSearchParams
  headers: Record<string, string | undefined>
  body: string
}

export interface EmulatorResponse {
  status: number
  headers?: Record<string, string | string[]>
  /** A string is sent as it is, with the content type given; anything else as JSON. */
  body?: unknown
}

/** One vendor operation: what it answers to, where its facts come from, and the code. One file each. */
export interface Operation {
  /** `area/verb-noun`: the file somewhere under the area is named after the second part. */
  id: string
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
  /** Template with `{name}` segments. Fixed segments are compared without regard to case, as ARM does. */
  path: string
  /** Host names it answers for; left out: the emulator's own origins. */
  host?: (host: string, world: World) => boolean
  summary: string
  /** URL or document the behaviour was written from. */
  source: string
  handle: (request: EmulatorRequest, world: World) => EmulatorResponse | Promise<EmulatorResponse>
}
