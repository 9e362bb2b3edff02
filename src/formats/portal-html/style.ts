/** The whole style of a page: readable at any width, light or dark, with stacked Vietnamese marks in mind. */
export const pageStyle = [
  ':root{color-scheme:light dark}',
  'body{margin:0 auto;padding:1rem;max-width:44rem;font:1.125rem/1.65 "Source Serif 4",Georgia,"Noto Serif",serif}',
  'h1{font-size:2rem;line-height:1.3;margin:.5rem 0}',
  'h2{font-size:1.35rem;line-height:1.4;margin:1.5rem 0 .5rem}',
  '.lead{font-weight:600}',
  '.meta,.byline,figcaption{font-family:"Be Vietnam Pro",system-ui,sans-serif;font-size:.95rem}',
  '.byline{font-weight:600;text-align:end}',
  '.preview{border:3px solid #b00020;padding:.5rem 1rem;font-weight:700}',
  'figure{margin:1.5rem 0}',
  'img{max-width:100%;height:auto}',
  '.credit{font-style:italic}',
  'blockquote{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:4px solid currentColor}',
].join('')
