import {rules} from '../limitation-rule.ts'

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
  {pattern: /不(?:可以?|能|得|予|支持)(?:申请)?(?:提现|折现|兑现|(?:兑换|转换|折算|折换)(?:成|为)?(?:现金|人民币|法定货币|货币))/},
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

  {
    pattern: /\bcannot\s+(?:be\s+)?(?:\w+,\s+){0,3}(?:\w+,?\s+or\s+)?refund(?:ed)?\b/i,
  },
  {
    pattern:
      /\bno (?:cash|monetary) value\b|\b(?:cannot|can\s*not|may not|not) be (?:converted|exchanged|redeemed|withdrawn|cashed)\b[^.;]{0,40}\b(?:cash|money|monetary|currency|refund)\b/i,
  },
  {
    pattern:
      /\b(?:tuition|fees?|deposits?|payments?|prepayments?|amounts?|balances?|premiums?|rent|fares?)\b[^.;]{0,60}\b(?:is|are|will|shall)\s+not\s+(?:be\s+)?(?:returned|repaid|reimbursed|paid\s+back)\b/i,
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
  {pattern: /(?:作(?:归)?零处理|归零|(?:将|会(?![员议])|即)(?:丧失|失去)[^，。；]{0,12}(?:余额|次数|积分|资格|权益|额度|优惠))/},
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|保留|将|予以)[^，。；]{0,16}(?:扣除|扣回|没收|收回|取消)[^，。；]{0,16}(?:余额|奖励|礼金|积分|佣金|收益|优惠券|代金券|赠送|资格|奖项|权益|名额)/,
    veto: /(?:您|用户)(?:有权|可以?)/,
  },
  {pattern: /(?:逾期|过期|到期)[^。；]{0,30}不(?:予|再|会)?(?:补发|补偿|恢复|顺延|兑换)/, veto: /数据/},
  {pattern: /视为(?:您|用户)?(?:自动|自愿|主动)?放弃/, veto: /不(?:应当?|得|会|能|可)?(?:被)?视为/},
  {
    veto: /\b(?:not|never)\s+(?:expire|lapse)/i,
    pattern:
      /\bforfeit(?:s|ed|ure)?\b|\b(?:will|shall)\s+(?:expire|lapse)\b[^.;]{0,40}\b(?:credit|balance|points|reward|coupon|voucher)|\b(?:credits?|balance|points|rewards?|coupons?|vouchers?|units|minutes)\b[^.;]{0,60}\b(?:expire|lapse|be void|become void)|\b(?:lose|loses|be lost)\b[^.;]{0,40}\b(?:credits?|balance|points|rewards?|funds|units)\b|\b(?:credits?|balance|points|rewards?|funds|units)\b[^.;]{0,40}\b(?:will|shall) be lost\b/i,
  },
  {
    pattern:
      /\b(?:verfällt|verfallen)\b|\b(?:perdu(?:e|s|es)?|caduc(?:s|que|ques)?|expirent)\b[^.;]{0,30}\b(?:crédits?|points|bons?|avoirs?)/i,
  },

  {
    pattern:
      /从[^，。；]{0,16}(?:[账帐][户号]|余额|保证金|押金|货款|款项|收益)[^，。；]{0,6}(?:直接|先行)?(?:划扣|扣划|扣除|扣减|抵扣|划转)[^，。；]{0,6}(?:相应|等额|该等|前述|上述)?(?:的)?(?:款项|金额|赔偿|损失|违约金|罚款)/,
  },
  {
    pattern:
      /\byou\s+(?:may|might|could|will|can)\b[^.;]{0,60}\blose\b[^.;]{0,40}\b(?:accounts?|content|data|credits?|balance|collateral|deposit|points|items?|money|funds|access|rights?)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:may|can|entitled to|right to)\b(?! (?:not|be)\b)[^.;]{0,40}\b(?:deduct|withhold|set[\s-]off|offset|recoup|retain|apply)\b[^.;]{0,60}\b(?:from|against|deposits?|balance|earnings|payouts?|funds)\b/i,
    veto: /\byou may\b|\bwithholding tax|\bconsent\b|\binformation\b|\bdata\b/i,
  },
  {
    pattern:
      /\b(?:coverage|insurance|warranty|guarantee|protection)\b[^.;]{0,24}\b(?:is|becomes?|shall be|will be)\s+(?:null and\s+)?void\b/i,
  },
  {
    pattern:
      /(?:积分|奖励|优惠券|代金券|余额|收益|赠品|佣金|权益|红包)[^，。；不]{0,8}(?:将|会|可)(?:能)?(?:会)?被?(?:扣回|收回|追回|没收|取消|清零|冻结|扣除)/,
    veto: /(?:您|用户)(?:有权|可以)/,
  },
  {
    pattern:
      /\b(?:deposits?|prepayments?|down\s+payments?|earnings|payouts?)\b[^.;]{0,40}\b(?:is|are|will\s+be|shall\s+be|may\s+be)\s+(?:kept|retained|withheld)\b/i,
  },
  {
    pattern:
      /\bunused\b[^.;]{0,60}\b(?:do(?:es)?\s+not|will\s+not|cannot|don['’]t|can['’]t)\b[^.;]{0,20}\b(?:roll|carr(?:y|ied))\s+(?:over|forward)\b/i,
  },
  {
    pattern:
      /\b(?:may|can|entitled\s+to|right\s+to)\s+(?:\w+\s+){0,2}(?:revoke|cancel|withdraw|void|claw\s+back)\b[^.;]{0,24}\b(?:rewards?|credits?|points|bonus(?:es)?|vouchers?|prizes?|coupons?)\b/i,
    veto: /\byou (?:may|can)\b/i,
  },
])
