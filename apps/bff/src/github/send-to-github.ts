import { request } from 'undici'
import { GithubUnreadable, type GithubAnswer } from './github-failures.ts'

export interface GithubSending {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/** A hundred environments with all their reviewers stay far below. */
const largestAnswerBytes = 4 * 1024 * 1024

/** One request without redirects. Throws GithubUnreadable for an answer that is too large, or the network's own error. */
export async function sendToGithub(address: string, sending: GithubSending): Promise<GithubAnswer> {
  const { method, headers, body, signal } = sending
  const answer = await request(address, {
    method,
    headers: { 'user-agent': 'trustwright', ...headers },
    signal,
    ...(body !== undefined && { body }),
  })
  return {
    status: answer.statusCode,
    header: (name) => {
      const value = answer.headers[name]
      return (Array.isArray(value) ? value[0] : value) ?? null
    },
    text: await readCapped(answer.body),
  }
}

async function readCapped(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > largestAnswerBytes) throw new GithubUnreadable('GitHub answered with more than 4 MiB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
