/** What the stub resolver answers: addresses, or a failure by the name of its DNS code. `silent`: no answer at all. */
export type ZoneAnswer = readonly string[] | 'NXDOMAIN' | 'SERVFAIL' | 'silent' | 'cname-loop'

export const zoneName = 'issuer-corpus.dev'
export const publicAddress = '93.184.215.14'
export const publicAddress6 = '2606:2800:21f:cb07:6820:80da:af6b:8b2c'
/** Nothing listens there: the kernel refuses the way. */
export const deadAddress = '93.184.215.99'
/** Public addresses with a fault below HTTP, by the host that has them. */
export const faultAddresses = {
  'tls-stall': '93.184.215.20',
  'tls-plain': '93.184.215.21',
  'tls-expired': '93.184.215.22',
  'tls-wrong-name': '93.184.215.23',
  'tls-self-signed': '93.184.215.24',
  'tls-old': '93.184.215.25',
  'tls-h2-only': '93.184.215.26',
} as const

/** The only addresses that anything may ever connect to. */
export const publicAddresses: ReadonlySet<string> = new Set([
  publicAddress,
  publicAddress6,
  deadAddress,
  ...Object.values(faultAddresses),
])

const imds = '169.254.169.254'
const fixed: Readonly<Record<string, { a?: ZoneAnswer; aaaa?: ZoneAnswer }>> = {
  dual: { a: [publicAddress], aaaa: [publicAddress6] },
  six: { aaaa: [publicAddress6] },
  'a-loop': { a: ['127.0.0.1'] },
  'a-imds': { a: [imds] },
  'a-rfc1918': { a: ['10.1.2.3'] },
  'aaaa-loop': { aaaa: ['::1'] },
  'aaaa-mapped': { aaaa: ['::ffff:10.0.0.1'] },
  'aaaa-nat64': { aaaa: ['64:ff9b::a9fe:a9fe'] },
  'aaaa-isatap': { aaaa: ['2001:470:1f0b::5efe:7f00:1'] },
  'aaaa-6to4': { aaaa: ['2002:a9fe:a9fe::'] },
  mixed: { a: [publicAddress, '10.0.0.5'] },
  mixed6: { a: [publicAddress], aaaa: ['fd00::5'] },
  wire: { a: ['168.63.129.16'] },
  zero: { a: ['0.0.0.0'] },
  'many-one-private': { a: [...Array.from({ length: 20 }, () => publicAddress), '192.168.0.9'] },
  many: { a: Array.from({ length: 60 }, () => publicAddress) },
  nxdomain: { a: 'NXDOMAIN', aaaa: 'NXDOMAIN' },
  servfail: { a: 'SERVFAIL', aaaa: 'SERVFAIL' },
  'dns-silent': { a: 'silent', aaaa: 'silent' },
  'cname-loop': { a: 'cname-loop', aaaa: 'cname-loop' },
  'dead-first': { a: [deadAddress, publicAddress] },
  dead: { a: [deadAddress] },
}

/** Names whose answer changes: public as many times as told, then the other address. */
const rebinding: Readonly<Record<string, readonly [number, string]>> = {
  rebind1: [1, '127.0.0.1'],
  rebind2: [1, imds],
  rebindk2: [2, '127.0.0.1'],
  rebindk3: [3, imds],
  rebindk4: [4, imds],
  'keys-rebind': [1, '127.0.0.1'],
}

/** Answers like a zone of its own, with a memory of what was asked before. Names that it does not know are public. */
export function createZone(): (name: string, type: 'a' | 'aaaa') => ZoneAnswer {
  const asked = new Map<string, number>()
  return (name, type) => {
    if (!name.endsWith(`.${zoneName}`)) return 'NXDOMAIN'
    const label = name.slice(0, -zoneName.length - 1)
    const embedded = /^(\d+\.\d+\.\d+\.\d+)\.nip$/.exec(label)?.[1]
    if (embedded !== undefined) return type === 'a' ? [embedded] : []
    const known = fixed[label]
    if (known !== undefined) return known[type] ?? []
    const rebinds = rebinding[label]
    if (rebinds !== undefined) {
      if (type === 'aaaa') return []
      const before = asked.get(label) ?? 0
      asked.set(label, before + 1)
      return [before < rebinds[0] ? publicAddress : rebinds[1]]
    }
    const faulty = Object.entries(faultAddresses).find(([host]) => host === label)?.[1]
    return type === 'a' ? [faulty ?? publicAddress] : []
  }
}
