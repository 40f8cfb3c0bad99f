/** Whether a title names an agreement, as opposed to one of its sections. */
export function isAgreementName(title: string): boolean {
  return NAMED_AGREEMENT.test(title) && !isOnlySectionName(title)
}

/** Whether a title belongs to the pages before an agreement: copyright, trademarks, contents, revisions. */
export function isCoverHeading(title: string): boolean {
  return COVER_HEADING.test(title)
}

/** `免责条款`, `Concluding of the Agreement`: names that sections bear, too. */
function isOnlySectionName(text: string): boolean {
  return (
    /^(?:免责|保密|责任|一般|通用|其他|其它|附加|补充|最终|违约|争议|终止|付款|定义|特别|隐私)(?:责任|解决)?(?:条款|声明)$/.test(text) ||
    /^(?:general|other|miscellaneous|final|additional|special|supplemental)\s+(?:terms|conditions|provisions)$/i.test(text) ||
    ABOUT_AN_AGREEMENT.test(text) ||
    text.length > 80
  )
}

const NAMED_AGREEMENT =
  /(?:协议|协议书|合同|条款|条件|规则|政策|章程|声明|承诺|须知|契约|規約|約款|약관)(?:[（(].{0,20}[）)])?$|\b(?:agreement|terms|policy|conditions|contract|notice|addendum|charter|statement|licen[cs]e|guidelines|sla)\b|\b(?:AGB|\p{L}*bedingungen|Vereinbarung|Vertrag|Datenschutzerklärung|CGU|CGV|conditions générales|contrat|politique|términos|condiciones|condizioni|voorwaarden)\b/iu

const ABOUT_AN_AGREEMENT =
  /\b(?:of|to|under|in|with|about)\s+(?:the|this|these|our)\s+(?:agreement|terms|policy|conditions|contract|notice)\b/i

const COVER_HEADING =
  /^[【[]?\s*(?:版权声明|商标声明|服务声明|免责声明|联系我们|文档目录|目\s*录|修订(?:记录|历史)|文档修订|版本历史|法律声明|copyright(?: notice)?|trademarks?(?: notice)?|contents|table of contents|index|sommaire|table des matières|inhalt|inhaltsverzeichnis|índice|revision history)\s*[】\]]?$/i
