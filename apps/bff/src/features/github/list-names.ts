import type { GithubNameList, GithubRepositoryPath } from '@trustwright/shared-schemas'
import type { Github, GithubAsk, NamesOf } from '../../github-port.ts'

/**
 * Branches or tags whose names hold `search`. A small repository is read once and searched here, in any case of letters; a
 * large one is searched by GitHub, which finds only what starts with the text.
 */
export async function listNames(
  github: Github,
  ask: GithubAsk,
  { path, of, search }: { path: GithubRepositoryPath; of: NamesOf; search: string },
): Promise<GithubNameList> {
  const first = await github.listNames(ask, path, of)
  const wanted = search.toLowerCase()
  if (first.complete || wanted === '') {
    const names = first.names.filter((name) => name.toLowerCase().includes(wanted))
    return { names, complete: first.complete, match: 'contains' }
  }
  return { ...(await github.findNames(ask, path, of, search)), match: 'starts-with' }
}
