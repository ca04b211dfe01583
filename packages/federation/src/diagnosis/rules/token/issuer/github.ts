import { githubIssuer } from '../../../../presets/github/facts.ts'
import { readIssuer } from '../../../../presets/github/hosting.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'

/** Issuers of GitHub differ by where the repository lives. https://docs.github.com/en/actions/reference/security/oidc */
export const github: PairRule = (pair) => {
  const { issuer } = pair
  if (issuer === null) return []
  const [stored, presented] = [bare(issuer.stored), bare(issuer.presented)]
  if (!isGithub(stored) || !isGithub(presented)) return []
  return [
    pairCause(pair, 'issuer', 'issuer-differs', {
      text: `No token matches: ${wordsOf(stored, presented)}`,
      fix: `Store ${issuer.presented} as the issuer.`,
      action: 'set',
    }),
  ]
}

function wordsOf(stored: string, presented: string): string {
  if (presented.startsWith(`${githubIssuer}/`) && !stored.startsWith(`${githubIssuer}/`)) {
    return `the enterprise of this repository has an issuer of its own, with the enterprise slug “${presented.slice(githubIssuer.length + 1)}” as a path segment, and the trust has another one.`
  }
  if (stored.startsWith(`${githubIssuer}/`)) {
    return `the trust names the enterprise slug “${stored.slice(githubIssuer.length + 1)}” in the issuer, and the token’s has ${presented.startsWith(`${githubIssuer}/`) ? `“${presented.slice(githubIssuer.length + 1)}”` : 'no such path segment'}.`
  }
  return 'the trust has the issuer of another GitHub: github.com, GHE.com and each GitHub Enterprise Server have their own.'
}

function isGithub(issuer: string): boolean {
  return readIssuer(issuer).length > 0
}

function bare(issuer: string): string {
  return issuer.endsWith('/') ? issuer.slice(0, -1) : issuer
}
