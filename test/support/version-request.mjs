export function versionRequest(texts, options) {
  return {
    agreement: 'terms',
    timeZone: 'Asia/Shanghai',
    profile: {role: 'direct', counterparty: 'business', markets: ['CN']},
    texts: Object.entries(texts).map(([locale, source]) => ({
      locale,
      name: `${locale}.md`,
      source,
      title: 'Terms',
      provider: 'Provider',
      parameters: {channelName: 'Example'},
    })),
    approvedBy: [],
    contact: ['help@example.com'],
    overrides: [],
    now: '2026-11-01T00:00:00Z',
    ...options,
  }
}
