export { presetById, presets } from './presets/presets.ts'
export { compileTrust } from './compile-trust.ts'
export { previewTrust } from './preview-trust.ts'
export { proposeTrust } from './propose-trust.ts'
export { recognise } from './recognise.ts'
export { compareClaims } from './claims/compare-claims.ts'
export type { ClaimComparison, PresentedClaims } from './claims/compare-claims.ts'
export type { Difference } from './claims/difference.ts'
export { segmentClaims } from './claims/segment-claims.ts'
export { checkExpression } from './expressions/check-expression.ts'
export { evaluateExpression } from './expressions/evaluate-expression.ts'
export type { ExpressionClaims, ExpressionResult, TermResult } from './expressions/evaluate-expression.ts'
export { expandToTrusts } from './expressions/expand-to-trusts.ts'
export type { Expansion, ExpansionInput } from './expressions/expand-to-trusts.ts'
export { explainExpression } from './expressions/explain-expression.ts'
export type { ExpressionExplanation } from './expressions/explain-expression.ts'
export { expressionLanguageVersion, expressionOperators, writeExpression } from './expressions/expression.ts'
export type {
  Expression,
  ExpressionOperator,
  ExpressionProblem,
  ExpressionTerm,
  ParsedExpression,
} from './expressions/expression.ts'
export { expressionExamples } from './expressions/expression-examples.ts'
export type { ExampleClaims, ExpressionExamples } from './expressions/expression-examples.ts'
export { expressionIssuerOf, expressionIssuers } from './expressions/expression-issuers.ts'
export type { ExpressionIssuer, RequiredClaims } from './expressions/expression-issuers.ts'
export { parseExpression } from './expressions/parse-expression.ts'
export type { Breadth } from './expressions/reach.ts'
export { exportForms } from './exports/export.ts'
export type { Export, ExportContext, ExportedTrust, ExportForm } from './exports/export.ts'
export { exportFormsFor, exportTrust } from './exports/export-trust.ts'
export { pasteLimit, understandPaste } from './paste/understand-paste.ts'
export type { PasteHosts, PasteOptions } from './paste/paste-context.ts'
export type {
  ClusterReading,
  CredentialReading,
  ErrorReading,
  IdentityReading,
  NothingReading,
  PastedParent,
  PastedTrust,
  PasteNote,
  PasteNoteCode,
  PasteReading,
  SeveralReading,
  SingleReading,
  TokenReading,
  WorkloadReading,
} from './paste/paste-reading.ts'
export { cloudNames, defaultAudience } from './model/cloud.ts'
export type { Cloud } from './model/cloud.ts'
export { presetCategories } from './model/preset.ts'
export type {
  Certainty,
  CompiledTrust,
  CompileOptions,
  FieldGuide,
  FieldValues,
  Preset,
  PresetCategory,
  PresetId,
  Recognised,
  StoredClaims,
  TrustDraft,
  TrustPreview,
  TrustProposal,
} from './model/preset.ts'
export type { ClaimSegments, Segment } from './model/segment.ts'
export { warningCodes } from './model/warning.ts'
export type { Severity, Warning, WarningCode } from './model/warning.ts'
export { decodeToken } from './tokens/decode-token.ts'
export type { DecodedToken, TokenProblem } from './tokens/decode-token.ts'
export { explainExchangeError } from './tokens/exchange-error.ts'
export type { ExchangeErrorBody, ExchangeExplanation } from './tokens/exchange-error.ts'
