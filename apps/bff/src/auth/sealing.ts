import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export interface SealingKey {
  readonly id: string
  /** 32 bytes, AES-256. */
  readonly key: Buffer
}

export interface Sealed {
  readonly keyId: string
  /** 12 bytes nonce, 16 bytes tag, ciphertext. */
  readonly sealed: Buffer
}

/** A blob cannot be opened: its key is not configured any more, or it or its owner is not what was sealed. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError'
}

const nonceLength = 12
const tagLength = 16

/** AES-256-GCM with a random nonce. The owner and the key's id are bound to the blob as additional data. */
export class Sealer {
  readonly #keys: ReadonlyMap<string, Buffer>
  readonly #first: SealingKey

  /** The first key seals, every key opens. */
  constructor(keys: readonly [SealingKey, ...SealingKey[]]) {
    this.#first = keys[0]
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]))
  }

  seal(owner: string, text: string): Sealed {
    const { id, key } = this.#first
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additionalData(owner, id))
    const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return { keyId: id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]) }
  }

  /** Throws UnsealError. */
  open(owner: string, { keyId, sealed }: Sealed): string {
    const key = this.#keys.get(keyId)
    if (key === undefined) throw new UnsealError(`no key has the id ${keyId}`)
    if (sealed.length < nonceLength + tagLength) throw new UnsealError('the blob is too short')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
    decipher.setAAD(additionalData(owner, keyId))
    decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
    try {
      const ciphertext = sealed.subarray(nonceLength + tagLength)
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
    } catch (cause) {
      throw new UnsealError('the blob or its owner is not what was sealed', { cause })
    }
  }

  /** True when the blob should be sealed anew, because a newer key came. */
  isStale(keyId: string): boolean {
    return keyId !== this.#first.id
  }
}

function additionalData(owner: string, keyId: string): Buffer {
  return Buffer.from(`${keyId}\n${owner}`, 'utf8')
}
