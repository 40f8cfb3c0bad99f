/** Text and dates in, data out: the pipeline on one screen is compile.ts. */
export {analyze, type Facts, type LimitationFact} from './analyze/index.ts'
export {assignClauseIds, type PreviousVersion} from './assign-clause-ids.ts'
export {
  type Agreement,
  type Clause,
  flattenClauses,
  headingText,
  type Mark,
  type MissingParameter,
  ownText,
  resolveParameters,
} from './clause-tree/index.ts'
export {type ComparedSource, type Comparison, compareSources} from './compare-sources.ts'
export {type CompiledAgreement, type CompileOptions, compile} from './compile.ts'
export type {Diagnostic, Severity} from './diagnostic/index.ts'
export {
  type AgreementDiff,
  applyPatch,
  type Change,
  type ChangeKind,
  type ComparedVersion,
  carryClauseIds,
  compareAgreements,
  DIFF_ENGINE,
  type IdentifiedVersion,
  type Patch,
  patchBetween,
} from './diff/index.ts'
export {type ChangeDocument, type DiffDocument, toDiffDocument} from './diff-document.ts'
export {formatAgreements as canonicalMarkdown, phrasing, stringifyMarkdown} from './format/index.ts'
export {format} from './format-source.ts'
export {agreementTitle, type InspectedAgreement, type InspectedClause, type Inspection, toInspection} from './inspection.ts'
export {applyFixes, compareLocales, type LintProfile, lintRules, type Rule, type TranslationRule, translationRules} from './lint/index.ts'
export {
  type ChangeNotice,
  type ConsentDecision,
  type DateJudgement,
  type DateQuestion,
  type DirectionOverride,
  draftNotice,
  judgeDates,
  type LatestAnnouncement,
  type LawTables,
  latestAnnouncement,
  lawTables,
  type MissingTable,
  type NoticeChange,
  type NoticeFault,
  type NoticePolicy,
  type NoticeProfile,
  type NoticeRequest,
  type NoticeTrigger,
  noticeFaults,
  putAllIntoWords,
  putIntoWords,
  type RuleVerdict,
  ruleRow,
  type Wording,
} from './notice/index.ts'
export {isAgreementName, isCoverHeading, isTitleLike, type LabelReading, parse, readLabels} from './parse/index.ts'
export {readSource} from './read-source.ts'
export {
  type ChainFault,
  canonicalClauses,
  canonicalJson,
  canonicalTree,
  checkChain,
  compareInstants,
  dayOf,
  inTimeZone,
  isTimeZone,
  latestVersion,
  type Manifest,
  manifestSchema,
  NAME_PATTERN,
  readInstant,
  recordText,
  sealOf,
  sealRecord,
  selectVersion,
  TREE_ENGINE,
  type Version,
  type VersionState,
  versionInForce,
  versionState,
  type Withdrawal,
  withdrawalSchema,
} from './version/index.ts'
export {
  type AgreementView,
  absoluteAddress,
  type ClauseWords,
  type ConsentMetadata,
  type ConsentSource,
  type ConspicuousClause,
  clauseAnchor,
  consentMetadata,
  directionOf,
  type EditionView,
  foldWords,
  type HeadLink,
  type HistoryView,
  type Messages,
  type NoticeView,
  noticeLanguage,
  type PageView,
  type RedlineInput,
  type RedlineView,
  SILENT_HEAD,
  type Translate,
  translator,
  type VersionLink,
  viewAgreement,
  viewHistory,
  viewNotice,
  viewRedline,
  viewWords,
} from './view/index.ts'
