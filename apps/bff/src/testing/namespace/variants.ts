import { zoneName } from './zone.ts'

/** Repeatable numbers from 0 up to, not including, 1: https://en.wikipedia.org/wiki/Xorshift */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

const words = (text: string) => text.trim().split(/\s+/)
const often = (text: string, times: number) => Array.from({ length: times }, () => text)

const schemes = [...often('https://', 20), 'HTTPS://', 'http://', 'https:/', 'https:///', 'ftp://', '//']
const users = [...often('', 24), 'a@', 'a:b@', `public.${zoneName}@`, '@', '%40', '127.0.0.1%2f@']
const ports = [...often('', 16), ':443', ':80', ':22', ':6379', ':8443', ':0', ':0443', ':']
const paths = [
  ...often('/', 8),
  '',
  '/a',
  '/a/../b',
  '//127.0.0.1/',
  '/%2e%2e/',
  '/@127.0.0.1/',
  '?a',
  '#a',
  '/?to=http://127.0.0.1/',
  ';a',
]
const names = words(`
      public dual six a-loop a-imds aaaa-loop aaaa-mapped aaaa-isatap mixed mixed6 wire zero
      rebind1 rebind2 rebindk2 127.0.0.1.nip 169.254.169.254.nip
    `)
const privateV4 = [
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '168.63.129.16',
  '192.168.0.1',
  '0.0.0.0',
  '100.64.0.1',
]

/** Addresses as attackers write them: scheme × user × host in every notation × port × path, some letters disguised. */
export function variants(count: number, seed: number): readonly string[] {
  const next = numbersFrom(seed)
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T => {
    const picked = from[Math.floor(next() * from.length)]
    if (picked === undefined) throw new Error('there is nothing to pick from')
    return picked
  }
  const number = (value: number) =>
    pick([String(value), `0x${value.toString(16)}`, `0${value.toString(8)}`, `00${value.toString(8)}`])
  const notations: readonly ((octets: readonly number[]) => string)[] = [
    (octets) => octets.map(number).join('.'),
    (octets) => number(valueOf(octets)),
    ([a = 0, b = 0, c = 0, e = 0]) => `${number(a)}.${number(b * 65_536 + c * 256 + e)}`,
    ([a = 0, b = 0, c = 0, e = 0]) => `${number(a)}.${number(b)}.${number(c * 256 + e)}`,
    (octets) => `[::ffff:${octets.join('.')}]`,
    (octets) => `[::${hex(octets)}]`,
    (octets) => `[::ffff:${hex(octets)}]`,
    (octets) => `[64:ff9b::${hex(octets)}]`,
    (octets) => `[2002:${hex(octets)}::]`,
    (octets) => `[2001:470:1f0b::5efe:${hex(octets)}]`,
    (octets) => `${octets.join('.')}.nip.${zoneName}`,
  ]
  const host = () =>
    next() < 0.5 ? `${pick(names)}.${zoneName}` : pick(notations)(pick(privateV4).split('.').map(Number))
  return Array.from({ length: count }, () =>
    disguise(
      `${pick(schemes)}${pick(users)}${host()}${pick([...often('', 9), '.'])}${pick(ports)}${pick(paths)}`,
      next,
    ),
  )
}

function valueOf(octets: readonly number[]): number {
  return octets.reduce((sum, octet) => sum * 256 + octet, 0)
}

function hex(octets: readonly number[]): string {
  const [a = 0, b = 0, c = 0, e = 0] = octets
  return `${(a * 256 + b).toString(16)}:${(c * 256 + e).toString(16)}`
}

const disguises: readonly ((letter: string) => string)[] = [
  (letter) => `%${letter.codePointAt(0)?.toString(16) ?? ''}`,
  (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
  (letter) => `${letter}\u00ad`,
  (letter) => (letter === '.' ? '。' : letter),
  (letter) => letter.toUpperCase(),
  (letter) => `${letter}\t`,
  (letter) => (letter === '/' ? '\\' : letter),
]

function disguise(text: string, next: () => number): string {
  if (next() < 0.8) return text
  const at = Math.floor(next() * text.length)
  const how = disguises[Math.floor(next() * disguises.length)]
  const letter = text.charAt(at)
  return how === undefined || letter === '' ? text : `${text.slice(0, at)}${how(letter)}${text.slice(at + 1)}`
}
