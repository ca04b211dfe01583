import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { TLSSocket } from 'node:tls'
import { zoneName } from './zone.ts'

type Say = (socket: TLSSocket) => void

const issuerOf = (label: string) => `https://${label}.${zoneName}`

/** A complete answer, closed behind it. */
function http(head: readonly string[], body: string | Buffer = '', status = '200 OK'): Say {
  return (socket) => {
    const bytes = Buffer.from(body)
    const lines = [`HTTP/1.1 ${status}`, `content-length: ${bytes.length}`, 'connection: close', ...head]
    socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]))
  }
}

const json = 'content-type: application/json'
const jsonOf = (value: unknown) => http([json], JSON.stringify(value))
const raw =
  (text: string): Say =>
  (socket) =>
    void socket.write(Buffer.from(text, 'latin1'))
const redirect = (status: string, location: string) => http([`location: ${location}`], '', status)
const start = `HTTP/1.1 200 OK\r\n${json}\r\n`

/** Says the same for ever: at once, or a piece every so many milliseconds. */
function endless(head: string, piece: string, everyMs: number): Say {
  return (socket) => {
    socket.write(head)
    if (everyMs > 0) {
      const timer = setInterval(() => socket.write(piece), everyMs)
      socket.on('close', () => clearInterval(timer))
      return
    }
    const go = () => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.on('drain', go)
    go()
  }
}

const bomb = Buffer.alloc(20 * 1024 * 1024)
const deep = (brackets: number) => `{"issuer":${'['.repeat(brackets)}${']'.repeat(brackets)}}`

/** How single hosts of the zone answer, whatever they are asked; those of discovery are in `issuers.ts`. */
export const answers: Readonly<Record<string, Say>> = {
  'http-silent': () => undefined,
  drip: endless(`${start}content-length: 100000\r\n\r\n`, ' ', 50),
  'endless-body': endless(
    `${start}transfer-encoding: chunked\r\n\r\n`,
    `4000\r\n${' '.repeat(0x4000)}\r\n`,
    0,
  ),
  'huge-length': raw(`${start}content-length: 10000000000\r\n\r\n{`),
  gzip: http([json, 'content-encoding: gzip'], gzipSync(bomb)),
  brotli: http([json, 'content-encoding: br'], brotliCompressSync(bomb)),
  gzips: http([json, 'content-encoding: gzip, gzip, gzip, gzip, gzip'], gzipSync('{}')),
  'gzip-twice': http([json, 'content-encoding: identity', 'content-encoding: gzip'], gzipSync('{}')),
  'endless-headers': endless('HTTP/1.1 200 OK\r\n', `x-${'a'.repeat(500)}: b\r\n`, 0),
  'bare-lf': raw('HTTP/1.1 200 OK\nx-one: 1\ncontent-length: 2\n\n{}'),
  nul: raw('HTTP/1.1 200 OK\r\nx-one: a\0b\r\ncontent-length: 2\r\n\r\n{}'),
  'obs-fold': raw('HTTP/1.1 200 OK\r\nx-one: a\r\n  b\r\ncontent-length: 2\r\n\r\n{}'),
  'two-lengths': raw(
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  ),
  'no-http': raw('SSH-2.0-OpenSSH_9.9\r\n'),
  'cut-off': (socket) => {
    socket.write(`${start}content-length: 1000\r\n\r\n{"iss`, () => socket.destroy())
  },
  continues: raw('HTTP/1.1 100 Continue\r\n\r\n'),
  'early-hints': endless('', 'HTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n', 10),
  'redirect-301': redirect('301 Moved Permanently', issuerOf('public')),
  'redirect-302': redirect('302 Found', issuerOf('public')),
  'redirect-303': redirect('303 See Other', issuerOf('public')),
  'redirect-307': redirect('307 Temporary Redirect', issuerOf('public')),
  'redirect-308': redirect('308 Permanent Redirect', issuerOf('public')),
  'redirect-imds': redirect('302 Found', 'http://169.254.169.254/metadata/identity/oauth2/token'),
  'redirect-loop': redirect('302 Found', 'http://127.0.0.1/'),
  'redirect-wire': redirect('302 Found', 'http://168.63.129.16/'),
  'redirect-mapped': redirect('302 Found', 'https://[::ffff:127.0.0.1]/'),
  'redirect-file': redirect('302 Found', 'file:///etc/passwd'),
  'redirect-script': redirect('302 Found', 'javascript:alert(1)'),
  'redirect-control': redirect('302 Found', 'https://a.dev/\u0085\u009b31mred'),
  refresh: http([json, 'refresh: 0; url=http://127.0.0.1/'], '{}'),
  'not-utf8': http([json], Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])),
  utf16: http([json], Buffer.from('\ufeff{"issuer":"a"}', 'utf16le')),
  surrogate: http([json], '{"issuer":"\\ud800"}'),
  'just-too-large': http([json], `"${'a'.repeat(256 * 1024)}"`),
  'deep-small': http([json], deep(300)),
  deep: http([json], deep(100_000)),
  proto: jsonOf(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
  'not-found': http([json], '{}', '404 Not Found'),
  html: http(['content-type: text/html'], '<html><title>Sign in</title></html>'),
}

export { http, issuerOf, json, jsonOf, type Say }
