import { explainExchangeError } from '../tokens/exchange-error.ts'
import { guidOf, textAt, valueAt, given } from './values.ts'
import { readLabelledLines } from './labelled-lines.ts'
import type { ErrorReading } from './paste-reading.ts'

/** Codes of Graph and Azure Resource Manager that writing a trust answers with. */
const serviceCodes =
  /\b(?:ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity|Request_MultipleObjectsWithSameKeyValue|Request_ResourceNotFound|Request_BadRequest|Authorization_RequestDenied|AuthorizationFailed|InvalidFederatedIdentityCredential\w*|FederatedIdentityCredential\w{4,40}|ParentResourceNotFound|ResourceGroupNotFound|ResourceNotFound|RequestDisallowedByPolicy|MethodNotAllowed|TooManyRequests|InvalidAuthenticationToken\w{0,30}|ExpiredAuthenticationToken|SubscriptionNotFound|MissingSubscription|LinkedAuthorizationFailed|ScopeLocked)\b/

const phrases: readonly (readonly [RegExp, string, string])[] = [
  [
    /No subscriptions found for/,
    'NoSubscriptionsFound',
    'The sign-in worked, and the identity has no role on a subscription',
  ],
  [
    /(?:Unable to get ACTIONS_ID_TOKEN_REQUEST_URL|Failed to fetch federated token from GitHub|give write permissions to id-token)/,
    'IdTokenPermissionMissing',
    'The workflow may not ask for a token: id-token: write is missing',
  ],
]

/** An error text of Entra, Graph, Azure Resource Manager or azure/login, wherever it stands in a log. */
export function readErrorText(text: string): ErrorReading | null {
  const code = /\bAADSTS\d{4,8}\b/.exec(text)?.[0]
  if (code !== undefined) return ofCode(code, text)
  for (const [pattern, named, understood] of phrases) {
    if (pattern.test(text))
      return { kind: 'error', code: named, quoted: quotedOf(text), understood, notes: [] }
  }
  const named = serviceCodes.exec(text)?.[0]
  return named === undefined ? null : ofCode(named, text)
}

/** The JSON of an error. `{"error":{"code"}}` is Azure's, `{"error":"…","error_codes"}` is Entra's token endpoint. */
export function readErrorJson(value: unknown): ErrorReading | null {
  const inner = valueAt(value, 'error') ?? valueAt(value, 'odata.error')
  const code = textAt(inner, 'code')
  const message = textAt(inner, 'message') ?? textAt(valueAt(inner, 'message'), 'value') ?? ''
  if (code !== undefined) return readErrorText(`${code}: ${message}`) ?? ofCode(code.slice(0, 100), message)
  const description = textAt(value, 'error_description')
  if (description === undefined) return null
  return (
    readErrorText(description) ??
    ofCode(typeof inner === 'string' ? inner.slice(0, 100) : 'unknown', description)
  )
}

function ofCode(code: string, text: string): ErrorReading {
  const understood = code.startsWith('AADSTS')
    ? `${code}: ${explainExchangeError({ error_description: code }).explanation.replace(/\.$/, '')}`
    : `Error ${code} of Azure`
  return { kind: 'error', code, quoted: quotedOf(text), understood, notes: [] }
}

/** What the messages quote: their texts of 2022 and today's, and the block that azure/login prints before it. */
function quotedOf(text: string): ErrorReading['quoted'] {
  const lines = readLabelledLines(text)
  return given({
    issuer:
      firstQuote(text, /(?:assertion issuer|Assertion Issuer:) ['"‘]([^'"’\s]{1,600})['"’]/) ??
      lines['issuer'],
    subject:
      firstQuote(text, /(?:assertion subject|Assertion Subject:) ['"‘]([^'"’\n]{1,600})['"’]/) ??
      lines['subject'],
    audience:
      firstQuote(text, /(?:assertion audience|Assertion Audience:) ['"‘]([^'"’\n]{1,600})['"’]/) ??
      lines['audience'],
    wantedSubject: firstQuote(text, /credential Subject is ['"‘]([^'"’\n]{1,600})['"’]/),
    clientId: guidOf(firstQuote(text, /(?:identifier|application|client) ['"‘(]([0-9a-f-]{36})['"’)]/i)),
  })
}

function firstQuote(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text)?.[1]
}
