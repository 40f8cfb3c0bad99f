import {rules} from '../limitation-rule.ts'

/** The provider decides alone: PRC Civil Code 497. */
export const unilateralDetermination = rules('unilateral-determination', 'provider', [
  {
    pattern:
      /(?:有权|可)?(?:单方|单方面|自行|独立|自主|独自|全权)(?:面|地)?(?:判断|决定|认定|判定|确定|评估|裁量|解释|选择)(?:和|与|或|、)?(?:判断|决定|认定|裁定)?/,
    veto: /(?:您|用户|客户|乙方)(?:可以?|应|有权|可)?(?:自行|自主|独立)(?:判断|决定|选择|确定|评估)/,
    vetoBefore: /(?:您|用户|客户)[^，。；]{0,8}$/,
  },
  {pattern: /(?:根据|依据|按照)(?:自己的?|其|自身的?|我们的?)?(?:独立|单方|合理)?(?:的)?判断(?=[^。；]{0,30}(?:认为|决定|有权))/},
  {pattern: /由(?!(?:您|用户|客户|双方|法院|仲裁))[^，。；]{1,12}(?:根据|依据|按照|参照)[^，。；]{1,20}(?:确定|决定|认定|核定|判定)/},
  {pattern: /(?:是否|何时|如何)[^，。；]{1,20}由(?!(?:您|用户|客户|双方|法院|仲裁))[^，。；]{1,12}(?:单独|自行)?(?:决定|认定|判断|确定)/},
  {pattern: /视(?:具体|实际)?情况(?:自行)?(?:决定|判断|确定)/, strength: 'weak'},
  {pattern: /(?:记录|日志|数据|账单|统计)[^，。；]{0,10}(?:为|是|作为)(?:唯一|最终)[^，。；]{0,4}(?:依据|证据|标准)/},
  {pattern: /\bat (?:our|its|their) (?:sole |own )?option\b/i, strength: 'weak'},
  {
    pattern:
      /\b(?:our|its|['’]s)\s+(?:\w+\s+)?(?:records?|logs?|measurements?|calculations?|readings?|figures|data)\b[^.;]{0,40}\b(?:conclusive|binding|final|decisive|prevails?|controls?)\b/i,
  },
  {pattern: /(?:保留|享有|拥有)[^，。；]{0,12}(?:决定|认定|判断|解释)[^，。；]{0,24}的?权(?:利)?/},
  {
    pattern: /以(?!(?:您|用户|双方))[^，。；]{1,14}(?:的)?(?:系统|记录|账单|数据|统计|计算结果|判断|认定|系统记录|后台记录|结果)为准/,
    veto: /价格为准|公布的|以正文为准|双方(?:共同|书面|盖章|签字)?(?:确认|签署|认可)的/,
    actor: 'none',
  },
  {
    pattern: /认为(?:确有|有)?必要|认为[^。；]{0,30}(?:有权|不正当|有害|不当|不适当|违反|违规|不符合|属于|会损害|不宜|存在|涉嫌|可疑|异常)/,
    vetoBefore: /(?:法院|机关|机构|主管部门|监管部门|仲裁庭)[^，。；]{0,4}$/,
  },
  {
    pattern:
      /\b(?:in|at)\s+(?:our|its|their|the company['’]s|[A-Z]\w+['’]s)\s+(?:sole|absolute|own|sole and absolute|reasonable|exclusive)\s+(?:\w+\s+)?(?:discretion|judg(?:e)?ment|opinion|determination)\b|\bin (?:the )?(?:sole|absolute) discretion of\b|\b(?:sole|absolute|full) discretion\b|\b(?:at|in) (?:our|its) discretion\b/i,
    veto: /\b(?:at|in) your (?:sole|own) discretion/i,
  },
  {
    pattern:
      /\b(?:solely|alone|exclusively)\s+(?:determine|decide|judge)s?|\bas (?:solely )?determined by (?:us|the company|[A-Z]\w+)\b|\b(?:metering|usage|billing)\s+(?:data|records?|logs?|figures)\b[^.;]{0,40}\b(?:final|binding|conclusive|prevail)\b|\b(?:determination|decision)s?\b[^.;]{0,20}\b(?:is|are|shall be|will be)\s+final\b/i,
  },
  {
    pattern:
      /\bnach\s+(?:eigenem|freiem|billigem|alleinigem|unserem)\s+Ermessen\b|(?<!\w)à\s+(?:sa|notre|leur)\s+(?:seule|entière)\s+(?:discrétion|appréciation)\b|\bdiscrétionnaire/i,
  },

  {
    pattern: /有权(?:独立|自主|单方)?(?:作出|做出)?[^，。；]{0,4}(?:决定|独立判断)/,
    vetoBefore: /(?:您|用户|客户|乙方|会员|双方|仲裁庭|法院)[^，。；]{0,6}$/,
  },
  {
    pattern: /(?:有权|可以?)(?:依据|根据|依照|按照)[^。；]{1,40}(?:认定|判定|判断|确定)[^，。；]{0,12}是否/,
    vetoBefore: /(?:您|用户|客户|乙方|会员|双方|仲裁庭|法院)[^，。；]{0,6}$/,
  },
  {
    pattern:
      /以(?!(?:您|用户|双方|各方|法院|仲裁))[^，。；]{1,14}(?:确认|核定|核算|结算|统计|计算|认定|检测|测量)的?[^，。；]{0,8}(?:金额|数额|数量|结果|数据|时间|里程|为准)[^，。；]{0,2}为准/,
    veto: /双方(?:共同|书面|盖章|签字)?(?:确认|签署|认可)/,
    actor: 'none',
  },
  {
    pattern:
      /由(?!您|用户|客户|会员|乙方|双方|各方|法院|人民|仲裁|主管|监管|有关|司法|公安|专家|第三方|协商)[^，。；]{1,10}?(?<!会)(?:最终|单方|自行)?(?:判定|认定|裁定|裁量|评定|决定)(?=[。；，]|$)/,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:findings?|rulings?|judge?ments?|measurements?|readings?|assessments?|results?)\b[^.;]{0,30}\b(?:is|are|shall\s+be|will\s+be)\s+(?:final|binding|conclusive|decisive)\b|\bsole\s+(?:judge|arbiter)\b|\b(?:decided|determined|judged)\s+(?:solely\s+)?by\s+us\b/i,
    veto: /\barbitra(?:l|tors?|tion)\b|\bcourts?\b|\baward\b/i,
    actor: 'none',
  },
  {
    pattern: /\b(?:in|at)\s+(?!your\b)(?:the\s+)?(?:\w+['’]s|our|its)\s+(?:\w+\s+)?discretion\b/i,
    veto: /\b(?:customer|user|renter|client)['’]s\s+(?:\w+\s+)?discretion/i,
  },
  {
    pattern:
      /\b(?:determines?|deems?|considers?)\b[^.;]{0,24}\b(?:inappropriate|appropriate|necessary|unacceptable|harmful|objectionable|abusive|excessive|offensive|suspicious)\b/i,
    veto: /\b(?:court|authority|regulator|arbitrator)s?\b[^.;]{0,12}\b(?:determine|deem|consider)/i,
    vetoBefore: /\b(?:you|users?|customers?|controller)\s*$/i,
  },
  {
    pattern: /(?:我们|我方|平台|本公司)[^，。；]{0,4}判断[^，。；]{0,4}(?:您|用户|会员|其)[^，。；]{0,4}(?:存在|违反|涉嫌|属于|有)/,
    actor: 'none',
  },
])

/** The provider changes prices: Order 116 art. 8; Directive 93/13 annex (l). */
export const priceChange = rules('price-change', 'provider', [
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|保留|会(?![员议])|将|可能)[^。；]{0,50}(?:调整|变更|修改|改变|提高|上调)[^。；]{0,16}(?:价格|资费|费用|收费|计费|单价|费率|租金|佣金|手续费|服务费|年费|会费|月租)/,
    veto: /您|取得[^，。；]{0,6}同意|双方协商(?=[^。；]{0,20}调整)/,
    vetoBefore: /不$/,
    actor: 'provider',
  },
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|保留|会(?![员议])|将|可能|随时)[^。；]{0,50}(?:调整|调高|变更|修改|改变|提高|上调|上浮)[^。；]{0,16}(?:价格|资费|费用|收费|计费|单价|费率|租金|佣金|手续费|服务费|年费|会费|月租)/,
    veto: /取得[^，。；]{0,6}同意|(?:经|征得)(?:您|用户|双方)[^，。；]{0,6}同意/,
    vetoBefore: /不$/,
  },
  {
    pattern: /(?:调整|变更|上调|修改)(?:服务)?(?:的)?(?:计费|收费|资费|价格|费用)(?:标准|体系|规则)?/,
    veto: /协商一致|不(?:会|得)(?:调整|变更)|取得[^，。；]{0,6}同意|(?:经|征得)(?:您|用户|双方)[^，。；]{0,6}同意/,
    vetoBefore: /不(?:会|得)?[^，。；]{0,6}$/,
  },
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|可能|将|会(?![员议]))[^。；]{0,30}对[^，。；]{0,20}(?:收费|价格|费用|资费|计费)[^，。；]{0,12}(?:修改|变更|调整)/,
    veto: /取得[^，。；]{0,6}同意|协商一致/,
  },
  {pattern: /后续收费的?权利|(?:转为|开始)收费|收取费用的权利|保留[^，。；]{0,16}收(?:费|取费用)的?权利/},
  {
    pattern:
      /\b(?:may|might|reserves? the right to|could)\s+(?:\w+\s+){0,2}(?:start|begin|introduce|impose|charge|add)\s+(?:\w+\s+){0,2}(?:charging|charges?|fees?|a fee)\b/i,
  },
  {
    pattern: /(?:费用|价格|收费|资费|计费)[^。；]{0,24}以[^，。；]{0,24}(?:公布|公示|发布|页面展示|展示|实际)[^，。；]{0,16}为准/,
    strength: 'weak',
  },
  {
    pattern:
      /\b(?:may|can|reserves?\s+the\s+right\b[^.;]{0,44}\bto|right\s+to|will(?!\s+(?:notify|inform|tell|give|let|announce|send|e-?mail))|might)\b[^.;]{0,50}\b(?:change|adjust|alter|amend|vary|increase|modify|revise|raise|update)\b[^.;]{0,50}\b(?:prices?|fees?|fares?|tariffs?|charges|rates|pricing|price lists?)\b|\b(?:change|increase)s?\s+(?:the|our|in|to)\s+(?:\w+\s+)?(?:prices?|fees?|pricing)\b/i,
    veto: /will not (?:change|increase)/i,
    vetoBefore: /\bbefore\s+(?:we|[A-Z]\w+)\s*$/i,
  },
  {
    pattern:
      /\b(?:prices?|fees?|charges|rates)\b[^.;]{0,40}\b(?:are|is)\s+subject\s+to\s+change|\b(?:prices?|pricing|fees?|rates)\b[^.;]{0,40}\bmay\s+(?:be\s+)?(?:change|increase|adjust|vary|rise|raised|go\s+up)\w*/i,
  },
  {
    pattern:
      /\b(?:Preise?|Entgelte?|Gebühren)\b[^.;]{0,60}(?:\banzupassen|\banpassen|ändern|\berhöhen|\bzu erhöhen)|\b(?:modifier|réviser|augmenter)\b[^.;]{0,40}\b(?:prix|tarifs?)\b/i,
  },
  {
    pattern:
      /(?:资费|价格|费用|收费|租金)(?:标准)?(?:如|若)?(?:有|发生)(?:变动|变化|调整|变更)的?,?，?[^。；]{0,30}(?:以|按)[^，。；]{0,20}(?:公布|最新|公示|调整后|变动后)/,
  },
  {pattern: /(?:期满|到期|届满|结束)后[^。；]{0,24}按[^，。；]{0,8}(?:标准|原)(?:资费|价格|费率|价)[^，。；]{0,6}(?:收取|计收|计费|收费)/},
])

