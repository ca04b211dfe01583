/** An address in pieces. Path segments are decoded; the user, the port and a `.git` are left out. */
export interface Address {
  /** In small letters, without port. */
  readonly host: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  /** Without the leading `#`, decoded. */
  readonly hash: string
  /** As it was pasted, with a scheme. */
  readonly href: string
  /** `git@host:path` and `ssh://`. */
  readonly isGit: boolean
}

/** Reads `https://…`, `host/path` and the forms of git; null for anything else. Nothing longer than 2,000 characters is an address. */
export function readAddress(text: string): Address | null {
  if (text.length > 2000 || /[\s"'<>`\\]/.test(text)) return null
  const scp = /^(?:[\w.-]+@)([\w.-]+\.[a-z]{2,}):(?!\d+\/)\/?(.+)$/i.exec(text)
  if (scp !== null) return fromUrl(`https://${scp[1] ?? ''}/${scp[2] ?? ''}`, true)
  if (/^(?:git\+)?ssh:\/\/|^git:\/\//i.test(text)) {
    return fromUrl(text.replace(/^[a-z+]+:\/\/(?:[^/@]*@)?/i, 'https://'), true)
  }
  if (/^(?:git\+)?https?:\/\//i.test(text)) return fromUrl(text.replace(/^git\+/i, ''), false)
  if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{2,5})?(?:[/?#]|$)/i.test(text))
    return fromUrl(`https://${text}`, false)
  return null
}

function fromUrl(href: string, isGit: boolean): Address | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  const path = url.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded)
  const last = path.at(-1)
  return {
    host: url.hostname.toLowerCase(),
    path: last === undefined ? path : [...path.slice(0, -1), last.replace(/(?<=.)\.git$/i, '')],
    query: url.searchParams,
    hash: decoded(url.hash.slice(1)),
    href,
    isGit,
  }
}

/** Escapes are put in one run after another; a run that is no UTF-8 stays as it is, since the decoder would throw. */
export function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run
      .slice(1)
      .split('%')
      .map((hex) => Number.parseInt(hex, 16))
    const plain = new TextDecoder().decode(Uint8Array.from(bytes))
    return plain.includes('\ufffd') ? run : plain
  })
}
