import {rules} from '../limitation-rule.ts'

/** Where disputes are heard: PRC Civil Procedure Law 35, Interpretation 31. */
export const jurisdiction = rules('jurisdiction', 'none', [
  {
    pattern:
      /(?:向|由|提交|交由|提请|至)[^，。；]{0,40}(?:人民法院|法院)(?:提起|起诉|诉讼|管辖|解决|裁决|处理|审理|受理|裁判|(?=$|[。；，,]))|(?:人民法院|法院)(?:享有|具有|进行)?(?:专属)?管辖|管辖法院(?:为|是)/,
    veto: /(?:应|根据|依据|按照|依)[^，。；]{0,12}法院[^，。；]{0,10}(?:要求|判决|裁决|披露|传唤)/,
  },
  {
    pattern:
      /\b(?:exclusive|sole|personal|non-exclusive)\s+(?:\w+\s+){0,2}(?:jurisdiction|venue)\b|\bsubmit\b[^.;]{0,40}\b(?:jurisdiction|courts? of)\b|\bcourts?\b[^.;]{0,60}\b(?:is|are) competent\b|\b(?:courts?)\s+(?:of|in|located|sitting|for)\b[^.;]{0,80}\b(?:jurisdiction|venue|resolve|settle|hear)/i,
    veto: /court order|where required by/i,
  },
  {
    pattern:
      /\b(?:disputes?|claims?|actions?|proceedings?|(?:law)?suits?|litigation)\b[^.;]{0,120}\b(?:brought|filed|heard|resolved|litigated|settled|instituted)\b[^.;]{0,40}\b(?:in|before|by)\b[^.;]{0,40}\b(?:courts?|tribunals?)\b/i,
  },
  {
    pattern:
      /\bGerichtsstand\b[^.;]{0,80}\b(?:ist|sind|wird|vereinbart)|\b(?:ausschließlich(?:er|e)?|zuständig)\b[^.;]{0,40}\b(?:Gericht|Gerichtsstand)/i,
  },
  {
    pattern:
      /\btribuna(?:l|ux)\b[^.;]{0,60}\b(?:compétents?|exclusive|ressort|de [A-Z])|\bcompétence\b[^.;]{0,40}\btribuna(?:l|ux)|\bjuridictions?\b[^.;]{0,30}\bcompétentes?/i,
  },
  {
    pattern:
      /\bcourts?\s+(?:of|in)\b[^.;]{0,60}\b(?:decides?|rules?|determines?)\b|\b(?:place\s+of\s+)?venue\b[^.;]{0,40}\b(?:lies|is|will\s+be|shall\s+(?:be|lie))\b/i,
    veto: /court order|as determined/i,
  },
])

/** Which law applies. */
export const governingLaw = rules('governing-law', 'none', [
  {
    vetoAfter: /^规?的?保护/,
    pattern:
      /(?:适用|受)(?:中华人民共和国|中国|[一-鿿]{2,8}(?:国|地区|法域))[^，。；]{0,20}法律?(?:管辖|约束|解释|规定)?|(?:依照|依据|按照|根据)(?:中华人民共和国|中国)[^，。；]{0,8}法律?(?:法规)?(?:予以|进行|加以)?(?:处理|解释|执行|解决|管辖)/,
    veto: /适用法律(?:法规)?(?:的)?(?:要求|规定)|(?:符合|遵守)[^，。；]{0,12}法/,
  },
  {
    pattern:
      /\b(?:governed\s+(?:by|under)|construed\s+(?:in accordance|under)|interpreted\s+(?:in accordance|under)|subject to the laws)\b[^.;]{0,80}\blaws?\b|\blaws? of\b[^.;]{0,60}\b(?:govern|appl(?:y|ies))|\bsubject to (?!applicable|any|all|local|such|the|other)[A-Z]\w+ law\b|\bgoverned (?:by|under) [A-Z]\w+ law\b|\b(?!applicable|any|no|local|such|the|other|that|this|where|if|data|consumer|mandatory)[A-Z]\w+ law\s+(?:governs|applies|shall govern|will govern|controls)\b/i,
  },
  {
    pattern:
      /\bes\s+gilt\b[^.;]{0,60}\bRecht\b|\b(?:Anwendung|anwendbar)\b[^.;]{0,40}\bRecht\b|\bunterliegt\b[^.;]{0,40}\bRecht|\bUN-Kaufrecht/i,
  },
  {
    pattern:
      /\b(?:soumis(?:es|e)?|régi(?:es|e|s)?|assujetti\w*)\b[^.;]{0,40}\b(?:droit|loi)\b|\b(?:droit|loi)\s+français\w*\b[^.;]{0,30}\b(?:applicable|s['’]applique)/i,
  },
])

/** Disputes leave the courts: PRC Arbitration Law 27, 29. */
export const arbitration = rules('arbitration', 'none', [
  {
    pattern: /(?:提交|提请|申请|交由|由)[^，。；]{0,40}仲裁(?:委员会|院|机构|中心|解决|裁决)?|仲裁裁决(?:是|为)(?:终局|最终)/,
    veto: /劳动仲裁|总线/,
  },
  {
    veto: /\bcontains?\b[^.;]{0,160}\barbitration (?:agreement|clause|provision)/i,
    pattern:
      /\b(?:binding|final|individual|mandatory|compulsory)\s+(?:and\s+\w+\s+)?arbitration\b|\b(?:settled|resolved|determined|decided|submit(?:ted)?)\b[^.;]{0,60}\barbitrat(?:ion|or)\b|\bagree\b[^.;]{0,40}\bto\s+arbitrate\b/i,
  },

  {
    pattern:
      /\barbitration\b[^.;]{0,30}\b(?:shall|will|must)\s+(?:take place|be (?:conducted|held|seated|administered|governed))\b|\barbitrators?\b[^.;]{0,60}\b(?:exclusive|sole)\s+(?:authority|power|jurisdiction)\b/i,
  },
  {pattern: /\b(?:disputes?|claims?)\b[^.;]{0,60}\b(?:go|goes|referred|submitted|taken|brought)\s+to\s+(?:\w+\s+)?arbitration\b/i},
])