/** The provider alone reads the terms; void for consumers: Order 77 art. 8(7). */
export const finalInterpretation = rules('final-interpretation', 'none', [
  {
    pattern:
      /(?:最终|最后|全部|一切)?解释权(?:均|最终)?(?:归|属于|由|为)|(?:享有|拥有|保留)(?:对[^，。；]{0,20})?的?(?:(?:最终|最后)的?)?解释权|最终解释权/,
    veto: /不(?:享有|具有|主张|保留)(?:最终)?解释权/,
  },
  {pattern: /由(?!(?:您|双方|法院|仲裁))[^，。；]{1,16}负责解释(?=[。；]|$)/},
  /\b(?:sole|final)\s+(?:right|authority|power)\s+(?:to|of)\s+interpret|\bfinal\s+interpretation\b/i,
])

/** The contract may pass to somebody else: PRC Civil Code 551. */
export const assignment = rules('assignment', 'provider', [
  {
    pattern:
      /(?:不经|无需|无须|未经)(?:您|用户|客户|乙方)的?(?:事先)?(?:书面)?同意[^。；]{0,8}(?:将|把|即可|可以?)?[^。；]{0,12}(?:协议|合同|权利)[^。；]{0,8}(?:转让|转移|让与)/,
    veto: /不得/,
    strength: 'weak',
  },
  {
    pattern: /(?:有权|可(?![用靠信])以?|可能)[^。；]{0,50}(?:权利|义务|协议|合同)[^。；]{0,16}(?:转让|转移|让与|转让给)/,
    veto: /(?:您|用户|乙方|客户)[^，。；]{0,6}(?:不得|可以?|有权)[^。；]{0,10}转让|任何一方/,
    strength: 'weak',
  },
  {
    pattern:
      /\b(?:may|can|reserves? the right to)\b[^.;]{0,40}\b(?:assign|transfer)\b[^.;]{0,60}\b(?:agreement|terms|rights|obligations|contract)/i,
    veto: /\byou may not\b[^.;]{0,30}$/i,
    strength: 'weak',
  },
])
