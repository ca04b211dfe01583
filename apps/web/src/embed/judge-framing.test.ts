import { expect, test } from 'vitest'
import { judgeFraming } from './judge-framing.ts'

const host = 'https://workbench.contoso.com'
const other = 'https://tabs.fabrikam.com'
const direct = { isTop: false, isBelowTop: true }

test('directly under a listed host the page works, and knows the host', () => {
  expect(judgeFraming({ ...direct, ancestors: [host] }, [other, host])).toEqual({ kind: 'framed', host })
})

test.each([
  ['opened on its own', { isTop: true, isBelowTop: true, ancestors: [] }, 'alone'],
  ['in a frame of a frame', { isTop: false, isBelowTop: false, ancestors: [host, other] }, 'nested'],
  [
    'in a frame of the same host in a frame',
    { isTop: false, isBelowTop: false, ancestors: [host, host] },
    'nested',
  ],
  ['with a list longer than the windows', { ...direct, ancestors: [host, other] }, 'nested'],
  ['in a frame of a frame that is not told', { isTop: false, isBelowTop: false, ancestors: null }, 'nested'],
  ['under a stranger', { ...direct, ancestors: ['https://evil.example'] }, 'other-host'],
  ['under the same name at another port', { ...direct, ancestors: [`${host}:8443`] }, 'other-host'],
  ['under a name that begins alike', { ...direct, ancestors: [`${host}.evil.example`] }, 'other-host'],
  ['under an opaque origin', { ...direct, ancestors: ['null'] }, 'other-host'],
])('%s it does not', (_, place, kind) => {
  expect(judgeFraming(place, [host, other])).toEqual({ kind })
})

test('where the browser does not tell who frames, the only listed host is taken, and none of several', () => {
  const place = { ...direct, ancestors: null }
  expect(judgeFraming(place, [host])).toEqual({ kind: 'framed', host })
  expect(judgeFraming(place, [host, other])).toEqual({ kind: 'framed', host: null })
})
