import { createHash, randomBytes } from 'node:crypto'
import type { EmulatorRequest, EmulatorResponse, Operation } from '../kernel/operation.ts'
import type { World } from '../kernel/world.ts'
import { readCaller, type GithubCaller } from './github-caller.ts'
import { GithubRefusal, githubFaults } from './github-faults.ts'
import { countRequest, rateState } from './rate-limit.ts'

/** One authenticated and counted request. */
export interface GithubCall {
  request: EmulatorRequest
  world: World
  caller: GithubCaller | undefined
  /** `https://localhost:4282/github`: addresses in answers start with it. */
  base: string
  /** The operation's page, for `documentation_url`. */
  documentation: string
}

interface GithubSpec extends Omit<Operation, 'handle' | 'host'> {
  /** Does not count against the rate limit. */
  free?: boolean
  answer: (call: GithubCall) => EmulatorResponse
}

const versions = ['2022-11-28', '2026-03-10'] as const

/**
 * An operation of GitHub's REST interface: User-Agent, version, token and rate limit before it, GitHub's headers, ETag
 * and errors after it.
 * https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
export function githubOperation({ answer, free = false, ...operation }: GithubSpec): Operation {
  return {
    ...operation,
    handle: (request, world) => {
      let caller: GithubCaller | undefined
      try {
        if (!request.headers['user-agent']) throw githubFaults.noUserAgent()
        const version = readVersion(request)
        caller = readCaller(request, world)
        const call = {
          request,
          world,
          caller,
          base: `${request.origin}/github`,
          documentation: operation.source,
        }
        const response = free ? answer(call) : counted(call, answer)
        return withHeaders(response, world, caller, version)
      } catch (error) {
        if (!(error instanceof GithubRefusal)) throw error
        return withHeaders(error.response, world, caller, versions[0])
      }
    },
  }
}

/** The same below a repository's name and below its number, where GitHub leads to from a former name. */
export function repositoryOperations({ path, ...spec }: GithubSpec): readonly [Operation, Operation] {
  return [
    githubOperation({ ...spec, path: `/github/repos/{owner}/{repo}${path}` }),
    githubOperation({ ...spec, path: `/github/repositories/{id}${path}` }),
  ]
}

function readVersion({ headers }: EmulatorRequest): string {
  const wanted = headers['x-github-api-version'] ?? versions[0]
  if (!versions.some((version) => version === wanted)) throw githubFaults.unsupportedVersion(wanted, versions)
  return wanted
}

/** An answer that the client already has (304) costs nothing. */
function counted(call: GithubCall, answer: GithubSpec['answer']): EmulatorResponse {
  const { request, world, caller } = call
  if (rateState(world, caller).remaining === 0) countRequest(world, caller)
  const response = answerOrRefuse(call, answer)
  const etag = `W/"${createHash('sha256')
    .update(JSON.stringify(response.body) ?? '')
    .digest('hex')}"`
  const conditional = request.method === 'GET' && response.status === 200
  if (conditional && request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
  countRequest(world, caller)
  return conditional ? { ...response, headers: { ...response.headers, etag } } : response
}

function answerOrRefuse(call: GithubCall, answer: GithubSpec['answer']): EmulatorResponse {
  try {
    return answer(call)
  } catch (error) {
    if (error instanceof GithubRefusal) return error.response
    throw error
  }
}

function withHeaders(
  response: EmulatorResponse,
  world: World,
  caller: GithubCaller | undefined,
  version: string,
): EmulatorResponse {
  const { limit, remaining, used, reset } = rateState(world, caller)
  return {
    ...response,
    headers: {
      'cache-control': `${caller ? 'private' : 'public'}, max-age=60, s-maxage=60`,
      vary: 'Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With',
      'x-github-media-type': 'github.v3; format=json',
      'x-github-api-version-selected': version,
      'x-github-request-id': randomBytes(10).toString('hex').toUpperCase(),
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
      ...response.headers,
    },
  }
}
