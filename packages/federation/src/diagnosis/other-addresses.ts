import { githubIssuer } from '../presets/github/facts.ts'

/** An address of a platform that is not the issuer of its tokens. */
export interface OtherAddress {
  readonly host: RegExp
  readonly path?: RegExp
  readonly what: string
  readonly wanted?: string
  readonly fix: string
}

/** Addresses that people paste where the issuer belongs; each platform's page about its tokens names the right one. */
export const otherAddresses: readonly OtherAddress[] = [
  {
    host: /^(?:www\.|api\.)?github\.com$/,
    what: 'GitHub’s pages',
    wanted: githubIssuer,
    fix: `Use ${githubIssuer}.`,
  },
  {
    host: /^(?:www\.)?gitlab\.com$/,
    path: /^\/.+/,
    what: 'a page of GitLab',
    wanted: 'https://gitlab.com',
    fix: 'Use https://gitlab.com.',
  },
  {
    host: /^www\.gitlab\.com$/,
    what: 'GitLab’s pages',
    wanted: 'https://gitlab.com',
    fix: 'Use https://gitlab.com.',
  },
  {
    host: /^app\.(?:eu\.)?terraform\.io$/,
    path: /^\/.+/,
    what: 'a page of HCP Terraform',
    fix: 'Use https://app.terraform.io, or https://app.eu.terraform.io in Europe, without a path.',
  },
  {
    host: /^(?:www\.)?terraform\.io$/,
    what: 'a page about Terraform',
    wanted: 'https://app.terraform.io',
    fix: 'Use https://app.terraform.io.',
  },
  {
    host: /^dev\.azure\.com$|\.visualstudio\.com$/,
    what: 'a page of Azure DevOps',
    fix: 'Copy issuer and subject from the service connection: Manage service connection, Workload identity federation details.',
  },
  {
    host: /^(?:portal|management|graph)\.(?:azure|microsoft)\.(?:com|us|cn)$/,
    what: 'an address of Azure itself',
    fix: 'Copy “iss” of a token of the workload’s own platform.',
  },
  {
    host: /\.azmk8s\.(?:io|us|cn)$|\.cx\.prod\.service\.azk8s\.cn$/,
    what: 'the API server of an AKS cluster',
    fix: 'Read the issuer by: az aks show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv',
  },
  {
    host: /\.eks\.amazonaws\.com$/,
    path: /^(?!\/id\/)/,
    what: 'the API server of an EKS cluster',
    fix: 'Read the issuer by: aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer --output text',
  },
  {
    host: /^(?:www\.)?buildkite\.com$/,
    what: 'a page of Buildkite',
    wanted: 'https://agent.buildkite.com',
    fix: 'Use https://agent.buildkite.com.',
  },
  {
    host: /^(?:app\.)?circleci\.com$/,
    what: 'a page of CircleCI',
    fix: 'Use https://oidc.circleci.com/org/ORGANIZATION-ID.',
  },
  {
    host: /^(?:www\.)?vercel\.com$/,
    what: 'a page of Vercel',
    fix: 'Use https://oidc.vercel.com/TEAM, or https://oidc.vercel.com in global mode.',
  },
  {
    host: /^(?:www\.)?bitbucket\.org$/,
    what: 'a page of Bitbucket',
    fix: 'Use the identity provider URL shown under Repository settings, OpenID Connect.',
  },
  {
    host: /^app\.pulumi\.com$/,
    what: 'a page of Pulumi',
    wanted: 'https://api.pulumi.com/oidc',
    fix: 'Use https://api.pulumi.com/oidc.',
  },
]
