import lesson from '../../features/lesson/texts/vi'

/** The words of a seat in class: a phone that comes by QR needs no other page. */
export default { lesson }
