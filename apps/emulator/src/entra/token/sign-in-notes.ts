import type { SignIn } from '../../kernel/entities/sign-ins.ts'

/** What a token request learns on its way that its row in the sign-in log says. Filled in while the request is judged. */
export interface SignInNotes {
  clientId: string | null
  credentialType: SignIn['clientCredentialType']
  federatedCredentialId: string | null
  federatedTokenIssuer: string | null
}

export function newSignInNotes(): SignInNotes {
  return { clientId: null, credentialType: 'none', federatedCredentialId: null, federatedTokenIssuer: null }
}
