import {rules} from '../limitation-rule.ts'

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
      /(?:有权|可(?![用靠信])以?|可能)[^，。；]{0,10}使用(?:您|用户|客户|会员)的?[^，。；]{0,12}(?:头像|昵称|姓名|肖像|名称|标识|商标|照片|作品|评论)/,
    veto: /(?:您|用户)(?:有权|可以?)|未经/,
    actor: 'provider',
  },
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|可能)(?:会)?[^。；]{0,30}(?:收集|使用|披露|共享|向[^，。；]{1,16}提供|提供|访问|查看|查阅|调取|保存|分析|录音|录像|监听)[^。；]{0,30}(?:您|用户|客户)(?:的)?[^。；]{0,24}(?:信息|数据|资料|录音|内容|记录|文件|轨迹|位置)/,
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
      /(?:可能|有权|可(?![用靠信])以?|会(?![员议])|将)(?:会)?将(?:您|用户|客户)的?[^，。；]{0,20}(?:信息|数据|内容|资料)[^，。；]{0,8}(?:用于|用作|提供给|披露给|共享|转移|分享|披露)/,
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
      /\b(?:you\s+(?:hereby\s+)?(?:grant|give(?! up)|license|authori[sz]e|permit|allow))\b[^.;]{0,120}\b(?:licen[cs]e|rights?|permission|use|collect|process|share|store|display|publish|host|reproduce|read|access|contact)\b/i,
    veto: /limited licen[cs]e[^.;]{0,80}in order to provide|\b(?:charge|bill|debit)\b|\bcollect\b[^.;]{0,40}\b(?:fees?|payments?|amounts?)\b/i,
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

  {
    pattern:
      /(?:同意|授权|许可|允许)(?:我们|我方|本公司|本平台|平台|[一-鿿A-Za-z]{2,10}?)(?:获取|收集|采集|读取|调取|查询)[^，。；]{0,20}(?:信息|数据|资料|记录|昵称|头像|手机号|号码|位置|通讯录|身份)/,
    veto: /未经|非经|不得|不会|撤[回销]|(?:征得|取得|经)(?:您|用户)/,
    actor: 'none',
  },
  {
    pattern:
      /(?:有权|可(?![用靠信])以?|可能|将|拥有|保留)[^。；]{0,60}向(?:您|用户|会员|客户|[^，。；]{0,16}(?:用户|会员))[^，。；]{0,16}(?:发送|推送|投放|展示)[^，。；]{0,24}(?:广告|营销|推广|促销|商业(?:性)?信息)/,
    veto: /不(?:会|得)|未经|退订方式[^，。；]{0,4}同意/,
    actor: 'provider',
  },
  {
    pattern: /有权(?:继续)?(?:保留|保存|留存|使用|查阅)(?:您|用户|会员|客户)的?[^，。；]{0,12}(?:信息|数据|资料|记录)/,
    veto: /(?:您|用户|会员)有权|不得|仅(?:用于|在)/,
    actor: 'provider',
  },
  {
    pattern:
      /\b(?:feedback|content|data|suggestions?|ideas?|submissions?|photos?|recordings?|names?|logos?)\b[^.;]{0,40}\b(?:may|can|will)\s+be\s+(?:\w+\s+){0,2}(?:used|shared|disclosed|published|displayed|sold|analy[sz]ed)\b/i,
    veto: /\bnot be\b|\bonly\b|\bby you\b|third[\s-]party (?:content|data)/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:may|can|right to|entitled to)\b[^.;]{0,80}\b(?:use|display|publish|list|mention)\b[^.;]{0,40}\b(?:your|customer['’]?s?|client['’]?s?|user['’]s)\s+(?:\w+\s+(?:and|or)\s+)?(?:\w+\s+){0,2}(?:names?|logos?|trade ?marks?|likeness|image)\b/i,
    veto: /\bmay not\b|\byou may\b|prior (?:written )?(?:consent|approval)/i,
    actor: 'provider',
  },
  {
    pattern: /(?:同意|允许|授权)[^，。；]{1,30}(?:录音|录像|录屏|拍摄|监听|视频监控)/,
    veto: /未经|非经|不得|不会|撤[回销]|(?:征得|取得|经)(?:您|用户)/,
    actor: 'none',
  },
  {
    pattern: /授权[^，。；]{1,20}向[^，。；]{1,20}(?:报送|提供|披露|传输|核实|共享)[^，。；]{0,16}(?:信息|数据|资料|记录)/,
    veto: /未经|非经|不得|不会|撤[回销]/,
    actor: 'none',
  },
  {
    pattern: /(?:有权|可以?)(?:无偿|免费|永久)+地?(?:使用|复制|修改|发布|展示|转载|传播)/,
    veto: /授予您|(?:您|用户|会员)(?:有权|可以?)(?:无偿|免费|永久)/,
    actor: 'provider',
  },
  {
    pattern:
      /\b(?:calls?|conversations?|sessions?|chats?|trips?|lessons?|premises)\b[^.;]{0,30}\b(?:may|will|can|are)\s+(?:be\s+)?(?:\w+\s+)?(?:recorded|monitored|filmed)\b/i,
    veto: /\bnot (?:be )?(?:recorded|monitored)|\bby you\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:may|can|entitled\s+to|right\s+to)\s+(?:\w+\s+){0,2}(?:share|sell|disclose|pass|transfer|provide)\b[^.;]{0,40}\b(?:data|information|details)\b[^.;]{0,24}\b(?:with|to)\b/i,
    veto: /\b(?:may|can)\s*not\b|\bonly\b|\byou (?:may|can)\b|\bat your request\b/i,
    actor: 'provider',
  },
  {
    pattern:
      /\b(?:we|our\s+staff|company|provider)\b[^.;]{0,16}\b(?:may|can|might)\s+(?:\w+\s+){0,2}(?:show|display|publish|sell|use)\b[^.;]{0,30}\byour\s+(?:\w+\s+){0,2}(?:profile|photos?|pictures?|name|likeness|reviews?|content|data|information)\b/i,
    veto: /\bmay not\b|\bonly\b/i,
    actor: 'none',
  },
  {
    pattern:
      /\b(?:may|can|might)\s+(?:\w+\s+){0,2}(?:access|view|store|collect|track|record|monitor|analy[sz]e|retain)\b[^.;]{0,60}\b(?:data|information|locations?|recordings|communications)\b/i,
    veto: /\b(?:may|can|might)\s+not\b|\bonly\b|\byou (?:may|can)\b|\bat your request\b/i,
    vetoBefore: /\b(?:you|users?|customers?|third part(?:y|ies)|which|that)\s*$/i,
    actor: 'provider',
  },
  {
    pattern:
      /(?:可|可能|有权|会(?![员议]))[^，。；]{0,16}[,，]?将[^。；]{0,60}(?:资料|信息|数据|记录|内容)[^。；]{0,16}(?:发送至|发送给|上传至|传输至|提供给|共享给)/,
    veto: /不(?:会|得|将)|未经|(?:您|用户|会员)可以?/,
    actor: 'provider',
  },
])

