/** What sections of agreements are about: words of their titles, and words that their texts use without repeating the title. */
export interface Topic {
  readonly title: RegExp
  readonly text: RegExp
}

/** Topics of agreements, in Chinese, English, German and French. */
export const TOPICS: readonly Topic[] = [
  topic(
    /定义|释义|术语/,
    /[：:]?是?指/,
    'definitions?|interpretation|definitionen|begriffe?|définitions',
    'means?|refers? to|bezeichnet|désigne',
  ),
  topic(
    /费用|价格|计费|付款|支付|结算|退款|发票/,
    /费用|价格|付款|支付|元|免费|退款|账单|收费/,
    'fees?|prices?|pricing|charges|payments?|billing|refunds?|preise?|entgelte?|vergütung|zahlung(?:en)?|prix|tarifs?|paiement|facturation',
    'pa(?:y|id|yable|yment)|fees?|prices?|costs?|tax(?:es)?|invoices?|refund\\w*|preise?|rechnung(?:en)?|zahl\\w+|bezahl\\w+|prix|payé\\w*|taxes',
  ),
  topic(
    /责任|免责|赔偿|违约/,
    /责任|赔偿|损失|过失|违约/,
    'liability|disclaimers?|indemni\\w+|warrant\\w+|haftung|gewährleistung|responsabilité|garanties?',
    'liab\\w+|damages?|loss(?:es)?|negligen\\w+|haft\\w+|schäden|fahrlässigkeit|répond\\w*|fautes?|dommages?',
  ),
  topic(
    /终止|解除|期限|续期/,
    /终止|解除|届满|到期|期满/,
    'term|terminat\\w+|cancell?ations?|ending|renewals?|laufzeit|kündigung|durée|résiliation',
    'terminat\\w+|cancel\\w*|ends?|expires?|renew\\w*|kündig\\w+|läuft|résili\\w+|durée',
  ),
  topic(
    /变更|修改|修订/,
    /变更|修改|修订|公告/,
    'changes?|modifications?|amendments?|changing|änderungen|modifications?',
    'change[sd]?|amend\\w*|modif\\w+|änder\\w+',
  ),
  topic(
    /隐私|个人信息|数据|信息安全/,
    /个人信息|数据|隐私|加密|泄露/,
    'privacy|data|datenschutz|données',
    'data|personal|daten|données|lisons',
  ),
  topic(
    /知识产权|著作权|商标|所有权|许可/,
    /权利|著作权|商标|软件|专利|许可/,
    'intellectual property|copyrights?|trademarks?|ownership|licen[cs]es?|nutzungsrechte|propriété',
    'rights?|own|copyright|software|trademarks?|rechte|droits',
  ),
  topic(
    /保密/,
    /保密|披露|泄露|秘密/,
    'confidentiality|vertraulichkeit|confidentialité',
    'confidential|secret|disclos\\w+|vertraulich\\w*|geheim\\w*',
  ),
  topic(
    /争议|法律适用|适用法律|管辖/,
    /法院|仲裁|诉讼|协商|管辖/,
    'law|jurisdiction|disputes?|arbitration|gerichtsstand|recht|droit|litiges?',
    'laws?|courts?|arbitrat\\w+|disputes?|gerichts\\w*|recht|droit|tribunal',
  ),
  topic(
    /不可抗力/,
    /不可抗力|自然灾害|地震|战争|罢工/,
    'force majeure|höhere gewalt',
    'strikes?|war|natural disasters?|floods?|streik|krieg|grève|guerre',
  ),
  topic(
    /通知|送达/,
    /通知|送达|邮件|公告/,
    'notices?|communications?|mitteilungen|notifications?',
    'notif\\w+|notices?|e-?mails?|textform',
  ),
  topic(
    /使用规范|内容规范|行为|禁止/,
    /不得|禁止|违法/,
    'acceptable use|conduct|restrictions|prohibited\\b.*',
    "may not|must not|do not|don't|unlawful|illegal|ne pas",
  ),
  topic(
    /可用性|服务标准|服务等级|维护/,
    /可用|维护|中断|故障|%|百分/,
    'availability|uptime|support|maintenance|verfügbarkeit|leistung(?:en)?|disponibilité',
    'interrupt\\w+|maintenance|uptime|percent|%|wartung\\w*|prozent|interruptions?|around the clock',
  ),
  topic(
    /账号|账户|注册/,
    /账号|账户|注册|密码/,
    'accounts?|registration|eligibility|registrierung|konto|inscription|compte',
    'accounts?|passwords?|register\\w*|kennwort|passwort|mot de passe|inscription',
  ),
  topic(
    /其他|其它|附则/,
    /未尽事宜|生效|解释权|副本|标题/,
    'general|miscellaneous|other|schlussbestimmungen|sonstiges|divers',
    'entire agreement|severab\\w+|invalid|waive\\w*|unwirksam\\w*|nulle?',
  ),
]

function topic(hanTitle: RegExp, hanText: RegExp, title: string, text: string): Topic {
  const latin = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`
  return {
    title: new RegExp(`${hanTitle.source}|${latin(title)}`, 'iu'),
    text: new RegExp(`${hanText.source}|${latin(text.replaceAll('\\w', '\\p{L}'))}`, 'iu'),
  }
}
