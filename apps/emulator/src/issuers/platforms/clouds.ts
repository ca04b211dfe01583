import { definePlatform } from '../define-platform.ts'
import { text } from '../fields.ts'

export const google = definePlatform({
  id: 'google',
  title: 'Google Cloud service account',
  example: { uniqueId: '104928374650192837465' },
  source: 'https://cloud.google.com/compute/docs/instances/verifying-instance-identity',
  issuer: 'https://accounts.google.com',
  hosts: ['accounts.google.com', 'www.googleapis.com'],
  keys: 'https://www.googleapis.com/oauth2/v3/certs',
  fields: {
    uniqueId: text('Unique ID', {
      pattern: /^\d{21}$/,
      says: 'must be the 21 digits of the service account, not its e-mail address',
      help: '21 digits; the e-mail address of a service account is not its subject',
    }),
    email: text('E-mail address').default('deploy@contoso-shop.iam.gserviceaccount.com'),
  },
  subject: '{uniqueId}',
  lifetimeSeconds: 3600,
  discovery: {
    authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
    token_endpoint: 'https://oauth2.googleapis.com/token',
    claims_supported: ['aud', 'email', 'email_verified', 'exp', 'iat', 'iss', 'sub'],
  },
  claims: ({ uniqueId, email }) => ({
    azp: uniqueId,
    email,
    email_verified: true,
    nbf: undefined,
    jti: undefined,
  }),
})

export const aws = definePlatform({
  id: 'aws',
  title: 'AWS IAM (outbound identity federation)',
  example: { principalArn: 'arn:aws:iam::111122223333:role/deploy' },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html',
  issuer: 'https://{issuerId}.tokens.sts.global.api.aws',
  standardIssuer: 'https://c1a7e0d2-4b58-4f96-8d3e-6a9b0c2f4e71.tokens.sts.global.api.aws',
  hosts: ['*.tokens.sts.global.api.aws'],
  keys: '{issuer}/.well-known/jwks.json',
  fields: {
    issuerId: text('Issuer ID of the account', {
      pattern: /^[0-9a-f-]{36}$/,
      says: 'must be a GUID in lower case',
    }).default('c1a7e0d2-4b58-4f96-8d3e-6a9b0c2f4e71'),
    principalArn: text('Role or user ARN', {
      pattern: /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
      says: 'must be the ARN of a role or user, such as arn:aws:iam::111122223333:role/deploy',
    }),
  },
  subject: '{principalArn}',
  lifetimeSeconds: 300,
  claims: ({ principalArn }, { issuedAt }) => ({
    nbf: undefined,
    'https://sts.amazonaws.com/': {
      aws_account: principalArn.split(':')[4],
      org_id: 'o-contoso0001',
      ou_path: ['o-contoso0001/r-abcd/'],
      principal_id: principalArn,
      source_region: 'eu-west-1',
      original_session_exp: new Date((issuedAt + 3600) * 1000).toISOString().replace('.000Z', 'Z'),
    },
  }),
})

const poolId = /^[a-z]{2}-[a-z]+-\d:[0-9a-f-]{36}$/

export const cognito = definePlatform({
  id: 'cognito',
  title: 'Amazon Cognito identity pool',
  example: {
    identityId: 'eu-west-1:936a5312-a3b8-4921-8b3f-2cec8baac574',
    identityPoolId: 'eu-west-1:0b7e4a92-6d15-4c38-9f20-5a8c1d3e7b64',
  },
  source:
    'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html',
  issuer: 'https://cognito-identity.amazonaws.com',
  hosts: ['cognito-identity.amazonaws.com'],
  keys: 'https://cognito-identity.amazonaws.com/.well-known/jwks_uri',
  fields: {
    identityId: text('Identity ID', { pattern: poolId, says: 'must be a region and a GUID with : between' }),
    identityPoolId: text('Identity pool ID', {
      pattern: poolId,
      says: 'must be a region and a GUID with : between',
    }),
  },
  subject: '{identityId}',
  fixedAudience: '{identityPoolId}',
  lifetimeSeconds: 900,
  claims: () => ({ nbf: undefined, jti: undefined, amr: ['authenticated', 'login.contoso.example'] }),
})

export const snowflake = definePlatform({
  id: 'snowflake',
  title: 'Snowflake (outbound workload identity)',
  example: {
    region: '617a757265',
    organization: '636f6e746f736f',
    account: '43544f30303031',
    subject: `identity_${'0a1b2c3d'.repeat(8)}`,
  },
  source: 'https://docs.snowflake.com/en/user-guide/workload-identity-federation-outbound',
  issuer: 'https://identity.snowflake.com/oauth2/{region}/{organization}/{account}',
  standardIssuer: 'https://identity.snowflake.com/oauth2/617a757265/636f6e746f736f/43544f30303031',
  hosts: ['identity.snowflake.com'],
  fields: {
    region: hexadecimal('First part of the issuer'),
    organization: hexadecimal('Second part of the issuer'),
    account: hexadecimal('Third part of the issuer'),
    subject: text('Subject', {
      pattern: /^identity_[0-9a-f]{64}$/,
      says: 'must be identity_ and 64 hexadecimal digits',
      help: 'As DESC SECRET shows it',
    }),
    role: text('Role').default('DEPLOY'),
  },
  subject: '{subject}',
  lifetimeSeconds: 900,
  claims: ({ role }) => ({ sf_onm: 'CONTOSO', sf_anm: 'PROD', sf_rnm: role, sf_aid: 1, sf_oid: 1 }),
})

function hexadecimal(label: string) {
  return text(label, { pattern: /^[0-9a-f]+$/, says: 'must be hexadecimal digits' })
}
