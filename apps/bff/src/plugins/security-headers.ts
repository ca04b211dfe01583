import type { FastifyInstance } from 'fastify'
import type { ResponseClass } from './request-context.ts'

const noDocument = "default-src 'none'; frame-ancestors 'none'"
const permissions =
  'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()'

const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

const document = { 'cross-origin-opener-policy': 'same-origin', 'permissions-policy': permissions }

/** Headers by class of answer; a handler may set more (the page its nonce, an asset its life time). */
const byClass: Readonly<Record<ResponseClass, Readonly<Record<string, string>>>> = {
  api: { 'content-security-policy': `${noDocument}; sandbox`, 'cache-control': 'no-store' },
  beacon: { 'content-security-policy': `${noDocument}; sandbox`, 'cache-control': 'no-store' },
  health: { 'content-security-policy': `${noDocument}; sandbox`, 'cache-control': 'no-store' },
  auth: { 'content-security-policy': noDocument, 'cache-control': 'no-store', ...document },
  page: { 'content-security-policy': noDocument, 'cache-control': 'no-cache', vary: 'accept', ...document },
  // No opener policy: the window of a sign-in answers the frame that opened it.
  embedded: {
    'content-security-policy': noDocument,
    'cache-control': 'no-cache',
    vary: 'accept',
    'permissions-policy': permissions,
  },
  asset: { 'content-security-policy': noDocument },
  docs: {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cache-control': 'no-cache',
    ...document,
  },
}

interface PagePolicy {
  /** Base64 of at least 128 random bits. */
  readonly nonce: string
  /** Who may be called beside the portal. */
  readonly connect?: readonly string[]
  /** Origins that may show the page in a frame. */
  readonly ancestors?: readonly string[]
}

/** Content Security Policy of a page of the application. Every origin given is an exact one. */
export function pagePolicy({ nonce, connect = [], ancestors = ["'none'"] }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.join(' ')}`,
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** What every answer of a class carries, apart from transport security and the request id. */
export function headersOf(kind: ResponseClass): Record<string, string> {
  return { ...everywhere, ...byClass[kind] }
}

/** Sets the headers before anything else can answer, so that refusals carry them too. */
export function registerSecurityHeaders(app: FastifyInstance, portalOrigin: string): void {
  const transport = portalOrigin.startsWith('https://')
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}
  app.addHook('onRequest', async (request, reply) => {
    const kind = request.routeOptions.config.responseClass ?? 'api'
    reply.headers({ ...headersOf(kind), ...transport, 'x-request-id': request.id })
  })
}
