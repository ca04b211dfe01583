/** A text with its secrets taken out, and what they were. */
export interface HiddenSecrets {
  readonly text: string
  /** In a person's words, each once: `a private key`. */
  readonly secrets: readonly string[]
  /** Every token that stood in the text, whole. They go no further than the decoder. */
  readonly tokens: readonly string[]
}

/** Shapes that vendors publish for their secrets. https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['a client secret of Entra', /^[\w.~-]{3}\dQ~[\w.~-]{28,40}$/],
  ['a token of GitHub', /^(?:gh[pousr]_\w{20,}|github_pat_\w{20,})$/],
  ['a token of GitLab', /^gl(?:pat|ptt|dt|rt|cbt|soat|oas|ft|imt|agent|ffct)-[\w.-]{16,}$/],
  ['a token of HCP Terraform', /^[A-Za-z0-9]{10,20}\.atlasv1\.[\w-]{20,}$/],
  ['a token of Azure DevOps', /^(?:[A-Za-z0-9]{60,90}AZDO[A-Za-z0-9]{4}|[a-z2-7]{52})$/],
  ['a token of Pulumi', /^pul-[0-9a-f]{20,}$/],
  ['a token of Buildkite', /^bk[a-z]{1,3}_[A-Za-z0-9]{20,}$/],
  ['a token of CircleCI', /^CCI[A-Z]{3}_\w{10,}$/],
  ['a token of Vault', /^hv[sbr]\.[\w-]{20,}$/],
  ['a token of Slack', /^xox[abeprs]-[\w-]{10,}$/],
  ['a token of npm', /^npm_[A-Za-z0-9]{30,}$/],
  ['a key of Octopus Deploy', /^API-[A-Z0-9]{20,}$/],
  ['an access key of AWS', /^(?:AKIA|ASIA)[A-Z0-9]{16}$/],
  ['a key of Google', /^AIza[\w-]{30,}$/],
  ['a token of Atlassian', /^AT[A-Z]{2}3x[\w-]{20,}$/],
]

/** Keys and options whose values are secrets wherever they stand. */
const secretKey =
  /((?:\b(?:client[_-]?secret|client-key-data|password|passwd|access[_-]?token|refresh[_-]?token|account[_-]?key|shared[_-]?access[_-]?key|secret[_-]?access[_-]?key|api[_-]?key|private[_-]?key|sig)["']?\s{0,20}[:=]|--(?:password|client-secret)\b[ =])\s{0,20})("[^"\n]*"|'[^'\n]*'|[^\s,;'"{}()&]+)/gi

/** What stands for a secret without being one. */
const stand =
  /^["']?(?:$|[$<{@*%]|(?:var|local|data|secrets|env|process|each|module)\.|null\b|true\b|false\b|string\b|eyJ)/

/** Takes private keys, known shapes of secrets, values of telling keys, and tokens out of a text. Linear in its length. */
export function hideSecrets(text: string): HiddenSecrets {
  const secrets = new Set<string>()
  const tokens: string[] = []
  const withoutKeys = hideKeys(text, secrets)
  const withoutRuns = withoutKeys.replace(/[\w.~-]{16,}/g, (run) => {
    const token = tokenIn(run)
    if (token !== null) {
      tokens.push(token)
      return run.replace(token, '<token>')
    }
    return hideRun(run, secrets)
  })
  const hidden = withoutRuns.replace(secretKey, (whole: string, key: string, value: string) => {
    if (stand.test(value) || value.length < 6) return whole
    secrets.add('a password or client secret')
    const quote = /^["']/.exec(value)?.[0] ?? ''
    return `${key}${quote}<secret>${quote}`
  })
  return { text: hidden, secrets: [...secrets], tokens }
}

const longestSecret = 300

function hideRun(run: string, secrets: Set<string>): string {
  if (run.length > longestSecret) return run
  const bare = run.replace(/^[.-]+|[.-]+$/g, '')
  const found = shapes.find(([, shape]) => shape.test(bare))
  if (found === undefined) return run
  secrets.add(found[0])
  return run.replace(bare, '<secret>')
}

/** `eyJ….eyJ….…`, whole or cut, or the five parts of an encrypted one. */
function tokenIn(run: string): string | null {
  if (!run.includes('eyJ')) return null
  const parts = run.split('.')
  const first = parts.findIndex(
    (part, at) =>
      part.startsWith('eyJ') && ((parts[at + 1]?.startsWith('eyJ') ?? false) || parts.length - at >= 5),
  )
  if (first < 0) return null
  const last = parts.findLastIndex((part) => part !== '')
  return parts.slice(first, last + 1).join('.')
}

function hideKeys(text: string, secrets: Set<string>): string {
  const pieces: string[] = []
  let rest = text
  let hasEnd = true
  for (;;) {
    const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/.exec(rest)
    if (begin === null) return pieces.join('') + rest
    secrets.add('a private key')
    pieces.push(rest.slice(0, begin.index), '<secret>')
    rest = rest.slice(begin.index + begin[0].length)
    const end: RegExpExecArray | null = hasEnd ? /-----END [A-Z0-9 ]{0,60}-----/.exec(rest) : null
    hasEnd = end !== null
    rest = end === null ? rest.replace(/^[A-Za-z0-9+/=\s\\:,-]*/, '') : rest.slice(end.index + end[0].length)
  }
}
