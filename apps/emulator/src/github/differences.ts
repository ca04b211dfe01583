import type { Difference } from '../kernel/difference.ts'

const area = 'GitHub'

export const githubDifferences: readonly Difference[] = [
  {
    area,
    what: 'Repositories, environments, branches, tags, owners, rate limits and OIDC customisation are answered, read only but for the customisation, and the sign-in of one registered app; everything else is 501.',
    why: 'It is what a portal needs to fill in and check a trust.',
    certainty: 'documented',
  },
  {
    area,
    what: 'The only tokens are the seeded ones and those that the sign-in gives to the same three people; a token sees and changes everything of the owners it administers and nothing else that is private.',
    why: 'GitHub’s scopes and fine-grained permissions are not imitated.',
    certainty: 'documented',
  },
  {
    area,
    what: 'Whoever sees a repository may read its OIDC customisation.',
    why: 'The documents ask for the scope `repo`, or for reading Actions; whether a public repository needs a token is not said.',
    certainty: 'assumed',
  },
  {
    area,
    what: '`use_immutable_subject` can be set on repositories and organisations, and is told with `sub_claim_prefix` for every repository.',
    why: 'Seen in the source of the Azure Developer CLI, which reads both; the REST reference does not list them yet, and there 404 may stand for a repository that was never customised.',
    certainty: 'reported',
  },
  {
    area,
    what: 'Words of the refusals of an unsupported API version and of a wrong value in a body are our own.',
    why: 'The status is documented, the text is not.',
    certainty: 'assumed',
  },
  {
    area,
    what: 'Signing in and giving consent are one page without a password, asked each time; what an app may read is not narrowed to where it is installed. There is no device flow.',
    why: 'A portal needs the redirect, the code and its proof, tokens that end and are renewed, and their withdrawal.',
    certainty: 'documented',
  },
  {
    area,
    what: 'Words for a wrong PKCE challenge, an unknown grant and a refresh token that has ended, and the statuses of a withdrawal, are our own.',
    why: 'The reference gives the errors of codes and of the registration only.',
    certainty: 'assumed',
  },
  {
    area,
    what: 'Commits, node ids of tags and times of updates are made up; GraphQL, search, media types, CORS and secondary rate limits are missing.',
    why: 'Nothing of a trust depends on them.',
    certainty: 'documented',
  },
]
