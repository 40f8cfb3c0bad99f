import {rules} from '../limitation-rule.ts'

/** The reader makes the provider whole: PRC Civil Code 497. */
export const indemnity = rules('indemnity', 'user', [
  {
    pattern:
      /(?:您|用户|客户|乙方|会员|商户|开发者)?(?:应当?|须|需|必须|同意|愿意|则您?|并|全额|足额)?(?:向[^，。；]{1,16})?(?:承担|负责|全额|足额|予以|给予|进行)*(?:相应的?|全部|一切|全额)?赔偿(?:责任|[一-鿿A-Za-z]{1,16}(?:因此|由此|为此|所|的|受到|遭受)[^，。；]{0,20}(?:损失|费用|律师费|诉讼费|罚款|支出))/,
    veto: /(?:最高|总额|不超过|为限)|不承担[^，。；]{0,10}赔偿|可抗力|对方|另一方|守约方/,
    vetoBefore: /(?:不|无需|无须|免除|免于?|不予|减轻|限制|服务|要求|违约)[^，。；]{0,10}$/,
  },
  {
    pattern:
      /(?:给|对|使(?!用)|致使?|令)(?:我们|我方|本公司|本平台|甲方|平台|[一-鿿A-Za-z]{2,12}?)(?:及其关联(?:公司|方))?(?:遭受|受到|造成|产生|发生|带来)[^。；]{0,24}(?:损失|损害|费用|处罚)[^。；]{0,16}(?:应当?|须|需|由)(?:您|用户|客户|乙方|会员)?(?:[^。；]{0,10})(?:赔偿|承担|补偿)/,
    veto: /对方|另一方|守约方/,
  },
  {
    pattern:
      /(?:有权|可以?|亦有权|并有权|要求|停止[^，。；]{0,8}并?要求)(?:要求|向)?(?:您|用户|客户|乙方|会员)[^。；]{0,40}(?:赔偿|追偿|追索)/,
    actor: 'none',
  },
  {
    pattern:
      /(?:使|令|保证|确保)(?:之|其|我们|[一-鿿A-Za-z]{2,10})?(?:及其[^，。；]{1,10})?免(?:受|于|遭)(?:任何)?[^，。；]{0,8}(?:损害|损失|索赔|追究|诉讼)/,
    veto: /(?:使|令|保证|确保)(?:您|用户|客户|乙方)/,
    actor: 'none',
  },
  {
    pattern:
      /(?:同意|应当?|须|需|必须|承诺)(?:全额|足额)?(?:补偿|赔付|偿付|赔偿)(?:我们|我方|[一-鿿A-Za-z]{2,12}?)(?:因此|由此|为此|的|所)[^，。；]{0,12}(?:损失|损害|费用|支出|律师费|诉讼费)/,
    veto: /对方|另一方|守约方/,
  },
  {
    pattern: /承担(?:因此|由此)?而?(?:给|对|使)[^，。；]{1,16}(?:造成|带来|产生|导致)的?[^，。；]{0,8}(?:损失|损害|费用)/,
    veto: /对方|另一方|守约方/,
    vetoBefore: /(?:不|无需|无须)[^，。；]{0,4}$/,
  },
  {
    pattern: /向(?:您|用户|客户|会员|乙方|其)[^，。；]{0,12}(?:索偿|索赔|追偿|追索)/,
    veto: /不(?:会|得|再)?向|对方|双方|(?:第三方|他人)[^，。；]{0,6}向(?:您|用户)/,
    actor: 'none',
  },
  {pattern: /(?:应当?|须|需|必须)(?:按|照|依|全额|据实)[^，。；]{0,16}赔偿/},
  {pattern: /(?:包括但不限于|含)[^。；]{0,30}律师费/, strength: 'weak'},
  {
    pattern: /\byou\s+(?:are|will be|shall be)\s+liable\s+to\s+(?:us|the company|[A-Z]\w+)\b/i,
    actor: 'none',
  },
  {
    pattern: /\b(?:indemnify|indemnifies|indemnification|indemnity)\b/i,
    veto: /\b(?:we|provider|company|licensor|supplier|[A-Z]\w+)\b[^.;]{0,24}\b(?:shall|will|agrees? to)\s+(?:defend[, and]*)?indemnify\s+(?:you|customer|the customer)/i,
  },
  {pattern: /\b(?:defend|hold)\b[^.;]{0,60}\bharmless\b/i},
  {pattern: /\byou\s+(?:shall|will|must|agree to)\s+(?:\w+\s+){0,3}defend\b/i},
  {
    pattern:
      /\byou\b[^.;]{0,60}\b(?:shall|will|must|agree to)\s+(?:(?:reimburse|compensate)\s+\w+\b[^.;]{0,60}\b(?:loss|damage|costs?|expenses|fees)|pay\s+(?:us|the company|for)\b[^.;]{0,60}\b(?:loss|damage|legal costs|attorney))/i,
    veto: /subscription|price|charges for|liquidated|interest/i,
  },
  {
    pattern:
      /\byou\b[^.;]{0,30}\b(?:shall|will|must|agree to)\s+(?:cover|bear|pay)\b[^.;]{0,40}\b(?:legal|attorneys?['’]?s?|lawyers?['’]?)\s+(?:costs|fees|expenses)\b/i,
  },
  {pattern: /\b(?:freizustellen|freistellen|stellt\b[^.;]{0,80}\bfrei|schadlos)\b|\bFreistellung\b/i, actor: 'none'},
  {
    pattern: /\b(?:garanti(?:r|t|ra)|indemnis(?:er|era|e)|tenir indemne|relever)\b[^.;]{0,80}\b(?:contre|de tout|réclamation|indemne)/i,
    actor: 'none',
  },
])

