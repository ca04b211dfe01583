/** Ways in which GitHub's subjects are misspelled behind the repository, and what each stands for. */
const endings: readonly (readonly [RegExp, string, string])[] = [
  [/^pull[-_ ]?requests?$/i, 'pull_request', 'GitHub writes pull_request'],
  [/^(?:pr|prs|pull)$/i, 'pull_request', 'GitHub writes pull_request'],
  [/^ref:refs\/pull\/.+$/is, 'pull_request', 'GitHub writes pull_request for every pull request'],
  [/^(?:environments?|env)[:/](.+)$/is, 'environment:$1', 'an environment is written environment:NAME'],
  [
    /^(?:ref:)?(?:refs\/)?heads?\/(?:refs\/heads\/)?(.+)$/is,
    'ref:refs/heads/$1',
    'a branch is written :ref:refs/heads/NAME',
  ],
  [
    /^(?:ref:)?(?:refs\/)?tags?\/(?:refs\/tags\/)?(.+)$/is,
    'ref:refs/tags/$1',
    'a tag is written :ref:refs/tags/NAME',
  ],
  [/^ref:(?:refs\/)?branch(?:es)?\/(.+)$/is, 'ref:refs/heads/$1', 'a branch is written :ref:refs/heads/NAME'],
  [/^(?:branch|branches|heads)[:/](.+)$/is, 'ref:refs/heads/$1', 'a branch is written :ref:refs/heads/NAME'],
  [/^(?:tag|tags)[:/](.+)$/is, 'ref:refs/tags/$1', 'a tag is written :ref:refs/tags/NAME'],
  [/^refs?[:/]([^/:]+)$/is, 'ref:refs/heads/$1', 'a branch is written :ref:refs/heads/NAME'],
]

/** The right form of what stands behind the repository, and the reason; null when it cannot be guessed. */
export function repairEnding(ending: string): { readonly ending: string; readonly why: string } | null {
  for (const [pattern, wanted, why] of endings) {
    if (pattern.test(ending)) return { ending: ending.replace(pattern, wanted), why }
  }
  return null
}

/** `contoso/shop`, `Repo:…`, `https://github.com/contoso/shop.git`: the start as GitHub writes it. */
export function repairStart(subject: string): { readonly subject: string; readonly why: string } | null {
  const withoutAddress = subject.replace(
    /^(?:repo:)?(?:https?:\/\/)?(?:www\.)?github\.com[/:]([^/:\s]+\/[^/:\s]+?)\/?(?=:|$)/i,
    'repo:$1',
  )
  if (withoutAddress !== subject)
    return { subject: withoutAddress, why: 'GitHub writes owner/repository without its address' }
  const withoutGit = subject.replace(/^(repo:[^/:\s]+\/[^/:\s]+?)\.git(?=:|$)/i, '$1')
  if (withoutGit !== subject) return { subject: withoutGit, why: 'GitHub writes the repository without .git' }
  const start = /^(?:repos?|repository)[:/ ]+([^/:\s]+\/[^/:\s]+(?::|$).*)$/is.exec(subject)?.[1]
  if (start !== undefined && !/^(?:repo|repository):(?! )/.test(subject)) {
    return { subject: `repo:${start}`, why: 'GitHub’s default subject starts with repo:' }
  }
  const bare =
    /^([A-Za-z0-9][A-Za-z0-9-]*(?:@\d+)?\/[A-Za-z0-9._-]+(?:@\d+)?):(?:ref|environment|pull_request)/.test(
      subject,
    )
  return bare ? { subject: `repo:${subject}`, why: 'GitHub’s default subject starts with repo:' } : null
}

/** `shop-apief:refs/…`: a shell that reads `$repo:ref` takes `:r` for an order to cut the name. */
export function isSwallowed(subject: string): boolean {
  return /^repo:[^:]*ef:refs\//.test(subject)
}
