import { randomBytes, randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

const marker = () => `MARK${randomBytes(12).toString('hex')}`
const jwt = (mark: string) =>
  `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify({ sub: mark })).toString('base64url')}.${mark}`

/** Each way in which a secret comes up; `mark` must not survive. */
const shapes: readonly (readonly [string, (mark: string) => unknown])[] = [
  ['a bare JWT', (mark) => jwt(mark)],
  ['a JWT within words', (mark) => `got ${jwt(mark)}, refused`],
  ['the beginning of a JWT', (mark) => `eyJ${mark}abcdefgh`],
  ['a bearer header', (mark) => `Authorization: Bearer ${mark}`],
  ['a basic header', (mark) => `basic ${mark}`],
  ['a form', (mark) => `grant_type=x&client_secret=${mark}&client_assertion=${mark}&code=${mark}`],
  ['a callback address', (mark) => `/auth/callback?code=${mark}&state=${mark}`],
  ['an address', (mark) => new URL(`https://portal.contoso.com/auth/callback?code=${mark}`)],
  ['a cookie header', (mark) => `__Host-Http-trustwright-session=${mark}; other=1`],
  ['a JSON text', (mark) => JSON.stringify({ access_token: mark, refresh_token: mark })],
  ['a field authorization', (mark) => ({ authorization: mark })],
  ['a field Cookie', (mark) => ({ Cookie: [mark] })],
  ['a field set-cookie', (mark) => ({ 'set-cookie': [`a=${mark}`] })],
  ['a field accessToken', (mark) => ({ accessToken: mark })],
  ['a field refresh_token', (mark) => ({ refresh_token: { value: mark } })],
  ['a field clientSecret', (mark) => ({ clientSecret: mark })],
  ['a field clientAssertion', (mark) => ({ clientAssertion: mark })],
  ['a field code', (mark) => ({ code: mark.toLowerCase() })],
  ['a field password', (mark) => ({ password: mark })],
  ['a field tokenCache', (mark) => ({ tokenCache: mark })],
  ['an error', (mark) => new Error(`Entra refused ${jwt(mark)}`)],
  ['an error with a cause', (mark) => new Error('outer', { cause: new Error(`Bearer ${mark}`) })],
  [
    'an object of a class',
    (mark) =>
      new (class Request {
        readonly body = mark
      })(),
  ],
  ['bytes', (mark) => Buffer.from(mark)],
  ['a map', (mark) => new Map([['token', mark]])],
]

/** What JSON keeps as it is; fields of child loggers are written without a look at their class. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' || Object.getPrototypeOf(value) === Object.prototype
}

function bury(value: unknown, depth: number): unknown {
  if (depth === 0) return value
  const inner = bury(value, depth - 1)
  const ways = [
    () => ({ inner }),
    () => [1, inner],
    () => ({ list: [{ inner }] }),
    () => new Error('x', { cause: inner }),
  ]
  return ways[randomInt(ways.length)]?.()
}

test.each(shapes)('%s never reaches the log, however deep and wherever it stands', (_name, shape) => {
  const lines: string[] = []
  const logger = createLogger('trace', { write: (line) => lines.push(line) })
  const marks: string[] = []
  for (let round = 0; round < 60; round++) {
    const mark = marker()
    marks.push(mark, mark.toLowerCase())
    const value = shape(mark)
    const buried = bury(value, randomInt(10))
    logger.info({ value: buried }, 'with a field')
    logger.info({ err: value }, 'as an error')
    if (isPlain(value)) logger.child({ about: buried }).warn('as a child')
    if (typeof value === 'string') logger.error(value)
    if (typeof value === 'object' && value !== null) logger.error(value)
    if (value instanceof Error) logger.error(value, `failed: ${value.message}`)
    logger.info('with %s inside', typeof value === 'string' ? value : 'x')
  }
  expect(lines.length).toBeGreaterThan(200)
  const text = lines.join('')
  expect(marks.filter((mark) => text.includes(mark))).toEqual([])
  expect(text).not.toContain(
    Buffer.from(marks[0] ?? '')
      .toString('base64')
      .slice(0, 16),
  )
})

test('what is no secret stays readable', () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => lines.push(line) })
  logger.info({ code: 'SESSION_ENDED', status: 401, err: new Error('no such trust') }, 'request refused')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    code: 'SESSION_ENDED',
    status: 401,
    err: { message: 'no such trust' },
    msg: 'request refused',
  })
})

test('a field that holds itself does not stop the log', () => {
  const lines: string[] = []
  const ring: Record<string, unknown> = { name: 'ring' }
  ring['self'] = ring
  createLogger('info', { write: (line) => lines.push(line) }).info({ ring }, 'round')
  expect(lines[0]).toContain('ring')
})
