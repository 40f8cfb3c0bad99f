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
      /\b(?:(?:continued?|continuing|ongoing|your|further|any)\s+(?:\w+\s+)?(?:use|access|using|to use)|use of (?:the|our|this|these))\b[^.;]{0,120}\b(?:constitutes?|means?|signif(?:y|ies)|indicates?|shall be|will be|deemed|confirms?|acknowledges?|is)\b[^.;]{0,60}\b(?:accept|agree|assent|consent|acknowledg)\w*/i,
    actor: 'none',
  },
  {
    pattern:
      /\bby\s+\w+ing\b[^.;]{0,220}?\b(?:you(?:['’]re)?|users?|customers?|members?|students?|guests?|tenants?|renters?|participants?|subscribers?|buyers?)\s+(?:\w+\s+){0,3}(?:agree|agreeing|accept|accepting|consent|consenting|acknowledge|acknowledging|confirm(?!\s+that\s+you\s+(?:meet|are|have)\b)|confirming)\b/i,
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
      /\b(?:deemed|considered|presumed|construed)\s+(?:to\s+(?:have\s+)?)?(?:be\s+)?(?:your\s+|an?\s+)?(?:accept|agree|consent|approv)\w*/i,
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
])

/** Sending counts as receipt: BGB 308 Nr. 6. */
export const deemedReceipt = rules('deemed-receipt', 'none', [
  {pattern: /视为(?:您|用户|客户|乙方|对方)?(?:已经?)?(?:有效)?(?:送达|收到|接收|通知)/, strength: 'weak'},
  {
    pattern: /\b(?:deemed|considered)\s+(?:to\s+(?:have\s+been\s+|be\s+)?)?(?:duly\s+)?(?:received|delivered|given|served)\b/i,
    strength: 'weak',
  },
  {pattern: /\b(?:gilt|gelten)\b[^.;]{0,20}\bals\s+zugegangen|\bréputée?s?\s+(?:reçue?s?|notifiée?s?)/i, strength: 'weak'},
])

/** Where disputes are heard: PRC Civil Procedure Law 35, Interpretation 31. */
export const jurisdiction = rules('jurisdiction', 'none', [
  {
    pattern:
      /(?:向|由|提交|交由|提请|至)[^，。；]{0,40}(?:人民法院|法院)(?:提起|起诉|诉讼|管辖|解决|裁决|处理|审理|裁判|(?=$|[。；，,]))|(?:人民法院|法院)(?:享有|具有|进行)?(?:专属)?管辖|管辖法院(?:为|是)/,
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
])

/** Which law applies. */
export const governingLaw = rules('governing-law', 'none', [
  {
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
    pattern:
      /\b(?:binding|final|individual|mandatory|compulsory)\s+(?:and\s+\w+\s+)?arbitration\b|\b(?:settled|resolved|determined|decided|submit(?:ted)?)\b[^.;]{0,60}\barbitrat(?:ion|or)\b|\bagree\b[^.;]{0,40}\bto\s+arbitrate\b/i,
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
])

/** The provider may use data or content: PIPL 14, 17, 23, 29. */
export const dataUse = rules('data-use-permission', 'user', [
  {
    pattern:
      /(?:您|用户|乙方|会员)?(?:亦|也)?(?:同意|授权|许可|授予)[^，。；]{0,30}(?:收集|使用|披露|共享|提供给|提供至|分享|处理|存储|分析|传输|公开|转让|录音|备案)[^，。；]{0,30}(?:信息|数据|资料|录音|内容|材料|文件|作品|记录|日志)/,
    veto: /(?:未经|非经|不得|不会|遵守|必须事先|须|应当?(?:事先)?)[^。；]{0,20}(?:同意|授权)|获得用户的授权|除非您同意|撤[回销]/,
    actor: 'none',
  },
  {
    pattern:
      /(?:您|用户|乙方)?(?:亦|也)?同意(?:[：:][^。；]{0,40}|[^，。；]{0,30})(?:将|使用)(?:您|用户)[^，。；]{0,30}(?:信息|数据|资料|录音|材料|文件)/,
    veto: /不得|未经/,
    actor: 'none',
  },
  {
    pattern: /(?:享有|拥有|取得|获得)[^，。；]{0,16}(?:信息|数据|内容|资料|作品|记录)[的之]?(?:所有权|使用权|相关权利)/,
    veto: /(?:您|用户|会员|客户)(?:本人)?(?:仍|依法|对[^，。；]{1,16})?(?:享有|拥有|取得|获得)/,
    actor: 'none',
  },
  {
    pattern: /(?:信息|数据|资料|内容)[^。；]{0,30}(?:已|即)授权[^，。；]{0,20}(?:披露|使用|共享|提供|公开)/,
    veto: /未经|非经|不得|不会|撤[回销]/,
    actor: 'none',
  },
  {
    pattern:
      /(?:授权|同意|允许|许可)[^，。；]{1,40}?将[^，。；]{0,24}(?:信息|数据|资料|内容|照片|作品|记录)[^，。；]{0,12}(?:提供|披露|共享|转移|传输|用于|用作)/,
    veto: /未经|非经|不得|不会|撤[回销]|(?:征得|取得|经)(?:您|用户)/,
    actor: 'none',
  },
  {
    pattern: /授权[^，。；]{1,60}(?:查询|查阅|核实|了解|采集|审查)[^，。；]{0,20}(?:信用|征信|身份|风险|资产|信息|轨迹|记录|资料)/,
    veto: /未经|非经|不得|不会|撤[回销]/,
    actor: 'none',
  },
  {
    pattern:
      /(?:有权|可以?|可能)[^，。；]{0,10}使用(?:您|用户|客户|会员)的?[^，。；]{0,12}(?:头像|昵称|姓名|肖像|名称|标识|商标|照片|作品|评论)/,
    veto: /(?:您|用户)(?:有权|可以?)|未经/,
    actor: 'provider',
  },
  {
    pattern:
      /(?:有权|可以?|可能)(?:会)?[^。；]{0,30}(?:收集|使用|披露|共享|向[^，。；]{1,16}提供|提供|访问|查看|查阅|调取|保存|分析|录音|录像|监听)[^。；]{0,30}(?:您|用户|客户)(?:的)?[^。；]{0,24}(?:信息|数据|资料|录音|内容|记录|文件|轨迹|位置)/,
    veto: /(?:您|用户)(?:有权|可以?)|不(?:会|得)|保密|仅可以?|必须事先/,
    actor: 'provider',
  },
  {
    pattern:
      /\b(?:we|our staff|company|provider)\s+(?:also\s+)?(?:use|share|disclose|sell|retain)\s+(?:\w+\s+){0,3}your\s+(?:\w+\s+){0,2}(?:data|information|content|feedback|messages)\b/i,
    veto: /\bonly\b/i,
    strength: 'weak',
    actor: 'none',
  },
  {
    pattern:
      /(?:可能|有权|可以?|会|将)(?:会)?将(?:您|用户|客户)的?[^，。；]{0,20}(?:信息|数据|内容|资料)[^，。；]{0,8}(?:用于|用作|提供给|披露给|共享|转移|分享|披露)/,
    veto: /不(?:会|得|将)|未经|同意后|仅(?:用于|在)/,
    actor: 'provider',
  },
  {
    pattern:
      /有权对(?:您|用户|客户)[^，。；]{0,20}(?:内容|信息|数据|短信|通信|资料)[^，。；]{0,8}(?:抽查|审查|检查|监控|监测|监听|扫描|筛查)/,
    strength: 'weak',
    actor: 'provider',
  },
  {
    pattern:
      /(?:同意|授权|许可|允许|准许)[^，。；]{1,30}(?:使用|展示|引用|读取|访问|获取|调用|收集)(?:您|用户|客户|乙方|会员|商户)的?[^，。；]{0,16}(?:名称|标识|商标|商号|头像|肖像|作品|通讯录|位置|相册|麦克风|设备|日志)/,
    veto: /未经|不得|不会|撤[回销]/,
    actor: 'none',
  },
  {pattern: /同意[^，。；]{0,40}(?:发送|推送)[^，。；]{0,10}(?:商业|营销|广告|推广|促销)/, actor: 'none'},
  {
    pattern:
      /(?:永久|无偿|免费(?!功能|服务|版|试用|额度)|不可撤销|全球范围|非独占|可转授权|可再许可)[^。；]{0,30}(?:许可|授权|使用权|权利)/,
    actor: 'none',
    veto: /授予您|许可您|向您授予/,
  },
  {
    pattern:
      /\b(?:you\s+(?:hereby\s+)?(?:grant|give(?! up)|license|authori[sz]e|permit|allow))\b[^.;]{0,120}\b(?:licen[cs]e|rights?|permission|use|collect|process|share|store|display|publish|host|reproduce)\b/i,
    veto: /limited licen[cs]e[^.;]{0,80}in order to provide|\b(?:charge|bill|debit)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:worldwide|perpetual|irrevocable|royalty[\s-]free|(?<!non[\s-]?)sublicensable|(?<!non[\s-]?)transferable)\b[^.;]{0,80}\blicen[cs]e\b/i,
    veto: /\b(?:we|company|licensor|[A-Z]\w+)\s+(?:hereby\s+)?grants?\s+(?:you|customer|to you)|\byou are (?:hereby )?granted\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\byou\s+(?:\w+\s+){0,3}(?:consent|agree)\b[^.;]{0,60}\b(?:collect(?:ion)?|use|process(?:ing)?|transfer|disclos\w+|shar\w+|monitor\w*|record\w*)\b[^.;]{0,80}\b(?:information|data|content|calls?|communications?)\b/i,
    veto: /\bagree\s+(?:that you (?:will|shall|may)\s+)?(?:not\s+)?(?:to\s+)?(?:not\s+|only\s+)?(?:use|disclose|share|transfer|process|record)\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\bby\s+(?:giving|providing|sharing|submitting|sending)\b[^.;]{0,60}\b(?:information|details|data)\b[^.;]{0,20}\byou\s+(?:consent|agree)\b/i,
    actor: 'none',
  },
  {pattern: /\b(?:ideas?|feedback|suggestions?|submissions?)\b[^.;]{0,60}\bour\s+(?:sole\s+|exclusive\s+)?property\b/i, actor: 'none'},
  {
    pattern:
      /\b(?:we|our staff|company|provider|humans?)\b[^.;]{0,30}\b(?:may|can|might|have to|will)\s+(?:\w+\s+){0,2}(?:access|anal[yi][sz]e|collect|combine|use|share|disclose|record|monitor|look at|retain|store|transfer)\b[^.;]{0,60}\b(?:your\s+)?(?:data|information|content|accounts?|communications?|calls|conversations|photos?|usage|feedback|suggestions)\b/i,
    veto: /\b(?:may|will|do|shall)\s+not\b|only (?:preserve|share)|\byou may\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:may|might|is entitled to|has the right to|reserves the right to)\s+(?:\w+\s+){0,2}(?:access|anal[yi][sz]e|collect|combine|use|share|disclose|record|monitor|retain|transfer)\b[^.;]{0,40}\b(?:your|customer(?:['’]s)?|user(?:s?['’]s?)?)\s+(?:\w+\s+){0,2}(?:data|information|content|messages|communications?)\b/i,
    veto: /\b(?:you|users?|customers?|members?|administrators?|third part(?:y|ies)|nobody|no one)\s+(?:may|might)\b|\b(?:may|might)\s+not\b|\bonly\b/i,
    actor: 'provider',
  },
  {
    pattern:
      /\b(?:räumt|räumen|gewährt|gewähren|erteilt)\b[^.;]{0,100}\b(?:Nutzungsrecht|Recht|Lizenz)\b|\bwillig(?:t|en)\b[^.;]{0,80}\b(?:Verarbeitung|Nutzung|Weitergabe)/i,
    veto: /räumen wir (?:dem|Ihnen)|wir (?:räumen|gewähren) (?:Ihnen|dem)/i,
    actor: 'none',
  },
  {
    pattern: /\b(?:concède|cède|accordez|accorde|autorise|consent)\b[^.;]{0,120}\b(?:licence|droit|utiliser|reproduire|exploiter|données)/i,
    actor: 'none',
  },
])
