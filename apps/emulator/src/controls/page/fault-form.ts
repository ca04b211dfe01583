/** The fault that the page's form describes, for the schema to judge. */
export function faultOfForm(form: URLSearchParams): unknown {
  const text = (name: string) => form.get(name) ?? ''
  const given = [
    ['area', text('area')],
    ['method', text('method')],
    ['pathPattern', text('path').trim()],
  ].filter(([, value]) => value !== '')
  const count = Number(text('count'))
  return {
    match: Object.fromEntries(given),
    mode: text('reach') === 'rate' ? { rate: count / 100 } : { next: count },
    effect: effectOf(text('kind'), Number(text('amount'))),
  }
}

function effectOf(kind: string, seconds: number): unknown {
  switch (kind) {
    case 'throttle':
      return {
        status: 429,
        code: 'TooManyRequests',
        message: 'Too many requests; wait as long as Retry-After says.',
        retryAfterSeconds: seconds,
      }
    case 'latency':
      return { latencyMs: seconds * 1000 }
    case 'unavailable':
      return { status: 503, code: 'ServiceUnavailable', message: 'The service is unavailable.' }
    case 'broken':
      return { status: 500, code: 'InternalServerError', message: 'The service failed.' }
    case 'drop-before':
      return { dropConnection: true, when: 'before' }
    case 'drop-after':
      return { dropConnection: true, when: 'after' }
    case 'truncate':
      return { truncateBody: true }
    case 'repeat-page':
      return { nextLink: 'repeats' }
    case 'lose-page':
      return { nextLink: 'missing' }
    case 'expire-page':
      return { nextLink: 'expired' }
    case 'challenge':
      return { claimsChallenge: true }
    default:
      return undefined
  }
}
