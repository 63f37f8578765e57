export { readMoodleXml } from './moodle-xml-read.js'
export { moodleXmlLosses, writeMoodleXml } from './moodle-xml-write.js'
