import type { FetchRefusal } from '../../guarded-fetch/guarded-fetch-types.ts'

/** `read`: allowed, and nothing but public addresses dialled. `rebound`: at most the first answer, a public one, is. */
export type Expected = FetchRefusal | 'read' | 'rebound'

const d = 'issuer-corpus.dev'
const words = (text: string) => text.trim().split(/\s+/)

const byExpectation: Readonly<Record<string, readonly string[]>> = {
  'ip-literal': words(`
      127.0.0.1 127.1 127.0.1 0x7f000001 0x7f.0x0.0x0.0x1 0177.0.0.1 017700000001 2130706433
      0177.0x0.0.1 127.0.0.1. 127.255.255.254 0.0.0.0 0.1.2.3 0 %31%32%37.0.0.1 １２７.０.０.１
      127。0。0。1 ①②⑦.0.0.1 8.8.8.8 1.1 [::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1]
      [::ffff:7f00:1] [::FFFF:7F00:1] [::ffff:a9fe:a9fe] [0:0:0:0:0:ffff:10.0.0.1] [::127.0.0.1]
      [::7f00:1] [64:ff9b::7f00:1] [64:ff9b::a9fe:a9fe] [64:ff9b::169.254.169.254]
      [64:ff9b:1::a9fe:a9fe] [2002:a9fe:a9fe::] [2002:7f00:1::] [2001:0:53aa:64c:0:0:5601:5601]
      [fe80::1] [fc00::1] [fd00:ec2::254] [fd12:3456::1] [fec0::1] [ff02::1] [100::1]
      [100:0:0:1::1] [2001:db8::1] [3fff::1] [5f00::1] [2001:20::1] [2001:470:1f0b::5efe:7f00:1]
      [2606:2800:21f:cb07:6820:80da:af6b:8b2c] 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1
      100.64.0.1 100.100.100.200 169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376
      169.254.43518 169.254.170.2 168.63.129.16 0xa83f8110 2822734096 198.18.0.1 192.0.2.1
      203.0.113.5 198.51.100.1 224.0.0.1 240.0.0.1 255.255.255.255 192.88.99.1 192.0.0.8
    `).map((host) => `https://${host}/`),
  'host-name': [
    ...words(`
      localhost LOCALHOST localhost. foo.localhost ⓛocalhost localhost.localdomain
      metadata.google.internal intranet printer.local router.home.arpa kubernetes.default.svc
      oidc.corp a.test a.example a.invalid a.onion 1.0.0.127.in-addr.arpa -bad-.dev
    `),
    `a_b.${d}`,
    `${'a'.repeat(64)}.${d}`,
    `a..${d}`,
    `${'a.'.repeat(127)}dev`,
    `public.${d}..`,
    `*.${d}`,
  ].map((host) => `https://${host}/`),
  'private-address': words(`
      a-loop a-imds a-rfc1918 aaaa-loop aaaa-mapped aaaa-nat64 aaaa-isatap aaaa-6to4 mixed mixed6
      wire zero many-one-private 127.0.0.1.nip 169.254.169.254.nip 10.0.0.1.nip A-LOOP Mixed6
    `).map((label) => `https://${label}.${d}/`),
  rebound: ['rebind1', 'rebind2', 'rebindk2', 'rebindk3', 'rebindk4'].map(
    (label) => `https://${label}.${d}/`,
  ),
  'user-info': [
    `https://public.${d}@127.0.0.1/`,
    `https://public.${d}:443@10.0.0.1/`,
    `https://127.0.0.1%2f@public.${d}/`,
    `https://a:b@public.${d}/`,
    `https://@127.0.0.1/`,
    `https://:@public.${d}/`,
  ],
  query: [
    `https://127.0.0.1#@public.${d}/`,
    `https://public.${d}/?a=b`,
    `https://public.${d}/#a`,
    `https://public.${d}?`,
    `https://public.${d}/redir?to=https://127.0.0.1/`,
  ],
  characters: [
    `https://public.${d}\\@127.0.0.1/`,
    'https://\t127.0.0.1/',
    `https://127.0.0.1\r\n.public.${d}/`,
    ` https://public.${d}/`,
    `https://public.${d}/ `,
    `https://public.${d}/\u202e`,
    `https://public\u200b.${d}/`,
    `https://public\u00ad.${d}/`,
    `https://public.${d}/\u0000`,
    `https://public.${d}/\ud800`,
    `https://public.${d}/{a}`,
    `https://public.${d}/"a"`,
    `https:\\\\127.0.0.1\\`,
  ],
  'not-an-address': [
    'https:///127.0.0.1/',
    `https:////public.${d}/`,
    `https:/public.${d}/`,
    `https:public.${d}/`,
    `https:127.0.0.1`,
    'https://[::1',
    'https://[::1%25lo]/',
    'https://[fe80::1%25eth0]/',
    `https://public.${d}%00.127.0.0.1/`,
    `https://public.${d}:99999/`,
    `https://public.${d}:a/`,
    'https://256.256.256.256/',
    'https://',
    'https://?',
    '',
    `//public.${d}/`,
    `public.${d}`,
    `https://public.${d}%2f127.0.0.1/`,
  ],
  scheme: [
    'http://127.0.0.1/',
    `http://public.${d}/`,
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_INFO',
    'ftp://127.0.0.1/',
    `blob:https://public.${d}/x`,
    'data:application/json,x',
    'javascript:alert(1)',
    `ws://public.${d}/`,
    `wss://public.${d}/`,
    'dict://127.0.0.1:6379/info',
    `http://public.${d}/redir?to=http://127.0.0.1/`,
    `http://public.${d}/redir?to=http://169.254.169.254/metadata/identity/oauth2/token`,
    `http://public.${d}/redir?to=http://a-imds.${d}/`,
    `http://public.${d}/redir?to=http://[::ffff:127.0.0.1]/`,
    `http://public.${d}/redir?to=http://168.63.129.16/`,
  ],
  port: [
    'https://127.0.0.1:6379/',
    `https://public.${d}:22/`,
    `https://public.${d}:8443/`,
    `https://public.${d}:80/`,
    `https://public.${d}:0/`,
    'https://[::1]:22/',
  ],
  redirect: ['redirect-loop', 'redirect-imds', 'redirect-wire', 'redirect-mapped'].map(
    (label) => `https://${label}.${d}/`,
  ),
  'too-long': [`https://public.${d}/${'a'.repeat(700)}`, `https://${'a'.repeat(100_000)}`],
  dns: [
    `https://nxdomain.${d}/`,
    `https://servfail.${d}/`,
    `https://cname-loop.${d}/`,
    'https://a.contoso.com/',
    'https://127.0.0.0x1g/',
  ],
  read: [
    ...['public', 'dual', 'six', 'xn--bcher-kva', 'bücher', 'many', 'dead-first', 'PUBLIC'].map(
      (label) => `https://${label}.${d}/`,
    ),
    `https://public.${d}./`,
    `HTTPS://public.${d}/`,
    `https://public.${d}:443/`,
    `https://public.${d}/a/../b`,
    `https://public.${d}/%2e%2e/@127.0.0.1`,
    `https://public.${d}/http://127.0.0.1/`,
    `https://127-0-0-1.${d}/`,
    `https://public.${d}`,
  ],
}

