import type { FieldValues, PresetId, Recognised } from '../model/preset.ts'

/** What to know about a paste beside what it says. */
const pasteNoteCodes = [
  'cleaned',
  'secret',
  'token',
  'computed',
  'assumed',
  'ref-unsure',
  'pattern',
  'issuer-slash',
  'id-token-permission',
  'no-azure-login',
  'uses-secret',
  'reusable-workflow',
  'no-client-id',
  'no-namespace',
  'no-use-label',
  'read-issuer',
  'read-id',
  'audience-differs',
  'audience-missing',
  'file-missing',
  'several-audiences',
  'left-out',
] as const
export type PasteNoteCode = (typeof pasteNoteCodes)[number]

/** `text` is one or two whole sentences: the effect, then what to do. */
export interface PasteNote {
  readonly code: PasteNoteCode
  readonly text: string
}

/** The object a trust is stored on, as far as the paste names it. IDs are in the letters of the paste. */
export type PastedParent =
  | {
      readonly kind: 'managedIdentity'
      readonly subscriptionId?: string
      readonly resourceGroup?: string
      readonly identityName?: string
      readonly clientId?: string
      readonly principalId?: string
    }
  | {
      readonly kind: 'application'
      readonly appId?: string
      readonly objectId?: string
      readonly displayName?: string
      /** Client ID, object ID or identifier URI: the command takes each. */
      readonly id?: string
    }
  | {
      /** A client ID alone: of an application or of a managed identity. */
      readonly kind: 'either'
      readonly clientId: string
    }

/** A trust as the paste writes it. Null: the paste does not say it, or computes it. */
export interface PastedTrust {
  readonly name: string | null
  readonly issuer: string | null
  readonly subject: string | null
  readonly claimsMatchingExpression: string | null
  readonly audiences: readonly string[]
  readonly description: string | null
  readonly parent: PastedParent | null
  /** Preset and fields that compile to the same issuer and subject. */
  readonly recognised: Recognised | null
}

interface Understood {
  /** One sentence without a full stop: `GitHub repository contoso/pay-api, branch main`. */
  readonly understood: string
  readonly notes: readonly PasteNote[]
}

/** Where the trust is for: a preset of the chooser with some of its fields. */
export interface WorkloadReading extends Understood {
  readonly kind: 'workload'
  readonly presetId: PresetId
  readonly fields: FieldValues
  /** Keys of needed fields that are still empty. */
  readonly missing: readonly string[]
  /** The identity that the paste uses, where it names one. */
  readonly parent?: PastedParent
  readonly tenantId?: string
  readonly subscriptionId?: string
  /** Audience that the workload asks for, where the paste says so. */
  readonly audience?: string
}

export interface CredentialReading extends Understood {
  readonly kind: 'credential'
  readonly drafts: readonly PastedTrust[]
  /** Set when all drafts are of one workload: fields that compile to all of them. */
  readonly presetId?: PresetId
  readonly fields?: FieldValues
}

export interface IdentityReading extends Understood {
  readonly kind: 'identity'
  readonly parent: PastedParent
  readonly tenantId?: string
  /** Name of the one trust that an ARM resource ID ends in. */
  readonly trustName?: string
}

/** A cluster whose issuer has to be read from its cloud: it follows from nothing in the paste. */
export interface ClusterReading extends Understood {
  readonly kind: 'cluster'
  readonly presetId: Extract<PresetId, 'aks' | 'azure-arc' | 'eks'>
  readonly cluster: {
    readonly name: string
    readonly resourceGroup?: string
    readonly subscriptionId?: string
    readonly region?: string
    readonly account?: string
  }
  readonly fields: FieldValues
  readonly missing: readonly string[]
}

/** An error for the doctor, which takes the text itself. */
export interface ErrorReading extends Understood {
  readonly kind: 'error'
  /** `AADSTS700213`, or the code of Graph or Azure Resource Manager. */
  readonly code: string
  readonly quoted: {
    readonly issuer?: string
    readonly subject?: string
    readonly audience?: string
    /** The subject that Entra wants, which some errors name. */
    readonly wantedSubject?: string
    readonly clientId?: string
  }
}

/** A decoded token. It never holds the token itself. */
export interface TokenReading extends Understood {
  readonly kind: 'token'
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly warnings: readonly string[]
  readonly presetId?: PresetId
  readonly fields?: FieldValues
}

export type SingleReading =
  WorkloadReading | CredentialReading | IdentityReading | ClusterReading | ErrorReading | TokenReading

/** One paste with several answers, such as a workflow with several jobs. A person chooses. */
export interface SeveralReading extends Understood {
  readonly kind: 'several'
  readonly readings: readonly SingleReading[]
}

/** Nothing to build a trust from. The texts never repeat what was pasted. */
export interface NothingReading {
  readonly kind: 'nothing'
  readonly why: string
  readonly whatToDo: string
  /** The platform it looks like, to choose by hand. */
  readonly presetId?: PresetId
  readonly notes: readonly PasteNote[]
}

export type PasteReading = SingleReading | SeveralReading | NothingReading
/** Every reading that has an answer. */
export type FoundReading = SingleReading | SeveralReading
