/** Whether a line names what agreements have sections for, such as `Liability`, `费用与支付`, `Haftung`: evidence that it is a heading. */
export function namesSection(line: string): boolean {
  return HAN.test(line) ? HAN_SECTIONS.test(line) : LATIN_SECTIONS.test(line)
}

/** Whether a line says what somebody must, may or does: a sentence whose stop is missing, and no heading. */
export function isStatement(line: string): boolean {
  return HAN.test(line) ? HAN_STATEMENT.test(line) : LATIN_STATEMENT.test(line)
}

const HAN = /\p{Script=Han}/u

const HAN_SECTIONS =
  /(?:定义|释义|总则|附则|范围|服务|费用|价格|计费|付款|支付|结算|退款|发票|期限|续期|有效期|生效|开通|注册|账号|账户|权利|义务|责任|赔偿|违约|免责|保证|承诺|声明|保密|信息|隐私|数据|安全|知识产权|所有权|著作权|商标|许可|使用|规范|规则|限制|禁止|变更|修改|修订|中止|终止|解除|转让|不可抗力|法律|管辖|争议|通知|送达|其他|其它|附件|条款|约定|说明|须知|标准|指标|流程|方式|机制|管理|维护|支持|验收|交付|税)[与和及、]?.{0,8}$/

const LATIN_SECTIONS =
  /(?<!\p{L})(?:definitions?|interpretation|scope|services?|fees?|prices?|pricing|charges|payments?|billing|invoices?|taxes|refunds?|term|renewals?|trials?|subscriptions?|accounts?|registration|eligibility|access|use|usage|conduct|restrictions|content|licen[cs]es?|ownership|intellectual property|copyrights?|trademarks?|feedback|confidentiality|privacy|personal data|data protection|security|availability|uptime|support|maintenance|warrant(?:y|ies)|disclaimers?|liability|indemni(?:ty|ties|fication)|insurance|suspension|terminat(?:ion|ing)|cancell?ations?|modifications?|changes|amendments?|assignment|third part(?:y|ies)|subcontract(?:ors|ing)|force majeure|notices?|governing law|jurisdiction|disputes?|arbitration|miscellaneous|general|severability|waiver|entire agreement|contact|delivery|acceptance|export|compliance|audit|publicity|definitionen|begriffe?|geltungsbereich|leistung(?:en)?|vertragsschluss|vertragsgegenstand|preise?|entgelte?|vergütung|zahlung(?:en)?|laufzeit|kündigung|haftung|gewährleistung|mängel|widerruf|datenschutz|vertraulichkeit|nutzungsrechte|pflichten|änderungen|schlussbestimmungen|gerichtsstand|höhere gewalt|mitwirkung|verfügbarkeit|sonstiges|définitions|objet|champ|prix|tarifs?|paiement|facturation|durée|résiliation|responsabilité|garanties?|confidentialité|données|propriété|obligations|modification|force majeure|droit applicable|litiges?|divers|inscription|compte|rétractation)(?!\p{L})/iu

const HAN_STATEMENT = /(?:应当|必须|不得|可以|无权|有权|视为|同意|承担|将会|不会|的[。；]?$|了$|您|我们)/

const LATIN_STATEMENT =
  /\b(?:shall|must|may|will|cannot|can|should|is|are|was|were|has|have|do|does|agrees?|muss|müssen|darf|dürfen|kann|können|ist|sind|wird|werden|haben|doit|doivent|peut|peuvent|est|sont|sera)\b/i
