import {rules} from '../limitation-rule.ts'

/** Warranty disclaimers: PRC Civil Code 496; UCC 2-316. */
export const warrantyDisclaimer = rules('warranty-disclaimer', 'provider', [
  {
    pattern:
      /(?:不(?:做|作|提供|作出|做出|给予)(?:出)?(?:任何|明示|默示|暗示|其他|形式|类型|如下|以下|下列|上述|的|或者?|和|、|及){0,10}(?:保证|担保|承诺|陈述)|不(?:能|会|可能)?[对就][^，。；]{1,60}(?:做|作|提供|作出|做出|给予|进行)(?:出)?(?:任何|明示|默示|暗示|其他|形式|声明|陈述|的|或者?|和|、){0,12}(?:保证|担保|承诺|陈述)|不(?:能)?(?:保证|担保|承诺)(?!金)|无法(?:保证|担保)|难以保证|不附带[^，。；]{0,10}(?:保证|担保)|不提供[^，。；]{0,6}(?:质量标准|保证|担保))/,
    veto: /(?:您|用户|客户|乙方|会员)[^，。；]{0,6}(?:不能?保证|保证不)|(?:如果?|若)您?不能保证/,
    vetoAfter: /^(?:的|金)/,
  },
  {
    pattern:
      /(?:按|以|依)(?:照)?[“"「]?(?:现状|现有状态|现有技术|现有条件|当前状态|当前功能|现况|现有[”"」]的?(?:状态|状况|基础)|现有的(?:状态|状况|基础))[”"」]?(?:及[^，。；]{1,8})?(?:为限|提供|交付|向您)?/,
    vetoAfter: /^[^，。；]{0,6}(?:恢复|归还)/,
  },
  {
    pattern:
      /[“"'‘]?\bas[\s-]is\b[”"'’]?|[“"'‘]as[\s-]available\b|\bprovided\b[^.;]{0,20}\bas[\s-]available\b|\bwith all (?:its )?faults\b/i,
    veto: /\b(?:reads?|remain)s? as is\b/i,
  },
  {
    pattern:
      /\b(?:without|no)\s+(?:any\s+)?(?:express\s+or\s+implied\s+|other\s+)?(?:warrant(?:y|ies)|guarantees?|representations?)\b|\b(?:make|give|offer|provide|extend)s?\s+no\s+(?:\w+\s+){0,3}(?:warrant(?:y|ies)|guarantees?|representations?|promises?|assurances?)/i,
    veto: /\byou (?:make|give)\b/i,
  },
  {
    pattern:
      /\b(?:disclaims?|excludes?)\b[^.;]{0,60}\b(?:warrant(?:y|ies)|guarantees?)\b|\bwarrant(?:y|ies)\b[^.;]{0,80}\b(?:are|is)\s+(?:hereby\s+)?(?:disclaimed|excluded)/i,
  },
  {
    pattern:
      /\b(?:do|does|did|can|will|shall)\s*(?:not|n['’]t)\s+(?:\w+\s+){0,2}(?:warrant|guarantee|represent|promise)\b|\b(?:cannot|can['’]t|don['’]t|doesn['’]t)\s+(?:\w+\s+)?(?:guarantee|warrant|promise)\b|\bthere (?:is|are) no (?:guarantee|warrant|assurance|promise)/i,
    veto: /\byou (?:do not|don['’]t) (?:warrant|guarantee|represent)/i,
  },
  {
    pattern:
      /不(?:能|可能)?(?:就此|对此|为此)?(?:做|作|提供|作出|做出|给予)[^，。；]{0,10}(?:保证|担保|承诺)(?![金人])|不(?:声明|陈述|承诺)(?:或|和|及|、)(?:保证|担保)|不(?:负|承担)(?:任何)?(?:保证|担保)责任/,
    veto: /(?:您|用户|客户|乙方|会员)[^，。；]{0,6}不/,
  },
  {
    pattern:
      /不(?:代表|意味着|等于)[^。；]{0,60}(?:作出|做出|提供|给予)[^。；]{0,12}(?:保证|承诺|担保)|不(?:代表|意味着|等于)[^，。；]{0,12}(?:保证|承诺|担保)/,
  },
  {
    pattern: /不(?:应当?|得|应被|被)?(?:视为|构成|意味着)[^。；]{0,60}(?:担保|保证|承诺)(?![的金人])/,
    veto: /放弃|违反|违约/,
    actor: 'none',
  },
  {pattern: /\b(?:are|is)\s+(?:not|never)\s+(?:\w+\s+)?(?:guaranteed|warranted)\b/i, actor: 'none'},
  {pattern: /\b(?:does|do)\s+not\s+(?:[\w-]+,?\s+(?:or\s+|and\s+)?){1,6}(?:guarantee|warrant)\b/i},
  {pattern: /\bnothing\b[^.;]{0,40}\b(?:guarantee|warranty|promise)\b|\bnot\s+(?:be\s+)?an?\s+(?:guarantee|promise|assurance)\b/i},
  {
    pattern:
      /\bno (?:\w+\s+)?(?:warrant(?:y|ies)|conditions) (?:is|are) (?:given|made)\b|\b(?:warrant(?:y|ies)|conditions)\b[^.;]{0,40}\b(?:is|are)\s+excluded\b/i,
  },
  {pattern: /\b(?:exclude|disclaim)s?\b[^.;]{0,40}\bimplied\s+(?:terms|conditions|warrant)/i},
  {pattern: /\b(?:merchantability|fitness for a particular purpose)\b/i},
  {
    pattern:
      /\bkeine\s+(?:Gewähr|Garantie|Zusicherung)|\b(?:garantiert|garantieren|gewährleistet|gewährleisten)\b[^.;]{0,40}\bnicht\b|\bnicht\b[^.;]{0,10}\b(?:garantiert|gewährleistet)/i,
  },
  {
    pattern:
      /\bne\s+(?:garantit|garantissons|donne|fournit)\b[^.;]{0,40}\b(?:pas|aucune)|\bsans\s+(?:aucune\s+)?garantie|\ben\s+l['’]état\b/i,
  },
])

/** No other compensation: PRC Civil Code 496. */
export const soleRemedy = rules('sole-remedy', 'none', [
  /(?:唯一|全部且唯一|唯一且全部)的?(?:且[^，。；]{1,4}的?)?(?:补救|救济|赔偿|补偿|责任)(?!责任人|主体)(?=[^，。；]{0,12}(?:措施|方式|方法|办法|。|，|$|手段|责任))|[是为][^，。；]{0,30}承担的(?:全部|唯一)(?:赔偿|责任)/,
  /(?:获得|享有|主张|得到)的(?:全部|唯一)(?:救济|补偿|赔偿|补救)/,
  /\b(?:sole|exclusive|only)\s+(?:and\s+(?:exclusive|sole|entire)\s+)?(?:remedy|remedies|recourse)\b|\bentire\s+(?:liability|remedy)\b|\bremed(?:y|ies)\b[^.;]{0,60}\b(?:is|are)\s+(?:\w+\s+){0,2}exclusive\b|\ball\s+(?:that\s+)?you\s+(?:can|may|will)\s+(?:claim|recover|ask for|receive)\b/i,
])

/** Deadlines for claims: PRC Civil Code 197 for limitation periods proper. */
export const claimDeadline = rules('claim-deadline', 'none', [
  {
    pattern:
      /(?:应|须|需|必须|可以|可|最晚|最迟|方可)[^。；]{0,60}(?:(?:(?:\d|[一二三四五六七八九十两])[^，。；]{0,6}(?:日|天|周|月|年|时)(?:之)?(?:内|前|后)|(?:之前|之后|期限内|期内))[^。；]{0,30}(?:提出|申请|主张|索赔)[^。；]{0,12}(?:赔偿|补偿|异议|索赔)?|(?:提出|申请)[^。；]{0,12}(?:赔偿|补偿|索赔)[^。；]{0,30}(?:不应?超过|内|前))/,
    veto: /退款申请|开票|发票|我们将|答复|复核|终止服务的申请/,
  },
  {
    pattern:
      /(?:逾期|超过[^，。；]{1,16}|未在[^，。；]{1,24}内)[^。；]{0,30}(?:视为(?:您)?(?:自动|自愿|主动)?(?:放弃|认可|无异议|确认)|不予受理|不再受理|丧失)/,
  },
  {
    pattern:
      /(?:索赔|赔偿申请|补偿申请)(?:应当?|须|必须)?[^。；]{0,40}(?:\d|[一二三四五六七八九十])[^。；]{0,12}(?:日|天|月|年)(?:个)?(?:之)?内/,
    vetoBefore: /(?:产生|发生|提出|引起)$/,
  },
  {
    pattern:
      /\b(?:claims?|actions?|suits?|proceedings?|cause of action|disputes?)\b[^.;]{0,120}\b(?:must|shall|may|(?:has|have|needs?|ought) to)\b[^.;]{0,60}\b(?:within|before|no later than|not later than)\b[^.;]{0,60}\b(?:year|month|day|hour)s?\b/i,
    veto: /respond|reply|pay/i,
  },
  {
    pattern:
      /\byou\s+(?:must|shall|have to|may only)\s+(?:\w+\s+){0,2}(?:dispute|contest|report|raise|notify|submit|request|claim)\b[^.;]{0,80}\b(?:charges?|invoices?|bills?|claims?|credits?|errors?|refunds?|items?|defects?|damage)\b[^.;]{0,60}\b(?:within|no later than|not later than|before)\b[^.;]{0,40}\b(?:day|month|year|hour)s?\b/i,
  },
  {
    pattern:
      /\bif you (?:object to|dispute|contest|disagree with)\b[^.;]{0,60}\b(?:bill|invoice|charge|fee|statement|amount)s?\b[^.;]{0,80}\bwithin\b[^.;]{0,40}\b(?:day|month|year)s?\b/i,
  },
  {
    pattern:
      /\b(?:may|can|shall)\s*not\b[^.;]{0,60}\b(?:claims?|actions?|suits?|proceedings?)\b[^.;]{0,60}\bmore than\b[^.;]{0,30}\b(?:year|month|day)s?\b/i,
  },
  {
    pattern:
      /\b(?:objections?|complaints?|notices? of (?:claim|dispute))\b[^.;]{0,60}\b(?:must|shall)\b[^.;]{0,40}\bwithin\b[^.;]{0,40}\b(?:day|month|year|hour)s?\b/i,
  },
  {pattern: /\bclaims?\s+not\s+(?:made|brought|raised|filed|submitted)\b[^.;]{0,60}\b(?:waived|barred|lost|excluded|void)\b/i},
  {pattern: /\b(?:permanently|forever)\s+barred\b|\bno\s+(?:action|claim)\b[^.;]{0,80}\bmore than\b/i},
  {pattern: /\bwithin\b[^.;]{0,40}\b(?:day|month|year)s?\b[^.;]{0,80}\bor\b[^.;]{0,60}\b(?:waive[sd]?|barred|forfeit\w*)/i},

  {
    pattern: /\b(?:limitation period|period of limitation)\b[^.;]{0,80}\b(?:is|are|shall be|will be)\b[^.;]{0,40}\b(?:year|month|day)s?\b/i,
    veto: /\bstatutory\b/i,
  },
  {
    pattern:
      /\b(?:requests?|claims?|complaints?)\s+(?:(?:is|are|must be|that (?:is|are))\s+)?(?:made|submitted|received|filed|raised)\s+(?:\w+\s+){0,3}within\b[^.;]{0,40}\b(?:year|month|week|day|hour)s?\b/i,
    veto: /\b(?:respond|reply|answer|process|handle)s?\b/i,
  },
  {pattern: /\b(?:Verjährungsfrist|Verjährung)\b[^.;]{0,80}\b(?:beträgt|verkürzt|binnen|innerhalb)\b/i, veto: /gesetzlich/i},
  {
    pattern:
      /(?:小时|日|天|月)(?:之?内)?(?:仍|尚)?未[^，。；]{1,20}的?,?，?[^。；]{0,16}(?:不再受理|不予受理|不再处理|不予处理|不再负责|视为(?:您)?(?:无异议|验收))/,
  },
  {pattern: /\blos(?:e|es|ing)\s+(?:the|your|any|its|their)\s+(?:right|claim)s?\b[^.;]{0,80}\b(?:within|before|in time)\b/i},
  {
    pattern: /\b(?:disputes?|claims?|complaints?|objections?)\b[^.;]{0,30}\bwithin\b[^.;]{0,24}\b\d+[\s-](?:day|hour|week|month)s?\b/i,
    veto: /\b(?:respond|reply|answer|process|resolve|handle)\w*\b/i,
  },
])