/** The reader alone bears a risk: PRC Civil Code 496, 497. */
export const userSoleResponsibility = rules('user-sole-responsibility', 'user', [
  {
    pattern:
      /(?:概|均|一概|一律|应|则|将|全部|完全)?由(?:您|用户|客户|乙方|会员|商户|开发者|使用者)(?:自行|独立|单独|自己|全部|自负|本人|负责)?[^，。；]{0,12}(?:承担|负责|解决|负担)/,
  },
  {
    pattern:
      /(?:自行|独立|单独|自担|自负)(?:承担|负责)?(?:由此|因此|相应|相关|全部|一切|所有|的|产生|引起|法律|风险|后果|责任|[一-鿿]){0,14}(?:责任|风险|后果|损失|费用)|(?:后果|风险)自(?:负|担)|责任自负/,
    veto: /自行承担相应的成本/,
  },
  {
    pattern:
      /(?:承担|负|负有)(?:由此|因此|其|相应|不|[一-鿿]{0,20})?(?:全部|一切|完全|独立)(?:的)?(?:法律)?(?:责任|后果|风险)|(?:完全|全部|独立|单独)(?:承担|负)(?:全部|相应|法律|的|完全){0,4}责任?|(?:机密|安全|行为|内容)[^，。；]{0,8}(?:完全负责|负完全责任)/,
    vetoBefore: /(?:不|无需|无须|免|均不)[^，。；]{0,8}$/,
  },
  {
    pattern:
      /(?:应当?|须|需|必须|将)?[对为][^，。；]{0,24}(?:所有|全部|一切|任何)[^，。；]{0,16}(?:行为|活动|操作|后果|言论|内容|结果|交易)(?:\([^()]{1,80}\))?[^，。；]{0,6}(?:负责(?!人|审|处)|承担(?:法律|全部|相应)*责任|负(?:全部|法律)责任)/,
    vetoBefore: /(?:不|无需|无须)[^，。；]{0,6}$/,
  },
  {pattern: /(?:您|用户|客户|乙方|会员|投资者|投资人|承租人|买家)(?:本人|自己)?(?:自行|独自|自己|单独)(?:承担|负责)(?=[，。；:：、]|$)/},
  {pattern: /(?:纠纷|争议|索赔|投诉)[^。；]{0,24}自行(?:解决|处理)/, veto: /双方|各方|协商/},
  {
    pattern: /自行(?:承担|负担)[^，。；]{0,30}(?:风险|后果|损失)|(?:风险|后果|损失)(?:由[^，。；]{1,8})?自行(?:承担|负担)/,
    vetoBefore: /(?:我们|我方|本公司|本平台)[^，。；]{0,4}$/,
  },
  {pattern: /由其(?:自己|自行|本人|独自|独立)[^，。；]{0,6}(?:承担|负责|解决)/},
  {
    pattern:
      /由(?!我们|我方|本公司|本平台|平台|双方|各方|各自|甲方)(?:[一-鿿]{1,8}?)(?:自行|自己|本人|独自)(?:承担|负责|解决|处理)|由(?!我们|我方|本公司|本平台|平台|双方|各方)[一-鿿]{1,6}?自(?:负|理|担)/,
  },
  {
    pattern: /(?:并|且|应当?|须|需|将|必须|同意|愿意|您|用户|客户|乙方|会员)承担(?:因此|由此)[^，。；给]{0,16}(?:损失|后果|风险)/,
    vetoBefore: /(?:不|无需|无须)[^，。；]{0,4}$/,
  },
  {pattern: /(?:应当?|须|需|必须|并|自行)承担(?:因此|由此)?[^，。；]{0,14}(?:后果|风险)/, vetoBefore: /(?:不|无需|无须)[^，。；]{0,4}$/},
  {pattern: /(?:视为|视作|属于)(?:您|用户|客户)(?:本人)?(?:的)?(?:所为|行为|操作)/, strength: 'weak'},
  {pattern: /(?:自行|独立)(?:承担|负责)[^，。；]{0,6}(?:成本|费用)/, strength: 'weak'},
  {pattern: /(?:应当?|将|须|需)(?:对[^，。；]{1,40})?(?:承担|负)(?:由此[^，。；]{0,8})?(?:全部)?(?:相应的?)?法律责任/, strength: 'weak'},
  {pattern: /(?:自行|独立)(?:对[^，。；]{1,20})?(?:负责|保密|备份)/, strength: 'weak'},
  {
    pattern:
      /\byou\s+(?:are|will be|shall be|remain)\s+(?:solely|exclusively|entirely|fully|wholly)\s+(?:responsible|liable|accountable)\b|\bsole(?:ly)?\s+respons(?:ible|ibility)\b/i,
    veto: /\b(?:we|our|provider)\s+(?:are|is|remain)\s+(?:solely|fully)/i,
    vetoBefore:
      /\b(?:third[\s-]part(?:y|ies)|merchants?|sellers?|vendors?|suppliers?|hosts?|drivers?|publishers?|carriers?|partners?|providers?|advertisers?)\s+(?:is|are|shall be|will be|remains?)\s*$/i,
  },
  {
    pattern:
      /\b(?:at|on)\s+your\s+(?:own|sole|own sole|sole and own)\s+(?:risk|expense|cost|responsibility)\b|\buse[sd]?\b[^.;]{0,40}\bat (?:your|its|their|their own|customer['’]s) (?:own |sole )?(?:risk|peril)\b/i,
  },
  {
    pattern:
      /\byou\s+(?:are|will be)\s+responsible\s+for\s+(?:all|any|everything)\b|\byou (?:assume|accept|bear) (?:all|the|full|any|sole|entire)\b[^.;]{0,30}\b(?:risk|responsibility|liability)/i,
  },
  {pattern: /\b(?:is|are|remains?|be)\s+(?:entirely\s+|solely\s+)?your\s+(?:own\s+|sole\s+)?responsibility\b/i},
  {pattern: /\byou alone are\s+(?:responsible|liable|accountable)\b/i},
  {pattern: /\byou\s+are\s+responsible\b/i, strength: 'weak'},
  {
    pattern:
      /\bauf\s+eigene\s+(?:Gefahr|Kosten|Verantwortung|Risiko)|\b(?:allein|ausschließlich|selbst)\s+verantwortlich\b|\b(?:alleinige|volle)\s+Verantwortung/i,
  },
  {
    pattern:
      /\bà\s+(?:ses|vos)\s+(?:propres\s+)?(?:risques|frais)|\b(?:seul|entièrement|exclusivement)(?:e|s)?\s+responsables?\b|\bsous (?:sa|votre) (?:seule|entière) responsabilité/i,
  },
])

/** The reader gives up a right: PRC Civil Code 497. */
export const rightsWaiver = rules('rights-waiver', 'user', [
  {
    pattern:
      /(?:您|用户|乙方|会员)?(?:同意|承诺|自愿|不可撤销地|明示|无条件)*(?:放弃)(?!密码|操作)[^，。；]{0,24}(?:权利|权益|请求|抗辩|主张|索赔|追究|诉讼)/,
    veto: /(?:不|并不|未)(?:构成|视为|意味着|应视为|被视为|表示)[^。；]{0,24}放弃|不应视为|放弃后续收费|未行使|我们放弃/,
  },
  {
    pattern:
      /(?:您|用户|乙方|会员)?(?:不得|无权)(?:以任何理由|就此|因此|据此|就[^，。；]{1,20}?|向[^，。；]{1,12}?)*(?:要求|主张|提出|请求)(?:任何)?[^，。；]{0,16}(?:赔偿|补偿|退款|抗辩|异议|权利|索赔|责任)/,
  },
  {
    pattern:
      /\b(?:you|user|customer|each party|parties|member)\b[^.;]{0,60}\b(?:irrevocably\s+|expressly\s+|hereby\s+|knowingly\s+)*waive[sd]?\b|\bwaiver of (?:moral|jury|class|any)/i,
    veto: /\b(?:no|not|shall not be|fail\w*|delay)\b[^.;]{0,60}\bwaiver?\b|not\b[^.;]{0,30}\bwaiv/i,
  },
  {pattern: /\b(?:giv(?:e|ing)|gives) up\b[^.;]{0,40}\brights?\b/i},
  {
    pattern: /(?:不得|不应当?|不能|无权|不可)以[^。；]{1,50}(?:理由|为由|借口)[^。；]{0,10}(?:主张|要求|请求|拒绝|否认|抗辩|撤销)/,
    veto: /任何一方|双方/,
  },
  {pattern: /\b(?:may|shall|will|can)\s*not\b[^.;]{0,40}\bclass[\s-]actions?\b/i},
  {pattern: /\bonly in (?:your|an|its|their|his or her) individual capacity\b/i},
  {pattern: /\bno (?:class|collective|representative)\b[^.;]{0,30}\b(?:actions?|arbitrations?|proceedings?)\b/i},
  {
    pattern:
      /(?:承诺|同意|保证)?不(?:得|会)?(?:以任何(?:形式|理由|方式))?(?:向[^，。；]{1,12}|就[^，。；]{1,16})(?:索赔|追责|追偿|主张权利|提起诉讼)/,
    veto: /对方|双方/,
  },
  {pattern: /\b(?:class[\s-]action|jury)\b[^.;]{0,60}\bwaiv|\bwaiv\w+\b[^.;]{0,80}\b(?:class[\s-]action|jury trial|trial by jury)/i},
  {
    pattern:
      /\b(?:covenant|agree)s?\s+not\s+to\s+(?:sue|bring|assert|contest|challenge|dispute)\b|\bno right to (?:claim|compensation|object)\b/i,
  },
  {
    pattern:
      /\bverzichte(?:t|n)\b[^.;]{0,40}\b(?:Recht|Anspr|Einrede|Widerruf)|\brenonce(?:z|nt)?\b[^.;]{0,60}\b(?:droit|recours|réclamation|action)/i,
    veto: /kein(?:en)? Verzicht|ne (?:vaut|constitue)/i,
  },
])

/** Payment for a breach: PRC Civil Code 585; Order 116 art. 29. */
export const penalty = rules('penalty', 'user', [
  {
    pattern:
      /(?:违约金|滞纳金|逾期付款(?:违约金|利息)|罚金|每(?:日|天|逾期一?(?:日|天|小时|周|月))[^，。；]{0,14}(?:万分之|千分之|百分之|\d+(?:\.\d+)?\s?[%‰])|提前解约费|扣除[^，。；]{0,6}保证金)/,
    veto: /[向给](?:您|用户|客户|乙方)[^，。；]{0,6}支付|不(?:收取|支付|需)[^，。；]{0,6}(?:违约金|滞纳金)|行政罚/,
    vetoBefore: /(?:我们|我方|甲方)(?:应|将|会)[^，。；]{0,12}$/,
  },
  {
    pattern:
      /\b(?:liquidated damages|late (?:fee|charge|payment (?:fee|charge|interest))|early termination (?:fee|charge)|cancellation fee|(?:\d+(?:\.\d+)?\s?%|percent) (?:interest )?per (?:month|annum|day))\b|\b(?:fee|surcharge|interest)\b[^.;]{0,40}\b(?:on|for) (?:late|overdue)\b/i,
    actor: 'none',
    veto: /without (?:any )?penalty|no (?:late|cancellation) fee/i,
  },
  {pattern: /\b(?:Vertragsstrafe|Mahngebühr|Verzugszinsen|pénalité|indemnité forfaitaire|intérêts de retard)/i},
])

/** Money is not returned: Order 77 art. 7; Order 116 art. 14. */
export const noRefund = rules('no-refund', 'none', [
  {
    pattern:
      /(?:不予|概不|不可|不能|不得|不再|不支持|均不|一律不|恕不|不办理|不允许|不接受|不提供)(?:予以|进行|任何|申请|要求|办理|给予)?(?:退还|退款|退订|退费|返还|退回|退货|退换)/,
    veto: /不影响|无理由退款|7天无理由|七日无理由/,
  },
  {pattern: /(?:一经(?:支付|购买|充值|扣除|兑换|售出)|已(?:支付|缴纳|收取)的?[^，。；]{0,8}费用)[^。；]{0,20}(?:不退|不予|概不|不可)/},
  {pattern: /不(?:再|获|会)?(?:予以)?(?:退还|退回|返还|退款|退费)/, veto: /不影响/, vetoAfter: /^(?:的(?:情形|情况)|流程)/},
  {pattern: /不(?:支持|接受|允许|提供|得)[^，。；]{0,8}(?:退换|退款|退货|退订)/},
  {
    pattern: /(?:无需|无须|毋须|不必|没有义务|无义务)[^，。；]{0,8}(?:退还|退款|返还|退回|退费)/,
    vetoAfter: /^[^，。；]{0,8}(?:数据|资料|信息|文件|内容)/,
  },
  {pattern: /不(?:做|作|进行|提供|办理|给予|支持|接受)(?:任何)?(?:形式的?)?(?:退款|退费|退货|退换|退还)/},
  {pattern: /不(?:可|能|得|予|支持)(?:申请)?(?:提现|兑换(?:成|为)?现金|转换为现金)/},
  {
    pattern: /(?:费用|款项|金额|价款|押金|定金|保证金|充值)[^，。；]{0,16}(?:一律|均|概|恕)?不(?:予)?退(?![出换])/,
    veto: /不退还?的情形除外/,
  },
  {pattern: /(?:按时间比例|折算|结算)[^，。；]{0,8}(?:不|无)退/, strength: 'weak'},
  {
    pattern:
      /\bnon[\s-]?refundable\b|\b(?:no|without)\s+(?:\w+\s+){0,2}(?:refunds?|credits? for)\b|\bnot\s+(?:be\s+)?(?:refund(?:ed|able)?|entitled to (?:a|any) refund|provide (?:any )?refunds?|issue (?:any )?refunds?|offer (?:any )?refunds?)\b|\b(?:cannot|can['’]t|may not|will not|won['’]t) be refunded\b|\b(?:not|never)\s+(?:receive|get|be entitled to)\s+(?:a|any)\s+refunds?\b|\ball sales (?:are )?final\b|\bnon[\s-]?cancell?able\b/i,
    veto: /full refund|money[- ]back/i,
  },
  {
    pattern:
      /\b(?:no obligation|not\s+(?:required|obligated|obliged|bound))\s+to\s+(?:\w+\s+){0,3}refunds?\b|\ball\s+(?:purchases|transactions|payments)\s+(?:are|shall be)\s+(?:\w+\s+)?final\b|\bnot\s+be\s+(?:\w+,?\s+(?:or\s+)?){0,3}(?:redeemed|exchanged)\s+(?:\w+\s+){0,3}(?:cash|money|currency)\b|\bcannot\s+be\s+(?:\w+,?\s+(?:or\s+)?){0,3}(?:redeemed|exchanged)\s+(?:\w+\s+){0,3}(?:cash|money|currency)\b/i,
  },
  {pattern: /\b(?:do|does|will)\s+not\s+(?:automatically\s+)?(?:pro-?rate|give refunds)/i, strength: 'weak'},
  {
    pattern:
      /\b(?:keine|nicht)\b[^.;]{0,24}\b(?:Rückerstattung|erstattet|zurückerstattet|Erstattung)\b|\bnon\s+remboursables?\b|\baucun remboursement\b|\bne\b[^.;]{0,30}\bremboursée?s?\b/i,
  },
])

/** A right or a balance is lost: PRC Civil Code 497. */
export const forfeiture = rules('forfeiture', 'none', [
  {
    pattern: /(?:作废|清零|失效|自动(?:清除|注销|过期)|没收|收归|归[^，。；]{1,10}所有)(?=[^。；]{0,10}(?:[，。；]|$|，|不))/,
    veto: /知识产权|著作权|所有权|版权|均归属|全部权利|协议[^，。；]{0,10}(?:失效|作废)|条款(?:的)?(?:无效|失效)|账单|合同失效/,
    vetoBefore: /(?:条款|协议|约定|数据)[^，。；]{0,16}$/,
  },
  {pattern: /(?:将)?(?:作为|抵作|充作|充抵|抵扣)违约金/},
  {pattern: /(?:作(?:归)?零处理|归零|(?:将|会|即)(?:丧失|失去)[^，。；]{0,12}(?:余额|次数|积分|资格|权益|额度|优惠))/},
  {
    pattern:
      /(?:有权|可以?|保留|将|予以)[^，。；]{0,16}(?:扣除|扣回|没收|收回|取消)[^，。；]{0,16}(?:余额|奖励|礼金|积分|佣金|收益|优惠券|代金券|赠送|资格|奖项|权益|名额)/,
    veto: /(?:您|用户)(?:有权|可以?)/,
  },
  {pattern: /(?:逾期|过期|到期)[^。；]{0,30}不(?:予|再|会)?(?:补发|补偿|恢复|顺延|兑换)/, veto: /数据/},
  {pattern: /视为(?:您|用户)?(?:自动|自愿|主动)?放弃/, veto: /不(?:应当?|得|会|能|可)?(?:被)?视为/},
  {
    pattern:
      /\bforfeit(?:s|ed|ure)?\b|\b(?:will|shall)\s+(?:expire|lapse)\b[^.;]{0,40}\b(?:credit|balance|points|reward|coupon|voucher)|\b(?:credits?|balance|points|rewards?|coupons?|vouchers?|units|minutes)\b[^.;]{0,60}\b(?:expire|lapse|be void|become void)|\b(?:lose|loses|be lost)\b[^.;]{0,40}\b(?:credits?|balance|points|rewards?|funds|units)\b|\b(?:credits?|balance|points|rewards?|funds|units)\b[^.;]{0,40}\b(?:will|shall) be lost\b/i,
  },
  {
    pattern:
      /\b(?:verfällt|verfallen)\b|\b(?:perdu(?:e|s|es)?|caduc(?:s|que|ques)?|expirent)\b[^.;]{0,30}\b(?:crédits?|points|bons?|avoirs?)/i,
  },
])

/** Data are lost after the end. */
export const dataDeletion = rules('data-deletion', 'none', [
  /(?:数据|内容|信息|资料|文件|记录)[^。；]{0,40}(?:将(?:被|会)?|被|会|全部|予以|立即|永久)*(?:删除|清除|销毁|清空|释放)[^。；]{0,24}(?:不可恢复|无法恢复|不能恢复|无法找回|不予恢复|不再保留)|(?:不可|无法|不能)(?:恢复|找回)/,
  {
    pattern: /(?:数据|内容|信息|资料|文件|记录)[^。；]{0,24}(?:将|会)(?:会|被|自动|立即|永久|全部|彻底|一并)*(?:删除|清除|清空|销毁|释放)/,
    veto: /匿名|应您|(?:您|用户)的?(?:要求|请求|申请|指示)|违法|违规|侵权|不(?:会|得)[^，。；]{0,8}(?:删除|清除)/,
  },
  {
    pattern:
      /(?:不再|没有义务|无义务|无需|无须|不负责)(?:继续)?(?:为(?:您|用户|客户))?(?:备份|保留|保存|提供)[^，。；]{0,12}(?:数据|内容|资料|记录|文件)/,
    veto: /(?:您|用户)(?:无需|无须)|个人信息/,
  },
  {
    pattern:
      /(?:有权|可以?|将|会)[^，。；]{0,16}(?:删除|清除|销毁|清空)(?:(?:您|用户|客户|乙方|会员)的?|其)?(?:全部|所有|任何|一切|[账帐][户号](?:中|内|下)?的?|相关|存储的?|的|及|信息[和及、]?(?:全部|相关)*){0,5}(?:数据|内容|资料|文件|记录|信息|存档|档案)/,
    veto: /(?:您|用户|客户)(?:有权|可以?|将)[^，。；]{0,10}(?:删除|清除)|违法|违规|违反|侵权|不(?:会|得)[^，。；]{0,8}(?:删除|清除)|应您|(?:您|用户)的?(?:要求|请求|申请|指示)/,
  },
  /\b(?:no|not have (?:any|an))\s+(?:obligation|duty|responsibility)\s+to\s+(?:\w+\s+){0,2}(?:retain|keep|store|maintain|back up|return|preserve)\b[^.;]{0,40}\b(?:data|content|files|records|information)\b/i,
  {
    pattern:
      /\b(?:data|content|files|backups|records)\b[^.;]{0,30}\b(?:will|shall|may)\s+be\s+(?:\w+\s+){0,2}(?:deleted|erased|purged|destroyed|removed)\b/i,
    veto: /\b(?:at|upon|on) your (?:\w+ )?(?:request|instruction)|infring\w+|unlawful|illegal|violat\w+|anonymi[sz]ed/i,
  },
  /\b(?:permanently|irretrievably|irrevocably)\s+(?:deleted?|erased?|destroyed|removed?|lost)\b|\bcannot (?:be )?(?:recover(?:ed)?|restored?)\b|\bdelete\b[^.;]{0,60}\bwithout (?:notice|liability)/i,
  {
    pattern:
      /\b(?:may|will|can|shall|reserves? the right to)\s+(?:\w+\s+){0,4}(?:delete|erase|purge|destroy)\s+(?:\w+\s+){0,4}(?:data|content|files|backups|records|recordings|messages|information)\b/i,
    veto: /\byou (?:may|can|will|shall)\s+(?:\w+\s+){0,3}(?:delete|erase|purge|destroy)|\b(?:at|upon|on) your (?:\w+ )?(?:request|instruction)|infring\w+|unlawful|illegal|violat\w+|\bnot (?:delete|erase)/i,
  },
])
