/** Syllables that are a half of any running Korean text, and characters that are a third of any Chinese one. */
const frequent = {
  'euc-kr': new Set(
    '이다는가에고을의지한하도를사서기로은어자리시아나있그들인대게해수것만라었과일보면정전스부제주요원장상국니세구여습오동소안공우던위실내합경연방러마신조할선합녕까말없거려문화',
  ),
  gb18030: new Set(
    '的一是不了在人有我他这中大来上个国和你们为要到说时会可也就年生自那后出地得对能下过子之以发作里去多日学家成好小么没天经起还看道行都方想同现法进着把样心新月部本高开面长此十二三四五公民动工分市南北东水区县乡镇党政府社主全今从请谢什',
  ),
}

/** The share of frequent characters among the letters of a text. */
export function commonShare(letters: readonly string[], encoding: keyof typeof frequent): number {
  return letters.filter((letter) => frequent[encoding].has(letter)).length / letters.length
}
