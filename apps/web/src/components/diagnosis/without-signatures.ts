/** Stands where a signature stood; letters of a token's own alphabet, so that its other parts are read as before. */
export const signatureLeftOut = 'signature-left-out'

/**
 * The text with the signatures of its tokens taken out: what is left cannot be used by anybody. Reads every character a few
 * times, however long the text.
 */
export function withoutSignatures(text: string): string {
  const joined = text.replace(/\s/g, '')
  // A narrow window broke the one token over several lines.
  const isOneToken = /\s/.test(text.trim()) && /^(?:bearer)?eyJ[\w-]+\.[\w-]+\.[\w-]+$/i.test(joined)
  return (isOneToken ? joined : text).replace(/[\w.-]{20,}/g, withoutSignature)
}

function withoutSignature(run: string): string {
  const parts = run.split('.')
  const start = parts.findIndex((part) => /eyJ/.test(part))
  // Five parts are an encrypted token, which has no claims to read.
  if (start === -1 || parts.slice(start).filter((part) => part !== '').length !== 3) return run
  return parts.map((part, at) => (at === start + 2 && part.length > 0 ? signatureLeftOut : part)).join('.')
}
