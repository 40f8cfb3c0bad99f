import {rules} from '../limitation-rule.ts'

/** Silence or use counts as consent: PRC Civil Code 140; Order 116 art. 16; BGB 308 Nr. 5. */
export const deemedConsent = rules('deemed-consent', 'user', [
  {
    pattern:
      /(?:视为|视同|视作|即表示|均表示|表明|表示|代表|默认|即为|意味着|推定)(?:您|用户|乙方|会员|客户)?(?:已经|已|均|完全|充分|自愿|同意|就[^，。；]{1,12})*(?:[^，。；]{0,24})?(?:接受|同意|认可|知悉并同意|承认|确认|达成一致|受[^，。；]{0,8}约束|阅读)/,
    veto: /(?:明示|书面|明确)(?:表示)?同意(?:后)?方|不(?:应|得|可)?(?:被)?视为|默认密码/,
    vetoBefore: /(?:不|并不|不应|不得|未|如您|如果您|请您?|您可)[^，。；]{0,4}$/,
    vetoAfter: /^[^，。；]{0,4}(?:按钮|复选框)/,
    actor: 'none',
  },
  {pattern: /(?:继续使用)[^。；]{0,40}(?:则(?:视为|需|须|应|表示)|即(?:视为|表示)|视为|需按|应按|须按)/, actor: 'none'},
  {
    pattern:
      /(?:未(?:在[^，。；]{1,20})?(?:提出(?:书面)?异议|表示(?:反对|异议)|拒绝|收到[^，。；]{0,12}申请))[^。；]{0,16}(?:视为|默认|则)/,
    actor: 'none',
  },
  {
    pattern: /视[为作](?:您|用户|客户|乙方|会员)?(?:已经?)?(?:允许|授权|准许|许可)/,
    veto: /不(?:应当?|得|可)?(?:被)?视[为作]/,
    actor: 'none',
  },
  {pattern: /(?:行为|使用|点击|勾选)[^，。；]{0,8}(?:即|均|将)构成[^，。；]{0,12}(?:承诺|同意|接受|认可)/, actor: 'none'},
  {pattern: /即(?:应|须)?受[^，。；]{0,10}约束/, actor: 'none'},
  {pattern: /(?:一旦|凡|只要)[^。；]{0,40}即(?:视为|表示|为)(?:您)?[^。；]{0,10}(?:接受|同意|确认)/, actor: 'none'},
  {
    pattern:
      /\b(?:(?:continued?|continuing|ongoing|your|further|any)\s+(?:\w+\s+)?(?:use|access|using|to use)|use of (?:the|our|this|these))\b[^.;]{0,120}\b(?:constitutes?|means?|signif(?:y|ies)|indicates?|shall be|will be|deemed|confirms?|acknowledges?|is(?! not))\b[^.;]{0,60}\b(?:accept|agree|assent|consent|acknowledg)\w*/i,
    actor: 'none',
  },
  {
    pattern:
      /\bby\s+\w+ing\b[^.;]{0,400}?(?<!\band\s+)\b(?:you(?:['’]re)?|users?|customers?|members?|students?|guests?|tenants?|renters?|participants?|subscribers?|buyers?)\s+(?:\w+\s+){0,3}(?:agree(?!\s+to\s+pay)|agreeing|accept|accepting|consent|consenting|acknowledge|acknowledging|confirm(?!\s+that(?:\s+you\s+(?:meet|are|have)\b|\s*:))|confirming)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:using|downloading|installing|registering|ordering|purchasing|clicking|continuing)\b[^.;]{0,80}\b(?:means?|signif(?:y|ies)|constitutes?|indicates?|confirms?)\b[^.;]{0,40}\b(?:accept|agree|assent|consent)\w*/i,
    actor: 'none',
  },
  {
    pattern:
      /\byou\s+(?:accept|agree|consent)\b[^.;]{0,80}\bby\s+(?:using|accessing|downloading|installing|continuing|clicking|placing|creating|signing)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:use|access|using|accessing)\b[^.;]{0,60}\b(?:treated|regarded|taken|construed) as\b[^.;]{0,30}\b(?:accept|agree|consent)\w*/i,
    actor: 'none',
  },
  {pattern: /\bwhen you (?:use|access|visit|create|sign)\b[^.;]{0,100}\byou (?:are agreeing|agree|accept|consent)/i, actor: 'none'},
  {pattern: /\bif\s+you\s+(?:continue|keep)\b[^.;]{0,100}\b(?:deemed|agree|accept|bound|means)\w*/i, actor: 'none'},
  {
    pattern:
      /\b(?:deemed|considered|presumed|construed)\s+(?:to\s+(?:have\s+)?)?(?:be\s+)?(?:your\s+|his\s+|their\s+|the\s+customer['’]s\s+|an?\s+)?(?:accept|agree|consent|approv)\w*/i,
    veto: /\bnot (?:be )?(?:deemed|construed)/i,
    actor: 'none',
  },
  {
    pattern:
      /\bdo(?:es)?\s+not\s+(?:hear|object|respond|reply|reject|cancel|notify)\b[^.;]{0,100}\b(?:deemed|accepted|approved|agreed?|consent(?:ed)?)\b/i,
    actor: 'none',
  },
  {pattern: /\b(?:failure|fail)\s+to\s+(?:object|notify|respond|cancel)\b[^.;]{0,80}\b(?:accept|consent|deemed|agree)\w*/i, actor: 'none'},
  {
    pattern:
      /\b(?:gilt|gelten)\b[^.;]{0,60}\b(?:als\s+)?(?:genehmigt|angenommen|erteilt|Zustimmung|akzeptiert|Annahme)|\b(?:Zustimmung|Einverständnis)\b[^.;]{0,30}\bgilt\b|\bwiderspricht\b[^.;]{0,30}\bnicht\b[^.;]{0,80}\b(?:gelten|wirksam|genehmigt)|\bmit der (?:Nutzung|Registrierung|Anmeldung|Bestellung)\b[^.;]{0,80}\b(?:akzeptier|erkenn|stimm|erklär)/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:vaut|valent|emporte|implique|réput(?:é|ée|és|ées))\b[^.;]{0,60}\b(?:accept|adhésion|consent|approuv)\w*|\ben (?:utilisant|accédant|continuant|naviguant)\b[^.;]{0,100}\b(?:acceptez|accepte|reconnaî)/i,
    actor: 'none',
  },
  {pattern: /\bcounts?\s+as\s+(?:\w+\s+)?(?:acceptance|agreement|consent|approval)\b/i, veto: /\bnot count\b/i, actor: 'none'},
  {pattern: /\b(?:hear|receive)\s+(?:nothing|no\s+(?:answer|reply|objection))\s+from\s+you\b/i, actor: 'none'},
  {pattern: /\bauto(?:matically)?[\s-]+(?:be\s+)?(?:confirmed|accepted|approved)\b/i, actor: 'none'},
])

/** Sending counts as receipt: BGB 308 Nr. 6. */
export const deemedReceipt = rules('deemed-receipt', 'none', [
  {pattern: /视为(?:您|用户|客户|乙方|对方)?(?:已经?)?(?:有效)?(?:送达|收到|接收|通知)/, strength: 'weak'},
  {
    pattern: /\b(?:deemed|considered)\s+(?:to\s+(?:have\s+been\s+|be\s+)?)?(?:duly\s+)?(?:received|delivered|given|served)\b/i,
    strength: 'weak',
  },
  {pattern: /\b(?:gilt|gelten)\b[^.;]{0,20}\bals\s+zugegangen|\bréputée?s?\s+(?:reçue?s?|notifiée?s?)/i, strength: 'weak'},

  {
    pattern:
      /(?:发送|发出|刊登|公布|公告|投递|寄出)(?:成功|完成|之时|时|后|当日|之日起?)?(?:或[^，。；]{1,10})?[^，。；]{0,4}[即便](?:被)?视为(?:有效)?(?:送达|收到)/,
  },
])

/** The contract goes on by itself: Order 37 art. 18; Implementing Regulation art. 10. */
export const autoRenewal = rules('auto-renewal', 'none', [
  {
    pattern:
      /自动(?:续(?:费|约|期|订|展|签)|展期|延续|延长|顺延)|连续包(?:月|年|季)|免密(?:代扣|支付)|(?:到期|试用|体验)[^，。；]{0,8}自动(?:扣费|扣款|续|转为|转成|变为)/,
    veto: /不(?:会|再|支持)自动|(?:关闭|取消|停用)自动|证书|令牌|token/i,
  },
  {
    pattern:
      /\bunless\b[^.;]{0,30}\bcancel\w*\b[^.;]{0,60}\b(?:renews?|continues?|charge)\b|\b(?:automatic(?:ally)?|auto)[\s-]*(?:renew(?:s|al|ed)?|extend(?:s|ed)?|continu\w+)\b|\brenews?\s+automatically\b|\brenews?\b[^.;]{0,40}\b(?:until|unless)\b[^.;]{0,24}\bcancel|\b(?:charged|billed)\s+automatically\b|\bautomatically\s+(?:be\s+)?(?:charged?|bill(?:ed)?)\b|\brenews?\s+for\b[^.;]{0,40}\b(?:terms?|periods?|years?|months?)\b|\bsuccessive\s+(?:\w+\s+)?(?:terms|periods)\b|\bcontinues?\b[^.;]{0,40}\buntil\b[^.;]{0,16}\bcancel|\buntil\s+(?:you\s+)?cancel(?:l?ed)?\b[^.;]{0,60}\b(?:charg|bill|renew)/i,
    veto: /\bnot (?:be )?auto(?:matically)?[\s-]*renew|\bonly if\b|certificate|token|lease|\bauto-?renewal\s+(?:will|shall|is|can be|may be)\s+(?:\w+\s+)?(?:stop|end|cease|cancel|off|disable)|\b(?:turn|switch)(?:ed|ing)?\s+off\b|\bdisabl\w+\s+(?:\w+\s+)?auto/i,
  },
  {
    pattern:
      /\bverlängert\b[^.;]{0,60}\b(?:automatisch|stillschweigend|jeweils)|\b(?:tacite|automatique)(?:ment)?\b[^.;]{0,20}\b(?:reconduct|renouvel)|\breconduction tacite|\brenouvelée?s?\s+(?:tacitement|automatiquement)/i,
  },
  {pattern: /自动从[^，。；]{1,20}(?:扣取|扣除|扣款|扣划|划扣)/, veto: /证书|令牌/},
  {pattern: /\brolls?\s+over\b[^.;]{0,40}\b(?:until|unless)\b|\bcontinues?\b[^.;]{0,60}\bunless\b[^.;]{0,40}\b(?:notice|cancel)/i},
])
