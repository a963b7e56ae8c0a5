const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const config = { dir: { input: 'site', output: '_site' } }

export default function (eleventy) {
  eleventy.addPassthroughCopy({ 'site/style.css': 'style.css' })
  eleventy.addFilter('day', (date) => longDate.format(new Date(date)))
  // No text can end the script element that it stands in.
  eleventy.addFilter('inScript', (data) => JSON.stringify(data).replaceAll('<', '\\u003c'))
}
