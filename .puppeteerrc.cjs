// The browser comes inside @sparticuz/chromium; nothing is downloaded at install time.
module.exports = {skipDownload: true}