export interface CorpusEntry {
  readonly input: string
  readonly expected: Expected
}

/** Attacks on what a fetch is asked for, and the forms that must not be refused with them. */
export const corpus: readonly CorpusEntry[] = Object.entries(byExpectation).flatMap(([expected, inputs]) =>
  // Object.entries forgets which keys there are.
  inputs.map((input) => ({ input, expected: expected as Expected })),
)

/** What a public issuer may do on the wire; hosts of the zone by what has to come of it. */
export const faults: Readonly<Record<string, readonly FetchRefusal[] | 'read'>> = {
  'http-silent': ['timeout'],
  drip: ['timeout'],
  'endless-body': ['too-large'],
  'huge-length': ['too-large'],
  'just-too-large': ['too-large'],
  gzip: ['content-encoding'],
  brotli: ['content-encoding'],
  gzips: ['content-encoding'],
  'gzip-twice': ['content-encoding'],
  'endless-headers': ['headers-too-large'],
  'bare-lf': ['protocol'],
  nul: ['protocol'],
  'obs-fold': ['protocol'],
  'two-lengths': ['protocol'],
  'no-http': ['protocol'],
  'cut-off': ['connection', 'protocol'],
  continues: ['timeout', 'protocol', 'connection'],
  'early-hints': ['timeout', 'protocol', 'headers-too-large'],
  'redirect-301': ['redirect'],
  'redirect-302': ['redirect'],
  'redirect-303': ['redirect'],
  'redirect-307': ['redirect'],
  'redirect-308': ['redirect'],
  'redirect-file': ['redirect'],
  'redirect-script': ['redirect'],
  'redirect-control': ['redirect'],
  refresh: 'read',
  'not-utf8': ['content'],
  utf16: ['content'],
  'tls-stall': ['timeout'],
  'tls-plain': ['tls'],
  'tls-expired': ['tls'],
  'tls-wrong-name': ['tls'],
  'tls-self-signed': ['tls'],
  'tls-old': ['tls'],
  'tls-h2-only': ['tls', 'protocol'],
  'dns-silent': ['dns'],
  dead: ['connection'],
}
