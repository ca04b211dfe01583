export { presets } from './presets/presets.ts'
export { compileTrust } from './compile-trust.ts'
export { previewTrust } from './preview-trust.ts'
export { recognise } from './recognise.ts'
export { compareClaims } from './claims/compare-claims.ts'
export type { ClaimComparison, PresentedClaims } from './claims/compare-claims.ts'
export type { Difference } from './claims/difference.ts'
export { segmentClaims } from './claims/segment-claims.ts'
export { exportForms } from './exports/export.ts'
export type { Export, ExportContext, ExportForm } from './exports/export.ts'
export { exportFormsFor, exportTrust } from './exports/export-trust.ts'
export { cloudNames, defaultAudience } from './model/cloud.ts'
export type { Cloud } from './model/cloud.ts'
export { presetIds } from './model/preset.ts'
export type {
  CompiledTrust,
  CompileOptions,
  FieldGuide,
  FieldValues,
  Preset,
  PresetId,
  Recognised,
  StoredClaims,
  TrustDraft,
  TrustPreview,
} from './model/preset.ts'
export type { ClaimSegments, Segment } from './model/segment.ts'
export { warningCodes } from './model/warning.ts'
export type { Severity, Warning, WarningCode } from './model/warning.ts'
export { decodeToken } from './tokens/decode-token.ts'
export type { DecodedToken, TokenProblem } from './tokens/decode-token.ts'
export { explainExchangeError } from './tokens/exchange-error.ts'
export type { ExchangeErrorBody, ExchangeExplanation } from './tokens/exchange-error.ts'
