import { beginsToken } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'

/** Assertions of SAML, as they stand or in base64. */
const saml = /<(?:saml2?:)?Assertion[\s>]|(?<![A-Za-z0-9])PHNhbWw/i

/** Throws TOKEN_NOT_WANTED where a text holds a token, also one that lines break. Its value is in no message. */
export function refuseTokens(texts: readonly string[]): void {
  for (const text of texts) {
    const joined = text.replace(/[\r\n]+[ \t>|]*/g, '')
    if ([text, joined].some((each) => beginsToken(each) || saml.test(each))) {
      throw new PortalError('TOKEN_NOT_WANTED')
    }
  }
}
