export { presetById, presets } from './presets/presets.ts'
export { compileTrust } from './compile-trust.ts'
export { previewTrust } from './preview-trust.ts'
export { proposeTrust } from './propose-trust.ts'
export { recognise } from './recognise.ts'
export { environmentIn, isFlexible, wordsOfTrust } from './trust-words.ts'
export type { ToldTrust, WordsOfTrust } from './trust-words.ts'
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
export { azCloudCommands, azCreateCommands } from './exports/azure-cli.ts'
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
export type {
  Cause,
  CauseAction,
  CauseCertainty,
  CauseFamily,
  CauseField,
  ClaimAlignment,
  Diagnosis,
} from './diagnosis/cause.ts'
export { causeFamilies } from './diagnosis/cause.ts'
export { causeCodes, causeFacts } from './diagnosis/codes.ts'
export type { CauseCode, CauseFact } from './diagnosis/codes.ts'
export { checkTrust } from './diagnosis/check-trust.ts'
export { githubFactsOf } from './diagnosis/github-facts-of.ts'
export { silentFaults } from './diagnosis/silent-faults.ts'
export type { CheckContext } from './diagnosis/draft-view.ts'
export type {
  DiagnosedParentKind,
  DiagnosedTrust,
  DiagnosisFacts,
  GithubFacts,
  OtherParent,
} from './diagnosis/trust.ts'
export { judgeProbe } from './diagnosis/judge-probe.ts'
export type { ProbeAnswer, ProbeAttempt } from './diagnosis/probe-view.ts'
export { judgeWrite } from './diagnosis/judge-write.ts'
export type { PlannedWrite } from './diagnosis/judge-write.ts'
export type { AssignedPolicy, Permission, RoleAssignmentFact, WriteContext } from './diagnosis/write-view.ts'
export { regionsWithoutSupport } from './diagnosis/rules/write/region.ts'
export type { Presented } from './diagnosis/claims/presented.ts'
export { readPresented } from './diagnosis/claims/read-presented.ts'
export { compareToken } from './diagnosis/compare-token.ts'
export type { ComparedToken, TokenDiagnosis } from './diagnosis/compare-token.ts'
export type {
  KnownIdentity,
  KnownTrust,
  PublishedKey,
  TokenContext,
} from './diagnosis/claims/token-context.ts'
export { explainError } from './diagnosis/explain-error.ts'
export type { ErrorDiagnosis, ErrorSurroundings } from './diagnosis/explain-error.ts'
export type { ErrorContext } from './diagnosis/error/error-case.ts'
export type { Phase } from './tokens/further-facts.ts'
export type { Quoted } from './diagnosis/error/quoted-values.ts'
export type { ComparedTrust } from './diagnosis/judge-presented.ts'
export { findTrustFindings } from './findings/find-trust-findings.ts'
export type { JudgedInventory } from './findings/find-trust-findings.ts'
export { findingSeverities } from './findings/finding.ts'
export type {
  Finding,
  FindingAction,
  FindingFix,
  FindingReport,
  FindingSeverity,
  NotJudged,
} from './findings/finding.ts'
export { findingRuleIds } from './findings/rule-ids.ts'
export type { FindingRuleId } from './findings/rule-ids.ts'
export { findingRules } from './findings/rules.ts'
export type { FindingRule } from './findings/rule.ts'
export type { FindingPolicy, FindingSettings, RoleReasons } from './findings/settings.ts'
export { policyRefusals } from './findings/policy-refusals.ts'
export type { GuardedTrust, PolicyRefusal } from './findings/policy-refusals.ts'
export { roleRefusals } from './findings/role-refusals.ts'
export type { GuardedRole } from './findings/role-refusals.ts'
export { factGaps, known as knownFact, unknown as unknownFact } from './findings/facts/fact.ts'
export type { Fact, FactGap } from './findings/facts/fact.ts'
export type { AppRoleFact, DirectoryRoleFact, OwnerFact, RoleFact } from './findings/facts/access.ts'
export type {
  FindingInventory,
  FindingParent,
  FindingTrust,
  LastUse,
  RepositoryFacts,
} from './findings/facts/inventory.ts'
export { idSwitchOf } from './findings/id-switch.ts'
export type { IdSwitch } from './findings/id-switch.ts'
export type { SwitchedTrust } from './findings/id-switch-steps.ts'
export { repairTrust } from './findings/repair-trust.ts'
export type { TrustValues } from './findings/repair-trust.ts'
export { matchesAcceptRule } from './findings/accept-rule.ts'
export type { AcceptRule } from './findings/accept-rule.ts'
export { csvLine } from './findings/exports/csv-line.ts'
export { findingsCsv, findingsCsvHead, findingsCsvRows } from './findings/exports/findings-csv.ts'
export { findingsSarif, sarifResult } from './findings/exports/findings-sarif.ts'
export type { SarifOptions } from './findings/exports/findings-sarif.ts'
export { choiceOf, withChoice } from './trust-query/change-query.ts'
export type { FacetChoice } from './trust-query/change-query.ts'
export { formatTrustQuery } from './trust-query/format-query.ts'
export { parseTrustQuery, queryLimit } from './trust-query/parse-query.ts'
export { emptyQuery, trustQueryKeys } from './trust-query/query.ts'
export type {
  ParsedQuery,
  QueryProblem,
  QueryTerm,
  QueryValue,
  QueryWord,
  TrustQuery,
  TrustQueryKey,
} from './trust-query/query.ts'
export { facetKeys } from './trust-query/facets.ts'
export type { FacetCount, FacetKey } from './trust-query/facets.ts'
export { matchesTrust, searchTrusts } from './trust-query/search-trusts.ts'
export type { TrustSearch } from './trust-query/search-trusts.ts'
export type { OpenedRole, TrustFacts } from './trust-query/trust-facts.ts'
export { accessFactsOf, placeFactsOf, toTrustFacts } from './trust-query/to-trust-facts.ts'
export type { AccessFacts, ParentAccessFacts, PlaceFacts } from './trust-query/to-trust-facts.ts'
export { indexSlices, indexTrusts } from './trust-query/trust-index.ts'
export type { TrustIndex } from './trust-query/trust-index.ts'
export { outsideNames } from './findings/outside-names.ts'
export type { OutsideNames } from './findings/outside-names.ts'
export { changesSince, reviewChanges } from './review-item/changes-since.ts'
export type {
  ChangesSince,
  ReviewChange,
  ReviewChangeKind,
  ReviewState,
} from './review-item/changes-since.ts'
export { suggestDecision, suggestedDecisions } from './review-item/suggest-decision.ts'
export type { ReviewedItem, SuggestedDecision, Suggestion } from './review-item/suggest-decision.ts'