/** Data are lost after the end. */
export const dataDeletion = rules('data-deletion', 'none', [
  /(?:数据|内容|信息|资料|文件|记录)[^。；]{0,40}(?:将(?:被|会)?|被|会|全部|予以|立即|永久)*(?:删除|清除|销毁|清空|释放)[^。；]{0,24}(?:不可恢复|无法恢复|不能恢复|无法找回|不予恢复|不再保留)|(?:不可|无法|不能)(?:恢复|找回)/,
  {
    pattern:
      /(?:数据|内容|信息|资料|文件|记录)[^。；]{0,24}(?:可能|将|会(?![员议]))(?:会|被|自动|立即|永久|全部|彻底|一并)*(?:删除|清除|清空|销毁|释放)/,
    veto: /匿名|应您|(?:您|用户)的?(?:要求|请求|申请|指示)|违法|违规|侵权|不(?:会|得)[^，。；]{0,8}(?:删除|清除)/,
  },
  {
    pattern:
      /(?:不再|没有义务|无义务|无需|无须|不负责)(?:继续)?(?:为(?:您|用户|客户))?(?:备份|保留|保存|提供)[^，。；]{0,12}(?:数据|内容|资料|记录|文件)/,
    veto: /(?:您|用户)(?:无需|无须)|个人信息/,
  },
  {
    pattern:
      /(?:有权|可能|可(?![用靠信])以?|将|会(?![员议]))[^，。；]{0,16}(?:删除|清除|销毁|清空)(?!相关的?(?:内容|信息))(?:与[^，。；]{1,12}(?:相关|有关)的|(?:您|用户|客户|乙方|会员)的?|其)?(?:全部|所有|任何|一切|[账帐][户号](?:中|内|下)?的?|相关|存储的?|的|及|信息[和及、]?(?:全部|相关)*){0,5}(?:数据|内容|资料|文件|记录|信息|存档|档案)/,
    veto: /(?:您|用户|客户)(?:有权|可(?![用靠信])以?|将)[^，。；]{0,10}(?:删除|清除)|违法|违规|违反|侵权|不(?:会|得)[^，。；]{0,8}(?:删除|清除)|应您|(?:您|用户)的?(?:要求|请求|申请|指示)/,
  },
  /\b(?:no|not have (?:any|an))\s+(?:obligation|duty|responsibility)\s+to\s+(?:\w+\s+){0,2}(?:retain|keep|store|maintain|back up|return|preserve)\b[^.;]{0,40}\b(?:data|content|files|records|information)\b/i,
  {
    pattern:
      /\b(?:data|content|files|backups|records|recordings|(?:saved?\s+)games?|projects|history|messages)\b[^.;]{0,40}\b(?:will|shall|may|might)\s+be\s+(?:\w+\s+){0,2}(?:deleted|erased|purged|destroyed|removed|wiped|cleared|lost)\b/i,
    veto: /\b(?:at|upon|on) your (?:\w+ )?(?:request|instruction)|infring\w+|unlawful|illegal|violat\w+|anonymi[sz]ed/i,
  },
  /\b(?:permanently|irretrievably|irrevocably)\s+(?:deleted?|erased?|destroyed|removed?|lost)\b|\bcannot (?:be )?(?:recover(?:ed)?|restored?)\b|\bdelete\b[^.;]{0,60}\bwithout (?:notice|liability)/i,
  {
    pattern:
      /\b(?:may|will|can|shall|reserves? the right to)\s+(?:\w+\s+){0,4}(?:delete|erase|purge|destroy)\s+(?:\w+\s+){0,4}(?:data|content|files|backups|records|recordings|messages|information)\b/i,
    veto: /\byou (?:may|can|will|shall)\s+(?:\w+\s+){0,3}(?:delete|erase|purge|destroy)|\b(?:at|upon|on) your (?:\w+ )?(?:request|instruction)|infring\w+|unlawful|illegal|violat\w+|\bnot (?:delete|erase)/i,
  },
])
