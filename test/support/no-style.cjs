// Style sheets have nothing to say in a test without a browser.
module.exports = {}
