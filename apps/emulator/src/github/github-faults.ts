import type { EmulatorResponse } from '../kernel/operation.ts'

/** A refusal of GitHub's REST interface on its way to the answer. */
export class GithubRefusal extends Error {
  readonly response: EmulatorResponse

  constructor(response: EmulatorResponse) {
    super(`GitHub answers ${response.status}`)
    this.response = response
  }
}

const docs = 'https://docs.github.com/rest'

/**
 * Texts marked (u) were not seen in a published source.
 * https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export const githubFaults = {
  badCredentials: () => refusal(401, 'Bad credentials'),
  requiresAuthentication: (documentation: string) => refusal(401, 'Requires authentication', documentation),
  notFound: (documentation: string) => refusal(404, 'Not Found', documentation),
  branchNotFound: (documentation: string) => refusal(404, 'Branch not found', documentation),
  mustAdminister: (what: 'Repository' | 'Organization', documentation: string) =>
    refusal(403, `Must have admin rights to ${what}.`, documentation),
  rateLimited: (who: string) =>
    refusal(
      403,
      `API rate limit exceeded for ${who}.`,
      `${docs}/overview/resources-in-the-rest-api#rate-limiting`,
    ),
  /** Plain text, from before the interface itself. */
  noUserAgent: () =>
    new GithubRefusal({
      status: 403,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: '\r\nRequest forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.\r\n',
    }),
  /** (u) */
  unsupportedVersion: (version: string, supported: readonly string[]) =>
    refusal(
      400,
      `The API version '${version}' is not supported. Supported versions: ${supported.join(', ')}.`,
      `${docs}/about-the-rest-api/api-versions`,
    ),
  unparsable: (documentation: string) => refusal(400, 'Problems parsing JSON', documentation),
  unprocessable: (problem: string, documentation: string) =>
    refusal(422, `Invalid request.\n\n${problem}`, documentation),
  moved: (url: string) =>
    new GithubRefusal({
      status: 301,
      headers: { location: url },
      body: {
        message: 'Moved Permanently',
        url,
        documentation_url: `${docs}/guides/best-practices-for-using-the-rest-api#follow-redirects`,
      },
    }),
} as const

function refusal(status: number, message: string, documentation = docs): GithubRefusal {
  return new GithubRefusal({
    status,
    body: { message, documentation_url: documentation, status: String(status) },
  })
}
