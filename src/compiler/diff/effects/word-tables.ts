/** Words of duty, power and permission. */
export const MODAL_WORDS =
  /应当|应该|必须|须|不得|不应|禁止|可以|有权|无权|需要|应(?![用急答对变付届])|\b(?:shall|must|may|should|will|can|is entitled to|is required to|are required to|reserves? the right)\b|\b(?:muss|müssen|soll|sollen|darf|dürfen|kann|können)\b|\b(?:doit|doivent|peut|peuvent|devra|devront)\b/gi

/** Words that turn a sentence into its opposite. */
export const NEGATIONS =
  /不(?!足|同|仅|但|断|限于|论|管|便|动产|可抗力|当得利|正当)(?:再|得|予|会|能|可)?|未(?:经|能)?|无(?:需|须|权|法)|非(?!常|洲|法|凡|营利|机构|自然人)|免(?:除|于|责)|\b(?:not|no|never|neither|nor|without|except|unless|cannot)\b|\b(?:nicht|kein\w*|ohne|niemals)\b|\b(?:ne|pas|aucune?|sans|jamais)\b/gi

/** Words whose change alters nothing that is agreed. */
export const PARTICLES =
  /^(?:[的地得了之与和及、，,。.;；:：“”"'‘’()（）\s·*_~`#…《》〈〉「」『』【】[\]{}|\-—–]|以及|并且|而且|an?|the|and|of)*$/i

/** Spellings that stand for each other. */
export const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/帐([号户])/g, '账$1'],
  [/账号/g, '账户'],
  [/登陆/g, '登录'],
  [/其它/g, '其他'],
  [/做出/g, '作出'],
  [/截止(?=\d)/g, '截至'],
  [/\be-mail\b/gi, 'email'],
  [/\bweb ?site\b/gi, 'website'],
  [/\blicence\b/gi, 'license'],
]
