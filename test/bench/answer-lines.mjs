/**
 * A few answers that an item of a paper may be given, as lines of its tokens.
 * @param {any} item of a paper
 * @returns {string[]}
 */
export function answerLines(item) {
  const tokens = item.options.map((/** @type {any} */ option) => option.token)
  const choices = item.choices.map((/** @type {any} */ choice) => choice.token)
  const turned = (/** @type {string[]} */ list, /** @type {number} */ by) => [...list.slice(by), ...list.slice(0, by)]
  switch (item.type) {
    case 'multiple-choice':
      return tokens.map((/** @type {string} */ _, /** @type {number} */ n) => turned(tokens, n).slice(0, 2).join(' '))
    case 'true-false-group':
      return [0, 1].map((truth) => tokens.map((/** @type {string} */ token) => `${token}=${truth}`).join(' '))
    case 'ordering':
      return tokens.map((/** @type {string} */ _, /** @type {number} */ n) => turned(tokens, n).join(' '))
    case 'matching':
      return [0, 1].map((by) =>
        tokens
          .map((/** @type {string} */ token, /** @type {number} */ n) => `${token}=${turned(choices, by)[n]}`)
          .join(' '),
      )
    case 'short-text':
      return ['VNeID', 'Hoi An']
    case 'number':
      return ['10', '2025']
    default:
      return tokens
  }
}
