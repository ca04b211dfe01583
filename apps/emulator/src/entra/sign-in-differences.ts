import type { Difference } from '../kernel/difference.ts'

export const signInDifferences: readonly Difference[] = [
  {
    area: 'Entra',
    what: 'The token endpoint, keys and discovery are on the https origin, authorize, logout and the device page on the http one.',
    why: 'A browser never has to trust the local certificate authority; clients follow what the metadata names.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'Access tokens straight from the authorize endpoint (`response_type` with `token`) are answered with 501.',
    why: 'Microsoft advises against that flow, and no client of today needs it.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'Personal accounts and the `consumers` path do not exist, nor do guests: people belong to one directory.',
    why: 'Credentials of workloads live in directories of organizations.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'The second factor is six digits that never change, shown on the page that asks for them.',
    why: 'A local account has no authenticator; what clients see (claims, challenges, errors) is the same.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: '`prompt=create` shows the account picker.',
    why: 'Self-service sign-up exists in external tenants only.',
    certainty: 'assumed',
  },
  {
    area: 'Entra',
    what: 'The `/adfs` discovery document names the endpoints of the tenant in place of those of AD FS.',
    why: "Azure CLI 2.45 accepts an authority of one's own under that name only, and uses what the document names.",
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'A sign-in that lacks consent answers `prompt=none` with `consent_required` and AADSTS65001.',
    why: 'Clients treat it like `interaction_required`, which some pastes show in its place.',
    certainty: 'assumed',
  },
  {
    area: 'Entra',
    what: 'A declined device code is `authorization_declined` with AADSTS65004, an unknown one `bad_verification_code` with AADSTS70018.',
    why: 'The errors are documented, the numbers behind them are not.',
    certainty: 'assumed',
  },
  {
    area: 'Entra',
    what: 'The page for device codes is `/common/oauth2/deviceauth` of the browser origin in place of microsoft.com/devicelogin.',
    why: 'Nothing here reaches Microsoft; clients print the address that they are given.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'The forms of the sign-in pages are refused when another page sends them (`Origin`), with AADSTS900561.',
    why: 'Cookies do not tell ports of localhost apart, so any local page could consent for a person otherwise.',
    certainty: 'assumed',
  },
  {
    area: 'Entra',
    what: 'Devices that poll too fast are not told to slow down.',
    why: 'Entra documents the interval but no answer to those who ignore it.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'The `claims` parameter counts for `acrs`, `amr` and `xms_cc`; other claims are accepted and change nothing.',
    why: 'They are the ones that resources challenge with; a `nbf` challenge is met by any new token.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'Every authentication context is satisfied by the second factor.',
    why: 'There are no Conditional Access policies that would say what a context asks for.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'Malformed `claims` are AADSTS90100 with `invalid_request`.',
    why: 'The number is documented for malformed parameters in general.',
    certainty: 'assumed',
  },
  {
    area: 'Entra',
    what: "Azure CLI and Azure PowerShell are known with the redirect addresses `http://localhost` and the native client's.",
    why: 'Their registrations are not public; the addresses are those their programs send.',
    certainty: 'assumed',
  },
  {
    area: 'Entra',
    what: 'Only Global Administrators may consent to what an administrator has to grant.',
    why: 'Entra lets some other roles do so for some permissions.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'People may always consent to what does not need an administrator, and no administrator is asked by request.',
    why: 'Consent settings of the directory and the admin consent workflow are not emulated.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'The admin consent endpoint (`/{tenant}/v2.0/adminconsent`) is answered with 501.',
    why: 'An administrator consents for everybody on the consent page of a sign-in, or by Graph.',
    certainty: 'documented',
  },
  {
    area: 'Entra',
    what: 'Front-channel logout calls no application.',
    why: 'The clients judged here do not listen to it.',
    certainty: 'documented',
  },
]
