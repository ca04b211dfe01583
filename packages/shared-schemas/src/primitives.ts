import * as z from 'zod'
import { limits } from './limits.ts'

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function guid(what: string) {
  return z.string().regex(guidPattern, `${what} is a GUID, such as 11111111-2222-3333-4444-555555555555.`)
}

export const TenantId = guid('A tenant ID')
export const SubscriptionId = guid('A subscription ID')
export const ObjectId = guid('An object ID')
export const ClientId = guid('A client ID')

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources */
export const ResourceGroupName = z
  .string()
  .min(1, 'Give the resource group a name.')
  .max(90, 'A resource group name has at most 90 characters.')
  .regex(
    /^[\p{L}\p{N}_().-]*[\p{L}\p{N}_()-]$/u,
    'A resource group name has letters, digits, - _ ( ) and dots, and does not end with a dot.',
  )

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftmanagedidentity */
export const IdentityName = z
  .string()
  .min(3, 'An identity name has at least 3 characters.')
  .max(128, 'An identity name has at most 128 characters.')
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    'An identity name starts with a letter or digit and has only letters, digits, - and _.',
  )

/** Azure's own short form: `westeurope`. */
export const LocationName = z
  .string()
  .regex(/^[a-z0-9]{2,50}$/, 'Choose a location from the list: it is written like westeurope.')

/** Immutable at Azure once stored. */
export const TrustName = z
  .string()
  .min(limits.nameMinLength, 'A trust name has at least 3 characters.')
  .max(limits.nameMaxLength, 'A trust name has at most 120 characters.')
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    'A trust name starts with a letter or digit and has only letters, digits, - and _.',
  )

/**
 * Whether a text holds a character that nobody sees: zero-width blanks, marks that turn the direction of reading, halves of
 * a character that UTF-8 cannot carry. The joiners U+200C and U+200D are left out: words and emoji are written with them.
 */
export function holdsUnseen(text: string): boolean {
  return /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/u.test(
    text,
  )
}

/**
 * White space around a value is stored by Azure and then never matches. (A published ARM template sample carries a
 * leading space in its audience.) It is refused here, never trimmed in silence.
 */
function exactText(what: string) {
  return z
    .string()
    .min(1, `${what} is empty. Azure needs one.`)
    .max(limits.textLength, `${what} has more than 600 characters, which Azure refuses.`)
    .refine((value) => value === value.trim(), {
      error: `${what} starts or ends with white space. Azure compares every character, so it would never match: remove it.`,
    })
    .refine((value) => !/\p{Cc}/u.test(value), {
      error: `${what} holds a control character, such as a line break. Azure compares every character: remove it.`,
    })
    .refine((value) => !holdsUnseen(value), {
      error: `${what} holds a character that cannot be seen, as pasted text may. Azure compares every character: type it anew.`,
    })
}

export const Issuer = exactText('The issuer').refine(isHttpsUrl, {
  error: 'The issuer is an https:// address, exactly as the token carries it, without query or fragment.',
})
export const Subject = exactText('The subject')
/**
 * Only its size is looked at here: `parseExpression` of the federation package reads it, here and at the server. How long
 * Azure lets it be is not published.
 */
export const Expression = z
  .string()
  .min(1, 'The pattern is empty. Write which claims have to match.')
  .max(limits.expressionLength, 'The pattern has more than 4,000 characters, which the portal does not send.')
export const Audience = exactText('The audience')
export const Description = z
  .string()
  .max(limits.textLength, 'A description has more than 600 characters, which Azure refuses.')

/** Azure stores a list, and refuses any number but one. */
export const Audiences = z.array(Audience).length(1, 'Azure accepts exactly one audience.')

/** Written as URL parsers would write it up to the end of the host, so that no two readers see two hosts. */
function isHttpsUrl(value: string): boolean {
  if (!URL.canParse(value) || !value.startsWith('https://') || /[\s?#\\]/.test(value)) return false
  const [authority = ''] = value.slice('https://'.length).split('/')
  return authority.toLowerCase().startsWith(new URL(value).host) && !/@|:$/.test(authority)
}
