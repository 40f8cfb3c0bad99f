import {rules} from '../limitation-rule.ts'

/** Exclusion of liability: PRC Civil Code 496, 506; Order 77 art. 7. */
export const exclusionOfLiability = rules('exclusion-of-liability', 'provider', [
  {
    pattern:
      /(?:均|概|皆|一律|也|亦|并|将|都)?不(?:[对就][^，。；]{0,40}|因此|为此|就此)?(?:承担|负|担负|负有)(?:任何|(?:因此|由此)(?:而)?(?:导致|引起|造成|产生|发生)的?|相关|相应|上述|赔偿|损害|经济|民事|法律|连带|违约|直接或间接的?|形式的?|责任[、和及或]|的|其他|补偿|侵权|保证|由此产生的|因此产生的|[、和及或/]){0,8}(?:责任|义务(?=和?责任)|损失|后果|赔偿义务)/,
    veto: /(?:不免除|不(?:得)?排除|不因此(?:而)?免除)/,
    vetoAfter: /^[^，。；]{0,6}(?:违约责任的?权利|除外|的行为)/,
  },
  {
    pattern:
      /(?:无需|无须|毋须|不必|不需|不用|不应)(?:为此|因此|就此|向您|对此|对您|再|另行|[对就][^，。；]{1,30})?(?:承担|负|支付|给予|作出|进行)(?:任何|相应|法律|赔偿|违约|连带|其他|上述|补偿|的|责任[、和及或]|[、和及或]){0,7}(?:责任|赔偿|补偿|义务)/,
  },
  {pattern: /(?:不存在|没有|并?无)(?:任何)?(?:赔偿|补偿|违约|法律|连带|相关)(?:的)?(?:责任|义务)/, veto: /(?:如|若)(?:不存在|没有|无)/},
  {pattern: /(?:对|就|因)[^，。；]{1,30}(?:无需|无须|毋须|不必)负责/},
  {pattern: /(?:概|均|一概|一律)不承担(?=[，。；]|$)|不承担(?:因此|由此)(?:引起|产生|导致|发生)的(?:任何|一切|全部)(?:费用|支出)/},
  {pattern: /(?:概不负责|不负(?:任何)?责(?:任)?|恕不负责|不予负责|不负[^，。；]{0,10}之责)/},
  {
    pattern: /(?:免于?承担|免予承担|免除|减轻)(?:任何|相应|相关|全部|部分|其|自身|上述|[一-鿿A-Za-z]{1,8}的?)?(?:赔偿|违约|法律)?责任/,
    vetoBefore: /(?:不|未|并非|特别|尤其)[^，。；]{0,10}$|(?:涉及|包含|含有|关于|提示|其中)[^，。；]{0,20}$|特别是$/,
    vetoAfter: /^(?:或者?|和|及|、)?[^，。；]{0,16}(?:条款|的内容|的约定|事由|的情形除外)/,
  },
  {
    pattern: /(?:不对|不就|均不就|不会就)[^。；]{1,60}(?<![应将须当法])(?:承担|负)[^，。；]{0,6}责任/,
    veto: /[对就](?:任何|因此产生的)?(?:的)?(?:间接|附带|特殊|惩罚性|后果性|偶然)[^，。；]{0,60}(?:承担|负)[^，。；]{0,6}责任/,
    vetoAfter: /^的行为/,
  },
  {pattern: /不(?:享有|享受)[^，。；]{0,14}(?:赔偿|补偿)/, actor: 'none'},
  {pattern: /(?:不(?:会)?|均不|概不|并不)(?:对|就|为)[^，。；]{1,40}负责(?!人|任)/},
  {pattern: /(?:同意|承诺|愿意)(?:免除|豁免|放弃追究|不(?:再)?追究)[^。；]{1,60}责任/, actor: 'none'},
  {
    pattern:
      /(?:不(?:再)?(?:对您)?(?:进行|予以|给予|作出|提供|支付)(?:任何)?(?:赔偿|补偿)|不予(?:赔偿|补偿|赔付)|不(?:做|作)(?:任何)?(?:赔偿|补偿)|不赔偿)/,
    veto: /(?:应当|应)赔偿/,
  },
  {
    pattern: /(?:不(?:视为|构成|属于|被视为)(?:我们|我方|[一-鿿A-Za-z]{1,10})?(?:的)?(?:违约|侵权|违反本?协议))/,
    actor: 'none',
    veto: /(?:您|用户|客户)(?:的)?(?:违约|侵权)/,
  },
  {
    pattern: /与(?:我们|我方|本公司|本平台|[一-鿿A-Za-z ]{2,12})(?:均|概)?无关(?!的|紧要|或)/,
    veto: /与(?:您|用户|客户|乙方|会员|本协议|本合同|本条|本服务|该|其|此)[^，。；]{0,10}无关/,
    actor: 'none',
  },
  {pattern: /(?:无|没有|不负有?|不承担)(?:任何)?义务[^，。；]{0,20}(?:赔偿|补偿|提供|支持|维护|监控|监督|审查|处理|介入|核实|修复)/},
  {pattern: /(?:不得|无权|不会)[^，。；]{0,16}追究[^，。；]{0,16}责任/, veto: /对方|双方|第三[方人]/, actor: 'none'},
  {
    pattern:
      /(?:可以|可|有权|依法|予以|均|即)免责(?!条款|声明|事)|[，,\s][一-鿿A-Za-z]{2,8}?免责(?=[。；,，]|$)|(?:免责|免除赔偿责任)(?:、[^，。；]{1,12})?(?:等)?的情(?:况|形)(?!除外)/,
    vetoAfter: /^(?:条款)?除外/,
  },
  {
    pattern:
      /(?:不计入|不属于|不纳入|不算作?|不视为|不作为)[^。；]{0,20}(?:不可用|可用性|服务可用|赔偿|中断时间|故障时间|停机|故障时长|服务中断|服务故障|故障(?!的)|违约)/,
    veto: /(?:您|用户|客户)的?(?:违约)/,
  },
  {
    pattern:
      /\b(?:(?:will|shall|can|may|are|is|am|would|be|do|does|did)\s*(?:not|never)|(?<=['’])(?:re|s|m)\s+not|cannot|can't|aren't|isn't|won't|doesn't|don't|in no event|under no circumstances|nor (?:shall|will)|never)\b[^.;]{0,60}?\b(?:be\s+)?(?:held\s+)?(?:liable|responsible|accountable)\b/i,
    veto: /nothing in th(?:is|ese)|(?:exclude|limit)s? (?:or limits? )?(?:our |any )?liability for (?:death|fraud)|not liable for unauthori[sz]ed charges/i,
    vetoAfter:
      /^\s*(?:to\s+[^.;,]{1,30}\s)?for\s+(?:any\s+|all\s+)?(?:(?:lost|loss of)\s+profits?,?\s+(?:or\s+)?(?:any\s+)?)?(?:indirect|incidental|special|consequential|exemplary|punitive)\b/i,
  },
  {pattern: /\bwithout\s+(?:any\s+)?(?:further\s+|additional\s+)?liability\b/i},
  {
    vetoAfter: /^\s*to\s+(?:\w+\s+){0,3}(?:refunds?|retain|keep|store|back up)\b/i,
    pattern:
      /\b(?:have|has|had|assume|assumes|accept|accepts|bear|bears|undertake)\s+no\s+(?:[\w,/ -]{0,30})?(?:liability|responsibility|obligation)\b|\bno\s+(?:liability|responsibility)\s+(?:whatsoever|of any kind|for|is accepted|will)\b/i,
  },
  {
    pattern:
      /\b(?:disclaims?|excludes?|waives?)\s+(?:any\s+and\s+)?(?:(?:all|any|our|its)\s+)?(?:\w+\s+){0,2}(?:liability|responsibility|liabilities)\b/i,
    veto: /\bnothing in th(?:is|ese)\b/i,
  },
  {
    pattern:
      /\b(?:does|do|will|shall)\s+not\b[^.;]{0,40}?\b(?:accept|assume|bear|take|have)\s+(?:any\s+)?(?:\w+\s+)?(?:liability|responsibility)\b/i,
  },
  {
    pattern: /\brelease[sd]?\b[^.;]{0,80}\bfrom\b[^.;]{0,60}\b(?:claims?|demands?|damages|liabilit(?:y|ies)|losses)\b/i,
    actor: 'none',
    veto: /\b(?:we|provider|supplier|company) (?:hereby )?releases? (?:you|customer)/i,
  },
  {pattern: /\b(?:shall|will|does|do)\s*not\s+incur\s+(?:any\s+)?(?:\w+\s+)?(?:liability|responsibility)\b/i},
  {pattern: /\b(?:not|never)\s+(?:to\s+)?hold\b[^.;]{0,40}\b(?:liable|responsible|accountable)\b/i, actor: 'none'},
  {pattern: /\b(?:neither|none)\b[^.;]{0,80}\b(?:is|are|will be|shall be)\s+(?:liable|responsible)\b/i},
  {
    pattern:
      /\b(?:do|does|will|shall|did)\s*not\s+count\b[^.;]{0,40}\b(?:uptime|downtime|availability|commitment|target|service level)|\b(?:not (?:obliged|obligated|required)|no (?:obligation|duty)) to\s+(?:compensate|reimburse|pay|indemnify)\b|\b(?:will|shall|do|does)\s+not\s+(?:compensate|reimburse)\b|\bare not entitled to (?:any )?(?:compensation|credit|damages)\b/i,
  },
  {
    pattern:
      /\b(?:excluded|not (?:be )?(?:counted|included|considered)|do(?:es)? not (?:count|include))\b[^.;]{0,50}\b(?:downtime|availability|uptime|unavailab\w+|service level)/i,
  },
  {
    pattern:
      /\b(?:haftet|haften|haftung)\b[^.;]{0,60}\b(?:nicht|keine|ausgeschlossen|ausschluss)|\bkeine\s+(?:Haftung|Gewähr(?:leistung)?|Verantwortung)\b|\bHaftung[^.;]{0,80}(?:ist|wird|sind)\s+ausgeschlossen|(?:übernimmt|übernehmen)\b[^.;]{0,60}\bkeine(?:rlei)?\s+(?:Haftung|Verantwortung)/i,
    veto: /nicht\s+(?:ausgeschlossen|beschränkt)|unbeschränkt/i,
  },
  {
    pattern:
      /\b(?:ne\s+(?:saurai(?:t|ent)|peut|peuvent|pourra|pourront|sera|seront|est|sont)|n['’]est|décline|exclut|n['’]assume|ne\s+pourrait)\b[^.;]{0,80}\b(?:responsables?\b|responsabilité)|\baucune\s+responsabilité/i,
  },

  {
    pattern:
      /\bliabilit(?:y|ies)\b[^.;]{0,140}?\b(?:is|are|shall be|will be)\s+(?:(?:hereby|expressly|otherwise|also)\s+)?(?:excluded|disclaimed|waived)\b/i,
    vetoBefore: /\bnothing\b[^.;]{0,60}$/i,
  },
  {
    pattern: /\b(?:is|are|am|be|but)\s+not\s+(?:obligated|obliged|bound)\s+to\b/i,
    vetoAfter: /^\s+(?:\w+\s+){0,3}refunds?\b/i,
  },
  {pattern: /(?:不属于|不在|超出)[^，。；]{0,10}(?:责任|赔偿|负责|保修|保障|赔付)(?:的)?范围/, veto: /(?:您|用户|客户)的责任/},
  {
    pattern:
      /(?:您|用户|客户|乙方|会员)[^，。；]{0,8}(?:减轻|免除|豁免)(?:或者?(?:减轻|免除))?(?!其|自己|自身|您)[^，。；]{1,10}的[^，。；]{0,4}责任/,
    actor: 'none',
  },
  {pattern: /\bunder\s+no\s+(?:obligation|duty)\b/i, vetoAfter: /^\s*to\s+(?:\w+\s+){0,3}refunds?\b/i},
  {pattern: /\b(?:not|never)\b[^.;]{0,12}\b(?:be\s+)?(?:held\s+to\s+account|answer(?:able)?\s+for)\b/i},
  {pattern: /(?:不包括|不包含|不含|排除)[^。；]{0,24}(?:不可用|中断时间|故障时间|停机时间|故障时长|服务中断)/},
])

/** Limits of amount: PRC Civil Code 496. */
export const liabilityCap = rules('liability-cap', 'provider', [
  {
    pattern:
      /(?:赔偿|责任|补偿|赔付)(?:责任)?(?:的)?(?:总额|总和|总计|总金额|金额|上限|限额|额度|数额|范围)?(?:(?!申请|时间|期限|提出)[^。；]){0,24}?(?:不(?:会|应|得)?(?:超(?:过|出)|高于|多于)|最高(?:不超过|为|限)|以[^。；]{1,40}为(?:限|上限)|上限为|(?<!不)限于)/,
    veto: /违约金(?:总额)?不超过|不受[^。；]{0,10}限/,
    vetoAfter: /^[^。；]{0,20}(?:期限|时间|个?工作日|日内)/,
  },
  {pattern: /(?:仅|只|最多|至多)?(?:承担|负)(?:不超过|不超出|不高于|最高)[^，。；]{1,30}的?(?:赔偿|补偿|违约)?责任/},
  {
    pattern: /(?:仅|只)在[^，。；]{2,40}(?:范围|限度|额度|金额)(?:之)?内[^，。；]{0,8}(?:承担|负)[^，。；]{0,10}责任/,
    veto: /法律[^，。；]{0,10}范围/,
  },
  {
    pattern:
      /最高(?:赔偿|赔付|补偿|理赔)(?:限?额|金额)?(?:为|是|不)|(?:最多|至多|仅)(?:赔付|赔偿|补偿|理赔)(?=[^，。；]{1,16}(?:元|倍|%|费用|金额|为限))/,
  },
  {pattern: /\bnever\s+owe\b[^.;]{0,30}\bmore than\b/i},
  {pattern: /(?:累计|总计|合计|最高|最多)[^。；]{0,20}(?:赔偿|赔付|责任|补偿)[^。；]{0,30}(?:不超过|为限|上限)/},
  {
    pattern:
      /\b(?:aggregate|total|maximum|cumulative|entire|combined|overall)\b[^.;]{0,60}\bliability\b[^.;]{0,200}?\b(?:exceed|limited|more than|capped|greater of|lesser of|equal)/i,
    veto: /liability (?:is|shall be) unlimited/i,
  },
  {
    pattern:
      /\b(?:total|aggregate|maximum|cumulative)\s+(?:amount|sum)\b[^.;]{0,60}\b(?:(?:may|shall|will|can)\s*not\s+exceed|(?:is|are)\s+(?:capped|limited))\b/i,
    veto: /\b(?:order|invoice|credit limit|payable by (?:you|customer))\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:damages|compensation|(?:service\s+)?credits|recovery)\b[^.;]{0,60}\b(?:(?:may|shall|will|can)\s*not\s+exceed|(?:is|are|be)\s+(?:capped|limited)\s+(?:at|to))\b/i,
    veto: /\bnot (?:be )?(?:capped|limited)/i,
    actor: 'none',
  },
  {pattern: /\bmaximum\b[^.;]{0,20}\b(?:credits?|compensation|damages|refund)\b/i, actor: 'none'},
  {pattern: /\b(?:the )?most (?:that )?(?:you|customer)\b[^.;]{0,24}\b(?:recover|claim|receive)\b/i, actor: 'none'},
  {
    pattern:
      /\bliability\b[^.;]{0,160}?\b(?:(?:shall|will|may|does|can)\s+(?:not|never)\s+exceed|(?:be|is)\s+(?:no\s+)?more than|(?:is|are|shall be|will be)\s+(?:strictly\s+)?(?:limited|capped)\s+(?:to|at)|in no event exceed)/i,
  },
  {
    pattern:
      /\b(?:in no event|under no circumstances)\b[^.;]{0,140}\b(?:liability|liable)\b[^.;]{0,160}\b(?:exceed|in excess of|more than)\b/i,
  },
  {
    pattern:
      /\b(?:maximum|total|aggregate|entire)\s+(?:\w+\s+){0,2}liability\b[^.;]{0,60}\b(?:is|are|shall be|will be)\s+(?:[$€£¥]|USD|EUR|GBP|the (?:amount|fees|sum|price)|\w+ dollars)/i,
  },
  {pattern: /\b(?:not be liable|no liability)\b[^.;]{0,80}\b(?:in excess of|exceeding|more than)\b/i},
  {pattern: /\bcredits?\b[^.;]{0,80}\bshall not exceed\b/i},
  {
    pattern: /\bHaftung\b[^.;]{0,120}\b(?:begrenzt|beschränkt)\b|\b(?:der Höhe nach)\b[^.;]{0,60}\b(?:begrenzt|beschränkt)/i,
    veto: /unbeschränkt/i,
  },
  {pattern: /\bresponsabilité[^.;]{0,120}\b(?:limitée?|plafonnée?|ne (?:pourra|saurait|peut) (?:excéder|dépasser))/i},

  {
    pattern: /\b(?:any|all) amounts? (?:that|which) exceeds?\b[^.;]{0,60}\b(?:fees|amounts?|sums?|price)\b[^.;]{0,24}\bpaid\b/i,
    actor: 'none',
  },
])

/** Indirect damage: PRC Civil Code 496. */
export const indirectDamages = rules('indirect-damages-exclusion', 'provider', [
  {
    pattern: /(?:间接|后果性|惩戒性|偶然性|特殊性|附带|衍生|惩罚性)(?:性|的)?(?:、[一-鿿]{2,6})*的?(?:损害|损失|赔偿|责任)/,
    veto: /(?:您|用户|客户|乙方|会员)(?:应当?|须|需)?[^。；]{0,20}(?:赔偿|承担)[^。；]{0,30}(?:间接|可得利益)/,
    vetoBefore: /(?:包括但不限于|含|包括)(?:直接[、和及或])?[^不]{0,6}$(?<!不[^。；]{0,120})/,
  },
  {
    pattern: /(?:营业|利润|商誉|收入|业务|商业机会|可得利益|预期利益)(?:的)?损失[^。；]{0,30}(?:不|无需|无须)(?:承担|负|予|作|给予)/,
  },
  {pattern: /(?:不(?!限于)|无需|无须|均不|概不)[^。；]{0,60}(?:利润(?:的)?损失|利润、|商誉(?:损失|损害)|预期利益|可得利益|业务中断)/},
  {
    pattern: /\b(?:indirect|incidental|special|consequential|exemplary|punitive)\b(?:[\w\s,/&-]{0,80})\b(?:damages?|loss(?:es)?)\b/i,
    veto: /^(?!.*\b(?:not|no|never|neither|nor|exclud\w+|disclaim\w*|waive\w*|without)\b).*\b(?:shall|will|must|agrees? to)\s+(?:\w+\s+){0,2}(?:compensate|pay|reimburse|indemnify|be liable)\b|\byou (?:shall|will|must|agree to)\b[^.;]{0,40}\b(?:pay|indemnify|be liable)/i,
  },
  {
    pattern:
      /\b(?:not(?! exceed)|no|neither|nor|never|exclud\w+)\b[^.;]{0,160}\b(?:loss(?:es)? of (?:[\w,/ -]{0,20})?(?:profits?|revenues?|goodwill|data|business|use)|lost (?:profits?|revenues?|data|business)|business interruption)\b/i,
  },
  {pattern: /\b(?:mittelbare|indirekte)\b[^.;]{0,20}\b(?:Schäden|Folgeschäden)|\bentgangene[rn]?\s+Gewinn|\bFolgeschäden\b/i},
  {
    pattern:
      /\b(?:dommages?|préjudices?)\b[^.;]{0,30}\bindirects?\b|\bmanque à gagner\b|\bperte(?:s)? d['’](?:exploitation|données|chance)/i,
  },
])
