import type { Export } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { parentOfSearch } from '../parent/parent-of-search.ts'
import { parentSearch, paths } from '../../paths.ts'

/** The token that it asks for names an audience which Entra does not take. */
const audience = 'api://trustwright-doctor'

/**
 * The workflow with a last step that, where one before failed, prints a link to the doctor with the issuer and the subject
 * that the job really has. It sends nothing to the portal, and no token is printed.
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 */
export function withDoctorStep(workflow: Export, parent: TrustParent, portal: string): Export {
  return { ...workflow, text: `${workflow.text.trimEnd()}\n${doctorStep(parent, portal)}\n` }
}

function doctorStep(parent: TrustParent, portal: string): string {
  const values = parentSearch(parent)
  // A parent that is still to be made has no ID yet.
  const known = parentOfSearch(values).parent === null ? {} : values
  const address = new URL(paths.doctor(known), portal).href
  const link = `${address}${address.includes('?') ? '&' : '?'}`
  return [
    '      - if: failure()',
    '        name: Why it failed',
    '        run: |',
    `          claims=$(curl -sS -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=${audience}" |`,
    `            jq -r '.value | split(".")[1] | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson | "issuer=\\(.iss | @uri)&subject=\\(.sub | @uri)"') || true`,
    `          echo "Why it failed: ${link}$claims" | tee -a "$GITHUB_STEP_SUMMARY"`,
  ].join('\n')
}
