import type * as z from 'zod'
import { holdsToken } from './token-text.ts'

interface Forbidden {
  readonly pattern: RegExp
  readonly words: string
}

const token =
  'This looks like a token. The portal keeps no tokens: leave it out, and paste it again where it is compared.'
const secret = 'This looks like a key or a secret. The portal keeps none: leave it out.'

const errorText =
  'This is the text of an error of Entra, which may name people and addresses: leave it out. What it says was read already.'

/**
 * What a draft cannot hold beside tokens. Each pattern begins with a fixed text or has a fixed length: a table has millions
 * of characters, and all of them are read.
 */
const forbidden: readonly Forbidden[] = [
  { pattern: /-----BEGIN[A-Z0-9]*/, words: secret },
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/ and GitLab's prefixes
  { pattern: /gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}/, words: secret },
  // Client secrets of Entra. https://learn.microsoft.com/purview/sit-defn-client-secret-api-key
  { pattern: /[\w.~-]{3}\dQ~[\w.~-]{31,34}/, words: secret },
  // Azure DevOps, HCP Terraform, AWS, npm, Slack, in the forms that their scanners look for. https://docs.github.com/code-security/reference/secret-security/supported-secret-scanning-patterns
  { pattern: /[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}|A(?:KIA|SIA)[A-Z0-9]{16}/, words: secret },
  {
    pattern: /npm_[A-Za-z0-9]{36}|xox[abprs]-[\w-]{10,}|(?<=[A-Za-z0-9]{70})AZDO[A-Za-z0-9]{4}/,
    words: secret,
  },
  // Connection strings, shared access signatures and forms of OAuth.
  { pattern: /(?:AccountKey|SharedAccessKey|client_secret)=[^&;]{8,}|[?&]sig=[\w%+/-]{20,}/i, words: secret },
  { pattern: /AADSTS\d+|(?:Trace|Correlation)ID:[0-9a-f]{8}-[0-9a-f]{4}/i, words: errorText },
]

/** `AADSTS1`: nothing that is shorter can be refused. */
const shortest = 7
/** White space, and what is not seen at all: zero-width characters, soft hyphens, direction marks. */
const unseen = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+/g

/**
 * Why a draft cannot hold the text, in words; null where it can. Also read as it is once it was decoded, since pastes come
 * out of addresses and of Kubernetes' secrets. It keeps people from storing a secret by accident: what somebody hides on
 * purpose, in parts over several fields or in another cipher, is not found, and it would be their own.
 */
export function refusedInDraft(text: string): string | null {
  if (text.length < shortest) return null
  const readings = [text, ...decoded(text)].map((reading) => reading.replace(unseen, '')).join('\n')
  if (holdsToken(readings)) return token
  return forbidden.find(({ pattern }) => pattern.test(readings))?.words ?? null
}

const shortestRun = 32

/** What percent signs, escapes of JSON and base64 stand for. */
function decoded(text: string): string[] {
  if (text.length < shortestRun && !/[%\\]/.test(text)) return []
  const plain = text
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  const both = plain === text ? [text] : [text, plain]
  const runs = both.flatMap((each) => each.replace(unseen, '').match(/[\w+/-]{32,}/g) ?? [])
  return [...both.slice(1), ...runs.flatMap(fromBase64)]
}

/** Most of what is read as base64 is none, and comes out as noise. */
const worthReading = /eyJ|-----BEGIN|AADSTS|gh[pousr]_|\dQ~|AccountKey/

/** A word that stands right before it moves the four characters that belong together. */
function fromBase64(run: string): string[] {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/')
  const starts = [0, 1, 2, 3].map((from) => standard.slice(from))
  return starts
    .map((whole) => atob(whole.slice(0, whole.length - (whole.length % 4))))
    .filter((each) => worthReading.test(each))
}

/** Refuses any text at any depth that a draft cannot hold, on its own path. */
export function withoutSecrets(context: z.core.ParsePayload): void {
  look(context.value, [])

  function look(value: unknown, path: (string | number)[]): void {
    if (typeof value === 'string') {
      const message = refusedInDraft(value)
      // Without the value itself: an issue's input may be logged.
      if (message !== null) context.issues.push({ code: 'custom', input: null, path, message })
    } else if (Array.isArray(value)) {
      for (const [index, part] of value.entries()) look(part, [...path, index])
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) look(part, [...path, name])
    }
  }
}
