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
      /(?:有权|可(?![用靠信])以?|亦有权|并有权|要求|停止[^，。；]{0,8}并?要求)(?:要求|向)?(?:您|用户|客户|乙方|会员)[^。；]{0,40}(?:赔偿|追偿|追索)/,
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
  {pattern: /(?:应当?|须|需|必须)(?:负责|予以|进行)?(?:按|照|依|全额|足额|据实)[^，。；]{0,16}赔偿/},
  {pattern: /(?:包括但不限于|含)[^。；]{0,30}律师费/, strength: 'weak'},
  {
    pattern: /\byou\s+(?:are|will be|shall be)\s+liable\s+to\s+(?:us|the company|[A-Z]\w+)\b/i,
    actor: 'none',
  },
  {
    pattern: /\b(?:indemnify|indemnifies|indemnification|indemnity)\b/i,
    veto: /\bsurviv\w+|\bno\s[^.;]{0,60}\bindemni(?:ty|fication)\b|\b(?:we|provider|company|licensor|supplier|[A-Z]\w+)\b[^.;]{0,24}\b(?:shall|will|agrees? to)\s+(?:defend[, and]*)?indemnify\s+(?:you|customer|the customer)/i,
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

  {
    pattern:
      /对(?:我们|我方|本公司|本平台|甲方|平台|[一-鿿A-Za-z]{2,12}?)(?:及其[^。；]{1,24})?(?:进行|予以|作出|给予|承担)(?:全额|足额|充分)?(?:的)?(?:赔偿|补偿)(?!责任的)/,
    veto: /对(?:您|用户|客户|对方)[^，。；]{0,8}(?:进行|予以|作出|给予)|双方|守约方|不(?:对|予|会)/,
  },
  {
    pattern:
      /(?:律师费|诉讼费|仲裁费|公证费|调查费|罚款|赔款|赔偿金)[^，。；]{0,24}由(?:您|用户|客户|乙方|会员|商户|承租人|骑手|学员)[^，。；]{0,4}(?:承担|负担|支付|赔偿)/,
    actor: 'none',
  },
  {
    pattern: /\b(?:shall|will|must|agrees?\s+to)\s+(?:\w+\s+)?(?:reimburse|compensate|repay|make\s+\w+\s+whole)\b/i,
    vetoAfter: /^\s+(?:you|(?:the\s+)?(?:customer|user|client|renter)s?)\b/i,
    isNamed: true,
  },
  {
    pattern: /\b(?:assume|take\s+over|control)\b[^.;]{0,40}\bdefen[cs]e\b/i,
    veto: /\byou (?:may|can)\b|\bat (?:our|its) (?:own )?expense/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:cover|bear|pay)\b[^.;]{0,40}\b(?:costs?|fees|charges|fines|expenses|losses|penalties)\b[^.;]{0,24}\b(?:we|us|[A-Z]\w+)\s+(?:incurs?|suffers?|ha(?:s|ve)\s+to\s+pay)\b/i,
    isNamed: true,
  },
  {
    pattern:
      /(?:承担|负责)?(?:和|并|及)?赔偿[^。；]{1,60}(?:造成|遭受|产生|导致)的?(?:任何|一切|全部|所有)[^，。；]{0,6}(?:损失|损害|费用)/,
    veto: /对方|另一方|守约方|不(?:予|承担|负责)?[^，。；]{0,4}赔偿|赔偿(?:上限|总额|金额|责任)/,
  },
  {
    pattern:
      /\b(?:may|right\s+to|entitled\s+to|will)\s+(?:\w+\s+){0,2}charge\s+(?:you|(?:the\s+)?(?:customer|user|renter|tenant|rider|member|guest)s?)\b[^.;]{0,40}\bfor\b[^.;]{0,40}\b(?:damages?|loss(?:es)?|theft|repairs?|replacement|fines|towing)\b/i,
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
    vetoBefore: /能够?$/,
  },
  {
    pattern:
      /(?:承担|负|负有)(?:由此|因此|其|相应|不|[一-鿿]{0,20})?(?:全部|一切|完全|独立)(?:的)?(?:法律)?(?:责任|后果|风险)|(?:完全|全部|独立|单独)(?:承担|负)(?:全部|相应|法律|的|完全){0,4}责任?|(?:机密|安全|行为|内容)[^，。；]{0,8}(?:完全负责|负完全责任)/,
    vetoBefore: /(?:不|无需|无须|免|均不)[^，。；]{0,8}$|能够?$/,
  },
  {
    pattern:
      /(?:应当?|须|需|必须|将)?[对为][^，。；]{0,24}(?:所有|全部|一切|任何)[^，。；]{0,16}(?:行为|活动|操作|后果|言论|内容|结果|交易)(?:\([^()]{1,80}\))?[^，。；]{0,6}(?:负责(?!人|审|处)|承担(?:法律|全部|相应)*责任|负(?:全部|法律)责任)/,
    vetoBefore: /(?:不|无需|无须)[^，。；]{0,6}$/,
  },
  {pattern: /(?:您|用户|客户|乙方|会员|投资者|投资人|承租人|买家)(?:本人|自己)?(?:自行|独自|自己|单独)(?:承担|负责)(?=[，。；:：、]|$)/},
  {pattern: /(?:纠纷|争议|索赔|投诉)[^。；]{0,24}自行(?:解决|处理)/, veto: /(?<!交易|买卖)双方|各方|协商/},
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
      /(?<!\w)à\s+(?:ses|vos)\s+(?:propres\s+)?(?:risques|frais)|\b(?:seul|entièrement|exclusivement)(?:e|s)?\s+responsables?\b|\bsous (?:sa|votre) (?:seule|entière) responsabilité/i,
  },

  {
    pattern:
      /(?:应当?|须|需|必须|将)[对就](?:此|该等?[^，。；]{1,10}|上述[^，。；]{1,10}|前述[^，。；]{1,10})(?:自行)?(?:承担|负)[^，。；]{0,10}(?:责任|后果)/,
    vetoBefore: /(?:我们|我方|本公司|本平台|平台|双方)[^，。；]{0,4}$/,
  },
  {pattern: /自行对[^，。；]{1,30}(?:负责(?!人)|承担[^，。；]{0,6}责任)/},
  {
    pattern:
      /\b(?:is|are|remains?|(?:will|shall)\s+be)\s+(?:\w+\s+)?(?:responsible|liable)(?:\s+(?:and|or)\s+(?:\w+\s+)?(?:responsible|liable|accountable))?\s+for\s+(?:any|all|every|loss|losses|damages?|payment\s+for|the\s+(?:costs?|loss|damage|conduct|acts))\b/i,
    isNamed: true,
  },
  {
    pattern:
      /\b(?:shall|will|must|agrees? to)\s+bear\b[^.;]{0,60}\b(?:costs?|expenses?|risks?|loss(?:es)?|fees?|charges?|deductibles?|damages?|tax(?:es)?|consequences)\b/i,
    isNamed: true,
  },
  {
    pattern: /\b(?:accepts?|assumes?)\b[^.;]{0,30}\brisks?\b/i,
    veto: /\bnot (?:accept|assume)/i,
    isNamed: true,
  },
  {pattern: /\bat\s+your\s+(?:own\s+)?(?:\w+\s+and\s+risk|risk\s+and\s+\w+)\b/i},
  {pattern: /\bup to you alone\b|\byour (?:own )?(?:problem|business) alone\b/i},
  {
    pattern:
      /由(?!我方|甲方|平台|运营|服务|双方|各方|出租|保险|承运|管理|责任|第三)[一-鿿]{1,6}(?:者|人)(?:自行|独立|本人)?(?:承担|负责|负担|自理)/,
  },
  {
    pattern:
      /\bat\s+the\s+(?:sole\s+|own\s+)?(?:risk|peril|expense)\b[^.;]{0,24}\bof\s+(?:the\s+)?(?:customer|user|renter|tenant|rider|member|buyer|client|guest)s?\b|\bat\s+(?:the\s+)?(?:customer|user|renter|tenant|rider|member|buyer|client|guest|parties)['’]s?\s+(?:own\s+|sole\s+)?(?:\w+\s+and\s+)?(?:risk|peril)\b/i,
    actor: 'none',
  },
  {pattern: /\byou(?:['’]re|\s+are)\s+(?:\w+\s+)?(?:responsible|liable)\s+for\s+(?:\w+\s+)?activit(?:y|ies)\b/i},
  {
    pattern:
      /[对就](?:相关|其|由此产生的|上述|前述|该等)(?:操作|行为|活动|后果|内容)(?:自行)?(?:承担|负)(?:全部|相应|法律|一切|的|完全){0,3}(?:责任|后果)/,
    vetoBefore: /(?:不|无需|无须|我们|我方|平台)[^，。；]{0,4}$/,
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
    vetoAfter: /^\s+(?:in|of|under)\s+(?:this\s+)?(?:section|clause|article)\b/i,
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
  {
    vetoAfter: /^er\s+(?:in|of|under)\s+(?:this\s+)?(?:section|clause|article)\b/i,
    pattern: /\b(?:class[\s-]action|jury)\b[^.;]{0,60}\bwaiv|\bwaiv\w+\b[^.;]{0,80}\b(?:class[\s-]action|jury trial|trial by jury)/i,
  },
  {
    pattern:
      /\b(?:covenant|agree)s?\s+not\s+to\s+(?:sue|bring|assert|contest|challenge|dispute)\b|\bno right to (?:claim|compensation|object)\b/i,
  },
  {
    pattern:
      /\bverzichte(?:t|n)\b[^.;]{0,40}\b(?:Recht|Anspr|Einrede|Widerruf)|\brenonce(?:z|nt)?\b[^.;]{0,60}\b(?:droit|recours|réclamation|action)/i,
    veto: /kein(?:en)? Verzicht|ne (?:vaut|constitue)/i,
  },

  {
    pattern:
      /\b(?:rights?|entitlements?|claims?)\b[^.;]{0,50}?\bto\s+(?:terminate|withdraw|cancel|rescind|claim|object|set[\s-]off|withhold|reduce|demand)\b[^.;]{0,100}\b(?:is|are|shall be|will be)\s+(?:hereby\s+)?(?:excluded|waived)\b/i,
    actor: 'none',
    veto: /\b(?:our|provider['’]s) rights?\b/i,
  },
  {
    pattern:
      /\b(?:you|customer|user|member|tenant|renter|contractor|worker)s?\s+(?:are|is|shall|will)\s+not\s+(?:be\s+)?entitled\s+to\s+(?:(?:any|a|an|the)\s+)?(?:\w+\s+){0,3}(?:benefits?|remuneration|royalt(?:y|ies)|interest|reimbursement|extension|replacement|share|payments?|allowances?)\b/i,
    actor: 'none',
  },
  {pattern: /(?:无权|不得)(?:要求|请求|主张)[^，。；]{1,12}(?:支付|缴纳|给付|返还|退还|提供)/, veto: /第三[方人]|双方|任何一方/},
  {
    pattern: /\b(?:may|shall|can|will)\s*not\b[^.;]{0,30}\b(?:set off|set-off|setoff|withhold\s+(?:any\s+)?payments?)\b/i,
    vetoBefore: /\b(?:we|provider|company)\s*$/i,
    actor: 'none',
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
  {
    pattern:
      /\b(?:cleaning|no[\s-]show|late[\s-]return|restocking|reactivation|lost[\s-]key|chargeback|overstay|smoking|damage|returned[\s-]payment)\s+(?:fee|charge|surcharge)s?\b|\bcharged\s+(?:twice|double|three\s+times)\b/i,
    actor: 'none',
    veto: /\bno (?:cleaning|no[\s-]show|restocking|reactivation)/i,
  },
])
